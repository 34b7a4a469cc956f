import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import appInfo from '../../../../../electron/core/case/app-info.request.ts';
import caseInfo from '../../../../../electron/core/case/case-info.request.ts';
import changePassphrase from '../../../../../electron/core/case/change-passphrase.request.ts';
import copy from '../../../../../electron/core/case/copy.request.ts';
import createCase from '../../../../../electron/core/case/create-case.request.ts';
import doctorJob from '../../../../../electron/core/case/doctor.job.ts';
import doctor from '../../../../../electron/core/case/doctor.request.ts';
import listCases from '../../../../../electron/core/case/list-cases.request.ts';
import lockCase from '../../../../../electron/core/case/lock-case.request.ts';
import openCase from '../../../../../electron/core/case/open-case.request.ts';
import openWithRecovery from '../../../../../electron/core/case/open-with-recovery.request.ts';
import suggest from '../../../../../electron/core/case/suggest-passphrase.request.ts';
import writeRecoverySheet from '../../../../../electron/core/case/write-recovery-sheet.request.ts';
import listJournal from '../../../../../electron/core/journal/list-journal.request.ts';
import verifyJournal from '../../../../../electron/core/journal/verify-journal.request.ts';
import { openStore } from '../../../../../electron/core/store/connect.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { coreOf } from '../../../../make/core-context.ts';
import { removeShell, type TestShell, testShell } from '../../../../test-shell.ts';

const passphrase = 'a passphrase of a test';
const handlers = [
  appInfo,
  caseInfo,
  changePassphrase,
  copy,
  createCase,
  doctor,
  listCases,
  lockCase,
  openCase,
  openWithRecovery,
  suggest,
  writeRecoverySheet,
  listJournal,
  verifyJournal,
];
const shells: TestShell[] = [];
function program(shell = testShell()) {
  shells.push(shell);
  return { shell, ...coreOf(shell, handlers, [doctorJob]) };
}
afterEach(() => {
  for (const shell of shells.splice(0)) removeShell(shell);
});
function value<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`expected success, got ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
const code = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.problem.code);

test('a case goes through its whole life by requests', async () => {
  const { shell, ask } = program();
  expect(value(await ask('case.list', {}))).toEqual({ cases: [] });
  const info = value(
    await ask('case.create', { folder: '甲', title: '讲课费案', number: '1', actor: '李某', passphrase }),
  );
  expect(value(await ask('case.info', {}))).toEqual({ case: info });
  expect(value(await ask('shell.copy', { what: 'name', text: '张某某' }))).toEqual({ copied: true });
  expect(value(await ask('case.list', {})).cases).toMatchObject([
    { folder: '甲.qycase', title: '讲课费案', number: '1', sample: false },
  ]);
  expect(value(await ask('case.lock', {}))).toEqual({ locked: true });
  expect(value(await ask('case.lock', {}))).toEqual({ locked: true });
  expect(value(await ask('case.info', {}))).toEqual({ case: null });
  expect(value(await ask('case.list', {})).cases).toMatchObject([{ folder: '甲.qycase', title: '甲', number: '' }]);
  expect(code(await ask('shell.copy', { what: 'name', text: 'x' }))).toBe('case.not-open');
  expect(code(await ask('case.open', { folder: '甲.qycase', passphrase: 'wrong wrong wrong' }))).toBe(
    'case.wrong-passphrase',
  );
  expect(value(await ask('case.open', { folder: '甲.qycase', passphrase }))).toMatchObject({
    id: info.id,
    title: '讲课费案',
    actor: '未署名',
  });
  expect(value(await ask('journal.list', {})).rows.map((row) => [row.action, row.params])).toEqual([
    ['case.opened', { with: 'passphrase', mark: 'matched' }],
    ['case.locked', {}],
    ['copy', { what: 'name', letters: 3 }],
    ['case.created', { title: '讲课费案' }],
  ]);
  expect(value(await ask('journal.verify', {}))).toMatchObject({ ok: true, entries: 4, bad: [] });
  expect(shell.events.filter((event) => event.event === 'case').map((event) => event.case?.id ?? null)).toEqual([
    info.id,
    null,
    info.id,
  ]);
  await ask('case.lock', {});
});

test('opening another case closes the one that is open', async () => {
  const { ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  await ask('case.create', { folder: '乙', title: '乙', passphrase });
  expect(value(await ask('case.open', { folder: '甲.qycase', passphrase })).title).toBe('甲');
  expect(value(await ask('case.open', { folder: '乙.qycase', passphrase })).title).toBe('乙');
  expect(value(await ask('case.list', {})).cases.map((each) => each.folder)).toEqual(['乙.qycase', '甲.qycase']);
  await ask('case.lock', {});
});

test('who unlocks while the case is still being closed waits for that: nobody else has it open', async () => {
  const { context, ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  const { folder, key } = context.openCase!;
  // a job that has not ended yet reads the store
  const reader = openStore(join(folder, 'case.db'), Buffer.from(key), { readonly: true });
  reader.db.exec('begin');
  reader.db.prepare('select count(*) from party').get();
  const [locked, opened] = [ask('case.lock', {}), ask('case.open', { folder: '甲.qycase', passphrase })];
  await new Promise((done) => setTimeout(done, 300));
  reader.close();
  expect(value(await locked)).toEqual({ locked: true });
  expect(value(await opened).title).toBe('甲');
  await ask('case.lock', {});
});

test('the recovery sheet is written to its target, and opens the case when the passphrase is forgotten', async () => {
  const { shell, context, ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  const path = join(shell.folder, 'sheet.txt');
  context.tickets.add({ id: 't1', purpose: 'recovery-sheet', direction: 'write', name: 'sheet.txt', path });
  expect(value(await ask('case.write-recovery-sheet', { target: 't1' }))).toEqual({ name: 'sheet.txt' });
  context.tickets.add({ id: 't2', purpose: 'recovery-sheet', direction: 'write', name: 'page.txt' });
  await ask('case.write-recovery-sheet', { target: 't2' });
  const text = readFileSync(path, 'utf8');
  expect(Buffer.from(shell.handedOver[0]?.bytes ?? []).toString('utf8')).toContain(text.split('\n')[6] ?? '?');
  const secret = [...text.matchAll(/\d\) ([0-9A-Z]{7})/g)]
    .slice(0, 8)
    .map((match) => match[1])
    .join(' ');
  await ask('case.lock', {});

  const forgot = { folder: '甲.qycase', secret, newPassphrase: 'the new passphrase' };
  expect(code(await ask('case.open-with-recovery', { ...forgot, newPassphrase: 'short' }))).toBe(
    'case.weak-passphrase',
  );
  expect(code(await ask('case.open-with-recovery', { ...forgot, secret: `Z${secret.slice(1)}` }))).toBe(
    secret.startsWith('Z') ? 'ok' : 'case.bad-recovery-sheet',
  );
  expect(value(await ask('case.open-with-recovery', forgot)).title).toBe('甲');
  await ask('case.lock', {});
  expect(code(await ask('case.open', { folder: '甲.qycase', passphrase }))).toBe('case.wrong-passphrase');
  expect(code(await ask('case.open', { folder: '甲.qycase', passphrase: 'the new passphrase' }))).toBe('ok');
  await ask('case.lock', {});
});

test('a recovery sheet needs a ticket made for it, and a place that can be written to', async () => {
  const { shell, context, ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  expect(code(await ask('case.write-recovery-sheet', { target: 'nothing' }))).toBe('ticket.unknown');
  context.tickets.add({ id: 't', purpose: 'report', direction: 'write', name: 'x', path: join(shell.folder, 'x') });
  expect(code(await ask('case.write-recovery-sheet', { target: 't' }))).toBe('ticket.unknown');
  mkdirSync(join(shell.folder, 'is-a-folder'));
  context.tickets.add({
    id: 'u',
    purpose: 'recovery-sheet',
    direction: 'write',
    name: 'y',
    path: join(shell.folder, 'is-a-folder'),
  });
  expect(code(await ask('case.write-recovery-sheet', { target: 'u' }))).toBe('target.not-writable');
  expect(value(await ask('journal.list', { action: 'case.recovery-sheet' })).total).toBe(0);
  await ask('case.lock', {});
});

test('the passphrase is changed only by who knows it', async () => {
  const { ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  const next = 'another good passphrase';
  expect(code(await ask('case.change-passphrase', { passphrase: 'not it not it not it', newPassphrase: next }))).toBe(
    'case.wrong-passphrase',
  );
  expect(code(await ask('case.change-passphrase', { passphrase, newPassphrase: 'weak' }))).toBe('case.weak-passphrase');
  expect(code(await ask('case.change-passphrase', { passphrase, newPassphrase: next }))).toBe('ok');
  await ask('case.lock', {});
  expect(code(await ask('case.open', { folder: '甲.qycase', passphrase }))).toBe('case.wrong-passphrase');
  expect(code(await ask('case.open', { folder: '甲.qycase', passphrase: next }))).toBe('ok');
  await ask('case.lock', {});
});

test('the doctor of a fresh case finds nothing wrong, with its pages on disk', async () => {
  const { ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  const { ok, checks } = value(await ask('doctor', {}));
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
  expect(checks.find((check) => check.id === 'pages')?.n).toBeGreaterThan(10);
  expect(checks.find((check) => check.id === 'high-water')?.n).toBe(1);
  await ask('case.lock', {});
});

test('the doctor names a page that was damaged under the open case', async () => {
  const { shell, ask } = program();
  await ask('case.create', { folder: '甲', title: '甲', passphrase });
  await ask('case.lock', {});
  await ask('case.open', { folder: '甲.qycase', passphrase });
  const file = join(shell.cases, '甲.qycase/case.db');
  const bytes = readFileSync(file);
  // the last page that nothing newer in the WAL stands for
  const wal = readFileSync(`${file}-wal`);
  const newer = new Set<number>();
  for (let frame = 32; frame < wal.length; frame += 24 + 4096) newer.add(wal.readUInt32BE(frame));
  let page = bytes.length / 4096 - 1;
  while (newer.has(page + 1)) page--;
  bytes[page * 4096 + 9] = (bytes[page * 4096 + 9] ?? 0) ^ 16;
  writeFileSync(file, bytes);
  const { ok, checks } = value(await ask('doctor', {}));
  expect(ok).toBe(false);
  expect(checks.find((check) => check.id === 'pages')).toMatchObject({ ok: false, detail: String(page + 1) });
  await ask('case.lock', {});
});

test('the program says what it is and that it is offline', async () => {
  const info = value(await program().ask('app.info', {}));
  expect(info).toMatchObject({
    shell: 'test',
    sqlite: expect.stringMatching(/^3\./),
    cipher: expect.stringContaining('SQLCipher 4'),
    offline: { guarded: true, attempts: 0 },
  });
});

test('nothing the program leaves outside the case folder says what the case is about', async () => {
  const { shell, ask } = program();
  await ask('case.create', { folder: '甲', title: '金丝雀CANARY', number: 'CANARY-2', unit: 'CANARY-3', passphrase });
  await ask('shell.copy', { what: 'text', text: 'CANARY-4' });
  await ask('case.lock', {});
  const files = readdirSync(shell.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  const holding = files.filter((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return ['CANARY', passphrase].some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
  });
  expect(holding).toEqual([]);
});
