import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ElectronShell, electronShell } from '../../../../electron/main/shell.ts';
import type { TicketContent } from '../../../../shared/protocol/events.ts';
import { failed, ok, type Reply } from '../../../../shared/protocol/problem.ts';
import { clipboard, dialog, shell as system } from '../../../stubs/electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'qy-shell-'));
let tickets: TicketContent[];
let request: (name: string, ask: unknown) => Promise<Reply<unknown>>;
let shell: ElectronShell;

beforeEach(() => {
  vi.clearAllMocks();
  tickets = [];
  request = vi.fn(async () => ok({ copied: true }));
  shell = electronShell(
    { request: (name, ask) => request(name, ask), hand: (ticket) => tickets.push(ticket) },
    () => undefined,
  );
});
afterEach(() => vi.useRealTimers());

test('the page gets a ticket and a name; only the core gets the path', async () => {
  const path = join(folder, '付款明细.xlsx');
  writeFileSync(path, 'PK');
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
  const reply = await shell.answers['shell.choose-files']({ purpose: 'import', folders: false });
  expect(reply).toEqual(ok({ files: [{ ticket: tickets[0]?.id, name: '付款明细.xlsx', bytes: 2 }] }));
  expect(JSON.stringify(reply)).not.toContain(folder);
  expect(tickets).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      purpose: 'import',
      direction: 'read',
      name: '付款明细.xlsx',
      folder: '',
      path,
    },
  ]);
});

test('a chosen folder gives all its files, each with the folder it stood in, but hidden files and locks', async () => {
  const top = join(folder, 'evidence');
  mkdirSync(join(top, '2024', 'q3'), { recursive: true });
  for (const name of ['b.csv', 'a.XLSX', '2024/q3/c.xls', '.hidden.csv', '~$a.xlsx', 'photo.jpg', '2024/notes.docx'])
    writeFileSync(join(top, name), 'x');
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [top] });
  const reply = await shell.answers['shell.choose-files']({ purpose: 'import', folders: true });
  expect(reply.ok && reply.value.files.map(({ name }) => name)).toEqual([
    'notes.docx',
    'c.xls',
    'a.XLSX',
    'b.csv',
    'photo.jpg',
  ]);
  expect(tickets.map((ticket) => 'folder' in ticket && ticket.folder)).toEqual([
    'evidence/2024',
    'evidence/2024/q3',
    'evidence',
    'evidence',
    'evidence',
  ]);
});

test('a cancelled dialog hands over nothing', async () => {
  expect(await shell.answers['shell.choose-files']({ purpose: 'import', folders: false })).toEqual(ok({ files: [] }));
  expect(await shell.answers['shell.choose-target']({ purpose: 'report', suggestedName: 'a.xlsx' })).toEqual(
    ok({ ticket: null, name: '' }),
  );
  expect(tickets).toEqual([]);
});

test('the system remembers no document', async () => {
  await shell.answers['shell.choose-files']({ purpose: 'import', folders: false });
  await shell.answers['shell.choose-target']({ purpose: 'report', suggestedName: 'a.xlsx' });
  const options = [...dialog.showOpenDialog.mock.calls, ...dialog.showSaveDialog.mock.calls].map(
    ([given]) => given as { properties: string[] },
  );
  expect(options.map(({ properties }) => properties.includes('dontAddToRecent'))).toEqual([true, true]);
});

test('a suggested name cannot choose a folder', async () => {
  for (const name of ['../../x.xlsx', '/etc/x', 'C:\\x', '.bashrc', 'a\0b']) {
    await shell.answers['shell.choose-target']({ purpose: 'report', suggestedName: name });
  }
  const suggested = dialog.showSaveDialog.mock.calls.map(([given]) => (given as { defaultPath: string }).defaultPath);
  expect(suggested).toEqual(['__.._x.xlsx', '_etc_x', 'C__x', '_bashrc', 'a_b']);
});

test('a file is shown in its folder only if it was just written through a ticket', async () => {
  const path = join(folder, 'report.xlsx');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path });
  const chosen = await shell.answers['shell.choose-target']({ purpose: 'report', suggestedName: 'report.xlsx' });
  const ticket = chosen.ok ? (chosen.value.ticket ?? '') : '';
  expect(await shell.answers['shell.show-written']({ ticket })).toEqual(ok({ shown: false }));
  writeFileSync(path, 'PK');
  expect(await shell.answers['shell.show-written']({ ticket })).toEqual(ok({ shown: true }));
  expect(await shell.answers['shell.show-written']({ ticket: path })).toEqual(ok({ shown: false }));
  shell.forget();
  expect(await shell.answers['shell.show-written']({ ticket })).toEqual(ok({ shown: false }));
  expect(system.showItemInFolder.mock.calls).toEqual([[path]]);
});

test('a copy that could not be written to the journal is not made', async () => {
  request = async () => failed('case.not-open');
  expect(await shell.answers['shell.copy']({ what: 'name', text: '张某某' })).toEqual(failed('case.not-open'));
  expect(clipboard.writeText).not.toHaveBeenCalled();
});

test('what was copied is gone after a minute, unless something else was copied meanwhile', async () => {
  vi.useFakeTimers();
  await shell.answers['shell.copy']({ what: 'name', text: '张某某' });
  expect(await clipboard.readText()).toBe('张某某');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await clipboard.readText()).toBe('');
  await shell.answers['shell.copy']({ what: 'name', text: '李某某' });
  await clipboard.writeText('of another program');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await clipboard.readText()).toBe('of another program');
});

test('what was copied goes with the case', async () => {
  await shell.answers['shell.copy']({ what: 'amount', text: '140000.00' });
  shell.forget();
  await vi.waitFor(async () => expect(await clipboard.readText()).toBe(''));
});
