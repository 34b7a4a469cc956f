/*
 * Somebody finds the laptop, or opens the case with its passphrase, and looks for the password of a statement that a bank sent locked: it may open
 * a mailbox too. It was typed into the wizard or given to the command line, right and wrong, for an import that was finished and for one that
 * was cut off and is remembered. It must be in no file that the program left, in no cell of the opened store, and in nothing it printed.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeCase } from '../../electron/core/case/close-case.ts';
import { openCase } from '../../electron/core/case/open-case.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { needles, plainTextIn } from '../make/canary-scan.ts';
import { type CoreProgram, startCoreProgram } from '../make/core-program.ts';
import { makeDesk } from '../make/desk.ts';
import { lockedWorkbook } from '../make/locked-workbook.ts';
import { lockedXls } from '../make/locked-xls.ts';
import { workbook, xlsx } from '../make/workbooks.ts';
import { testShell } from '../test-shell.ts';

const home = mkdtempSync(join(tmpdir(), 'qy-password-'));
const desk = makeDesk();
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  desk.remove();
});
const passphrase = 'a passphrase for this test';
const [password, wrong] = ['松风吹解带-4471 Kite', '山月照弹琴-9920 Kite'];
const wanted = needles([password, wrong]);

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要'];
const row = (i: number) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  '2024-07-15',
  '出',
  `${i + 1}.50`,
  '张某某',
  '推广费',
];
const sheets = (n: number) => [{ name: '流水', rows: [header, ...Array.from({ length: n }, (_, i) => row(i))] }];
const put = (folder: string, name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** Everything the store says once it is open: all values of all tables, as one text. */
function everything({ db }: Store): string {
  const tables = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
  return tables
    .flatMap((table) => db.prepare(`select * from "${table}"`).raw().all() as unknown[][])
    .flat()
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');
}

/** The same of the folder of a case, opened anew. */
async function storeOf(place: { folder: string; profile?: string; cases?: string }, name: string, phrase: string) {
  const shell = testShell(place);
  const opened = await openCase(shell, { folder: name, secret: { passphrase: phrase } });
  if (!opened.ok) throw new Error(opened.problem.code);
  const text = everything(opened.value.store);
  await closeCase(shell, opened.value, 'case.locked');
  return text;
}

const foundIn = (text: string): string[] =>
  wanted
    .filter(({ bytes }) => text.includes(bytes.toString('utf8')) || text.includes(bytes.toString('latin1')))
    .map(({ text: said }) => said);

async function importLocked(core: CoreProgram, secret: string, tickets: readonly string[]) {
  const wishes = ['锁.xlsx', '锁.xls', '大.xlsx'].map((file) => ({ file, password: secret }));
  await core.ask('import.preview', { tickets: [...tickets], wishes });
  await core.ask('import.check', { tickets: [...tickets], wishes });
  return core.ask('import.write', { tickets: [...tickets], wishes });
}

test('what was typed into the wizard is nowhere afterwards: not in the store, the journal, the queue, the profile, temporary files or the log', {
  timeout: 120_000,
}, async () => {
  const inbox = mkdtempSync(join(tmpdir(), 'qy-inbox-'));
  const files = {
    '锁.xlsx': lockedWorkbook(xlsx(sheets(40)), password),
    '锁.xls': lockedXls(workbook(sheets(41), 'biff8'), password),
    '大.xlsx': lockedWorkbook(xlsx(sheets(8000)), password),
  };
  const core = await startCoreProgram(home);
  expect(await core.ask('case.create', { folder: '甲', title: '甲', passphrase })).toMatchObject({ ok: true });
  for (const [name, bytes] of Object.entries(files))
    core.ticket({ id: name, purpose: 'import', direction: 'read', name, folder: '', path: put(inbox, name, bytes) });

  const refused = await importLocked(core, wrong, ['锁.xlsx', '锁.xls']);
  expect(refused).toMatchObject({
    ok: true,
    value: {
      files: [{ problems: [{ code: 'file.wrong-password' }] }, { problems: [{ code: 'file.wrong-password' }] }],
    },
  });
  const importing = importLocked(core, password, ['锁.xlsx', '锁.xls', '大.xlsx']);
  await core.event(
    (event) => event.event === 'progress' && event.file?.name === '大.xlsx' && event.job === 'import.write',
  );
  expect(plainTextIn(home, wanted, [])).toEqual([]); // in the middle of it, too
  await core.ask('job.cancel', {});
  expect(await importing).toMatchObject({
    ok: true,
    value: {
      stopped: { code: 'import.stopped' },
      files: [{ sheets: [{ rows: { imported: 40 } }] }, { sheets: [{ rows: { read: 41 } }] }, { batch: null }],
    },
  });
  expect(await core.ask('import.queue', {})).toMatchObject({ ok: true, value: { queue: { waiting: 1 } } });
  await core.end();

  const text = await storeOf({ folder: home }, '甲.qycase', passphrase);
  expect(text).toContain('澄溪医药有限公司'); // the search finds what is there
  expect(foundIn(text)).toEqual([]);
  expect(plainTextIn(home, wanted, [])).toEqual([]);
  expect(readdirSync(join(home, 'temp'))).toEqual([]);
  expect(foundIn(core.said)).toEqual([]);
  expect(foundIn(JSON.stringify(core.events))).toEqual([]);
  rmSync(inbox, { recursive: true, force: true });
});

test('what was given to the command line is nowhere afterwards but in the file it was given in', {
  timeout: 120_000,
}, async () => {
  await desk.newCase('a');
  put(desk.cwd, '锁.xlsx', lockedWorkbook(xlsx(sheets(3)), password));
  put(desk.cwd, '锁.xls', lockedXls(workbook(sheets(4), 'biff8'), password));
  const given = ['wrong.txt', 'right.txt'].map((name, i) =>
    put(desk.cwd, name, Buffer.from(`${[wrong, password][i]}\n`)),
  );
  const said = [];
  for (const from of ['wrong.txt', 'right.txt'])
    said.push(
      await desk.qy(
        'import',
        'a.qycase',
        '锁.xlsx',
        '锁.xls',
        '--file-password-file',
        from,
        '--passphrase-file',
        'passphrase.txt',
      ),
    );
  expect(said.map(({ code }) => code)).toEqual([3, 0]);
  expect(foundIn(said.map(({ out, err }) => out + err).join('\n'))).toEqual([]);
  expect(plainTextIn(desk.folder, wanted, [])).toHaveLength(2); // the search finds what is there
  expect(plainTextIn(desk.folder, wanted, given)).toEqual([]);
  const place = { folder: desk.folder, profile: desk.profile, cases: desk.cwd };
  expect(foundIn(await storeOf(place, 'a.qycase', desk.passphrase))).toEqual([]);
});
