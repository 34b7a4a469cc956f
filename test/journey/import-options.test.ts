/*
 * 命令行导入: what a script can say about the files it hands in, and what it is told when something cannot be imported.
 */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packZip } from '../../electron/core/import/pack-zip.ts';
import type { BatchRow, ImportReport } from '../../shared/protocol/import.requests.ts';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import { importShape, problemShape } from '../make/headless-shapes.ts';
import { lockedWorkbook } from '../make/locked-workbook.ts';
import { csv, csvText, workbook, xlsx } from '../make/workbooks.ts';

vi.setConfig({ testTimeout: 120_000 }); // machines under load

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.newCase('a');
});
afterAll(() => desk.remove());

const put = (name: string, bytes: Uint8Array | string) => {
  const path = join(desk.cwd, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return name;
};
const refused = async (...args: string[]) => {
  const said = await desk.qy(...args, '--json', '--passphrase-file', 'passphrase.txt');
  return { code: said.code, problem: problemShape.parse(onlyDocument(said.out)).problem, out: said.out, err: said.err };
};
const tried = async (...args: string[]) => {
  const report = await desk.json<ImportReport>('import', 'a.qycase', ...args, '--dry-run');
  importShape.parse(report);
  return report;
};
const header = ['户名', '账号', '交易日期', '借贷标志', '交易金额', '对方户名', '对方账号', '摘要', '流水号'];
const booking = (n: number, amount: string) => [
  '启衡药业有限公司',
  '99000041400000002',
  `2024-07-${10 + n}`,
  '借',
  amount,
  '沈以墨',
  '9999990000001005954',
  '劳务费',
  `T${n}`,
];

test('files are taken in code-point order of their names, from folders below and through links, and hidden ones are left alone', async () => {
  const sheet = (n: number) => csvText([header, booking(n, `${n}00.00`)]);
  put('in/乙.csv', sheet(1));
  put('in/下层/A.csv', sheet(2));
  put('in/甲.csv', sheet(3));
  put('in/𠮷.csv', sheet(4)); // beyond the first plane: after all others by code point, not by code unit
  put('in/Ｂ.csv', sheet(5));
  put('in/~$甲.xlsx', 'lock file of a spreadsheet program');
  put('in/说明.md', 'not a spreadsheet');
  put('elsewhere/链接.csv', sheet(6));
  symlinkSync(join(desk.cwd, 'elsewhere/链接.csv'), join(desk.cwd, 'in/链接.csv'));
  const { files } = await tried('in');
  expect(files.map(({ file }) => file)).toEqual(['A.csv', '乙.csv', '甲.csv', '链接.csv', 'Ｂ.csv', '𠮷.csv']);
});

test('every problem of a sheet is answered, however many, with the header of its column; sums are told by field', async () => {
  const rows = Array.from({ length: 640 }, (_, i) => [...booking(1, `${i}x`).slice(0, 8), `S${i}`]);
  const file = put('many.csv', csvText([header, ...rows, booking(2, '1,234.56'), booking(3, '0.06')]));
  const { files } = await tried(file);
  const [sheet] = files[0]!.sheets;
  expect(sheet!.rows).toMatchObject({ read: 642, imported: 2, rejected: 640 });
  expect(sheet!.problems).toHaveLength(640);
  expect(new Set(sheet!.problems.map(({ column, code }) => `${column} ${code}`))).toEqual(
    new Set(['交易金额 amount.unreadable']),
  );
  expect(sheet!.problems[639]).toMatchObject({ row: 641, seen: '639x' });
  expect(sheet!.sums).toEqual({ amount: '123462' });
});

const plain = csvText([
  ['单据', '日子', '数', '谁'],
  ['B1', '2024-07-15', '20,000.00', '沈以墨'],
]);

test('a sheet that no category fits is a Problem that names the candidates; the others are imported', async () => {
  put('doubt/其他.csv', plain);
  put('doubt/流水.csv', csvText([header, booking(1, '100.00')]));
  const { files } = await tried('doubt');
  const [other, flow] = files;
  expect(other).toMatchObject({
    file: '其他.csv',
    sheets: [],
    problems: [{ code: expect.stringMatching(/^sheet\./) }],
  });
  expect(other!.problems[0]).toMatchObject({ message: expect.stringContaining('其他') });
  expect(flow!.sheets[0]!.rows.imported).toBe(1);
});

test('--as says the category of every sheet, --answers what each column is; both together complete each other', async () => {
  const file = put('其他.csv', plain);
  const columns = [
    { index: 1, header: '日子', field: 'expense_date' },
    { index: 2, header: '数', field: 'amount' },
    { index: 3, header: '谁', field: 'payee_name' },
  ];
  const answers = (more: object) =>
    put('answers.json', JSON.stringify({ sheets: [{ file, sheet: '其他', columns, ...more }] }));
  const one = await tried(file, '--answers', answers({ category: 'expense' }));
  expect(one.files[0]?.sheets[0]).toMatchObject({
    category: 'expense',
    columns: [{ header: '单据' }, { field: 'expense_date' }, { field: 'amount' }, { field: 'payee_name' }],
    rows: { imported: 1 },
    sums: { amount: '2000000' },
  });
  const both = await tried(file, '--as', 'expense', '--answers', answers({}));
  expect(both.files[0]?.sheets[0]).toMatchObject({ category: 'expense', rows: { imported: 1 } });
  const fitting = put(
    '费用.csv',
    csvText([
      ['公司', '费用日期', '费用类型', '金额', '收款人'],
      ['启衡药业有限公司', '2024-07-15', '讲课费', '300', '沈以墨'],
    ]),
  );
  expect((await tried(fitting, '--as', 'expense')).files[0]?.sheets[0]?.category).toBe('expense');
});

test('what cannot be understood in the options is said, with exit code 3, and nothing is imported', async () => {
  const file = put('其他.csv', plain);
  expect(await refused('import', 'a.qycase', file, '--as', 'nonsense')).toMatchObject({ code: 3 });
  expect(await refused('import', 'a.qycase', file, '--answers', put('bad.json', '{'))).toMatchObject({
    code: 3,
    problem: { code: 'request.malformed' },
  });
  expect(await refused('import', 'a.qycase', 'nowhere.csv')).toMatchObject({
    code: 3,
    problem: { code: 'file.unreadable' },
  });
  const { batches } = await desk.json<{ batches: BatchRow[] }>('imports', 'a.qycase');
  expect(batches).toEqual([]);
});

test('where nothing at all could be imported the command ends with 3 and says why, in the language asked for', async () => {
  const empty = put('空.xlsx', xlsx([{ name: '甲', rows: [] }]));
  const locked = put('锁.xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]));
  const zh = await refused('import', 'a.qycase', empty, locked);
  expect(zh.code).toBe(3);
  expect(importShape.parse(JSON.parse(zh.out)).files).toHaveLength(2);
  const en = await refused('import', 'a.qycase', empty, locked, '--lang', 'en');
  expect(en.problem.code).toBe(zh.problem.code);
  expect(zh.problem.message).toMatch(/[一-鿿]{4}/);
  expect(en.problem.message).toMatch(/^[ -~“”’一-鿿.]+$/);
  expect(en.problem.message.replaceAll(/锁|空|甲/g, '')).not.toMatch(/[一-鿿]/);
});

test('the same file twice is imported once, and the second time is told so', async () => {
  const file = put('一次.csv', csv([header, booking(1, '88.00')], 'utf-8-bom'));
  expect((await desk.json<ImportReport>('import', 'a.qycase', file)).files[0]?.sheets[0]?.rows.imported).toBe(1);
  const again = await refused('import', 'a.qycase', file);
  expect(again).toMatchObject({ code: 3, problem: { code: 'file.already-imported' } });
});

test('wrong usage ends with 2 and writes nothing to stdout; every command explains itself', async () => {
  for (const args of [
    ['nonsense'],
    ['import', 'a.qycase'],
    ['search'],
    ['graph', 'a.qycase', 'nonsense'],
    ['new', '--nonsense'],
  ]) {
    const said = await desk.qy(...args, '--passphrase-file', 'passphrase.txt');
    expect([args, said.code, said.out, said.err === '']).toEqual([args, 2, '', false]);
  }
  const help = await desk.qy('--help');
  expect(help.code).toBe(0);
  const names = help.out
    .split('\n')
    .flatMap((line) => (/：(new|detect|demo)?.*/.test(line) ? line.split('：').at(-1)!.split(' ') : []));
  const commands = names.filter((name) => /^[a-z][a-z-]+$/.test(name));
  expect(commands).toEqual(expect.arrayContaining(['import', 'detect', 'seal', 'verify', 'doctor', 'undo-import']));
  for (const name of new Set(commands.filter((each) => each !== 'qy'))) {
    const said = await desk.qy(name, '--help', '--lang', 'en');
    expect([name, said.code, said.err]).toEqual([name, 0, '']);
    expect(said.out).toMatch(new RegExp(`^qy ${name}\\b[\\s\\S]*\\n.+`));
  }
});

test('a reader that has heard enough is no fault, and a passphrase nobody types is asked for once', async () => {
  const run = desk.start('import', '--help');
  run.child.stdout?.destroy();
  expect((await run.ended).err).toBe('');
  const silent = await desk.qy('imports', 'a.qycase');
  expect([silent.code, silent.out]).toEqual([2, '']);
  expect(silent.err).not.toContain('at ');
});

test('the recovery sheet, once written, is never written over', async () => {
  const first = await desk.json<object>('new', 'b.qycase', '--recovery-sheet', 'sheet.txt');
  expect(first).toMatchObject({ folder: 'b.qycase' });
  const bytes = readFileSync(join(desk.cwd, 'sheet.txt'), 'utf8');
  expect(await refused('new', 'c.qycase', '--recovery-sheet', 'sheet.txt')).toMatchObject({
    code: 3,
    problem: { code: 'target.exists' },
  });
  expect(readFileSync(join(desk.cwd, 'sheet.txt'), 'utf8')).toBe(bytes);
});

test('the password of the command line opens locked spreadsheets inside an archive too, and those that are not locked are read beside them', async () => {
  const sheets = (n: number) => [{ name: '流水', rows: [header, booking(n, `${n}.50`)] }];
  const members = { '一月.xlsx': lockedWorkbook(xlsx(sheets(5)), 'Kite 4471'), '二月.xlsx': xlsx(sheets(6)) };
  put(
    '移送.zip',
    packZip(Object.entries(members).map(([name, bytes]) => ({ name: `华康/${name}`, bytes: Buffer.from(bytes) }))),
  );
  put('口令.txt', 'Kite 4471\n');
  put('错口令.txt', 'Kite 4472\n');
  const codes = async (...args: string[]) =>
    (await tried('移送.zip', ...args)).files.map(({ file, sheets: read, problems }) => [
      file,
      read[0]?.rows.imported ?? problems[0]?.code,
    ]);
  expect(await codes()).toEqual([
    ['一月.xlsx', 'file.password-protected'],
    ['二月.xlsx', 1],
  ]);
  expect(await codes('--file-password-file', '错口令.txt')).toEqual([
    ['一月.xlsx', 'file.wrong-password'],
    ['二月.xlsx', 1],
  ]);
  expect(await codes('--file-password-file', '口令.txt')).toEqual([
    ['一月.xlsx', 1],
    ['二月.xlsx', 1],
  ]);
});

test('two files of one name in two folders are told apart, and what is answered for one is not taken for the other', async () => {
  const text = (n: number, amount: string) => csvText([header, booking(n, amount)]);
  put('banks/北岸银行/流水.csv', text(1, '1.2万?'));
  put('banks/南岸银行/流水.csv', text(2, '300.00'));
  const first = await tried('banks');
  expect(first.files.map(({ file, folder }) => [file, folder])).toEqual([
    ['流水.csv', '北岸银行'],
    ['流水.csv', '南岸银行'],
  ]);
  const [north] = first.files;
  const fix = { row: 2, column: header.indexOf('交易金额'), value: '12000', reason: '凭证 3 号' };
  put(
    'answers.json',
    JSON.stringify({ sheets: [{ file: '流水.csv', sha256: north?.sha256, sheet: '流水', fixes: [fix] }] }),
  );
  const { files } = await tried('banks', '--answers', 'answers.json');
  expect(files.map(({ sheets }) => sheets.map(({ rows, sums }) => [rows.imported, sums.amount]))).toEqual([
    [[1, '1200000']],
    [[1, '30000']],
  ]);
  const said = await desk.qy('import', 'a.qycase', 'banks', '--dry-run', '--passphrase-file', 'passphrase.txt');
  expect(said.out).toContain('流水.csv（南岸银行）');
});

test('what a file hides or would run is listed, and no name in it steers the terminal', async () => {
  const rows = [header, booking(1, '5.00')];
  const name = 'a\u001b]0;换\u0007.xlsx';
  put(
    `odd/${name}`,
    workbook([
      { name: '明细', rows },
      { name: '底稿', rows, hidden: true },
    ]),
  );
  const { files } = await tried('odd');
  expect(files[0]?.notes).toEqual([{ code: 'hidden-sheet', sheet: '底稿', count: 1, names: ['底稿'] }]);
  const ask = ['import', 'a.qycase', 'odd', '--dry-run', '--passphrase-file', 'passphrase.txt'];
  const said = await desk.qy(...ask, '--lang', 'en');
  expect(said.out).toContain('Note: Hidden sheet “底稿”, listed like the others');
  expect(said.out).toContain('Bank / payment flow (bank_flow)');
  expect(said.out).not.toMatch(/[^\P{Cc}\n]/u);
});

test('what a sheet may be and what it lacks is said in the language of the reader', async () => {
  put(
    'unclear/不清楚.csv',
    csvText([
      ['日期', '金额', '备注', '序号'],
      ['2024-01-02', '5', '', '1'],
    ]),
  );
  const ask = ['import', 'a.qycase', 'unclear', '--dry-run', '--passphrase-file', 'passphrase.txt'];
  const [zh, en] = [await desk.qy(...ask), await desk.qy(...ask, '--lang', 'en')];
  expect(zh.out).toContain('可能是：银行流水、');
  expect(en.out).toContain('It may be: Bank / payment flow, ');
});
