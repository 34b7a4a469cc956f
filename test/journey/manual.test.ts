/*
 * 手工录入: what an investigator enters by hand goes the way of every row, into the report and the sealed file, and says everywhere that a person
 * typed it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { read, utils } from 'xlsx';
import type { ManualEntry } from '../../shared/protocol/manual.requests.ts';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import { problemShape } from '../make/headless-shapes.ts';
import { csvText } from '../make/workbooks.ts';

vi.setConfig({ testTimeout: 180_000 }); // machines under load

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.newCase('a');
  put(
    '流水.csv',
    csvText([
      ['户名', '账号', '交易日期', '借贷标志', '交易金额', '对方户名', '对方账号', '摘要', '流水号'],
      [
        '启衡药业有限公司',
        '99000041400000002',
        '2024-07-11',
        '借',
        '500.00',
        '沈以墨',
        '9999990000001005954',
        '劳务费',
        'T1',
      ],
    ]),
  );
  await desk.json('import', 'a.qycase', '流水.csv');
});
afterAll(() => desk.remove());

const put = (name: string, content: unknown): string => {
  writeFileSync(join(desk.cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};
const enter = (command: string, values: object, ...more: string[]) =>
  desk.json<{ entry: number; rowId: number }>(
    command,
    'a.qycase',
    ...more,
    '--values',
    put('v.json', values),
    '--reason',
    '笔录第 3 页',
  );
const refused = async (...args: string[]) => {
  const said = await desk.qy(...args, '--json', '--passphrase-file', 'passphrase.txt');
  return { code: said.code, problem: problemShape.parse(onlyDocument(said.out)).problem.code };
};
const entriesIn = async (name: string) =>
  (await desk.json<{ entries: ManualEntry[] }>('entries', name)).entries.map(({ entry, what, state, reason }) => ({
    entry,
    what,
    state,
    reason,
  }));

test('a record, a party and a link are entered, changed and taken back on the command line', async () => {
  const values = {
    holder_account: '99000041400000002',
    txn_date: '2024-08-02',
    dc_flag: '支出',
    amount: '1.2万',
    counterparty_name: '沈以墨',
    counterparty_account: '9999990000001005954',
  };
  put('bad.json', { ...values, amount: '贰万?' });
  const tried = await desk.qy(
    'add-record',
    'a.qycase',
    '--as',
    'bank_flow',
    '--values',
    'bad.json',
    '--dry-run',
    '--json',
    '--passphrase-file',
    'passphrase.txt',
  );
  expect(tried.code).toBe(3);
  expect(onlyDocument(tried.out)).toMatchObject({
    problems: [{ field: 'amount', code: 'amount.unreadable', rejects: true }],
  });
  await enter('add-record', values, '--as', 'bank_flow');
  await enter('add-party', { kind: 'doctor', name: '钱某某', id_no: '11010519491231002X' });
  const { parties } = await desk.json<{ parties: Array<{ id: string; name: string }> }>('parties', 'a.qycase');
  const id = (name: string) => parties.find((party) => party.name === name)?.id ?? name;
  const link = { kind: 'relation', certainty: 'inferred', text: '同乡' };
  const first = await enter('add-link', link, id('沈以墨'), id('钱某某'));
  await enter(
    'add-link',
    { ...link, certainty: 'confirmed' },
    id('沈以墨'),
    id('钱某某'),
    '--replace',
    String(first.entry),
  );
  expect(await refused('remove-entry', 'a.qycase', '2', '--reason', '重复')).toEqual({
    code: 3,
    problem: 'manual.needed',
  });
  await desk.json('remove-entry', 'a.qycase', '4', '--reason', '证人更正');
  expect(await entriesIn('a.qycase')).toEqual([
    { entry: 4, what: 'link', state: 'removed', reason: '笔录第 3 页' },
    { entry: 3, what: 'link', state: 'replaced', reason: '笔录第 3 页' },
    { entry: 2, what: 'party', state: 'standing', reason: '笔录第 3 页' },
    { entry: 1, what: 'record', state: 'standing', reason: '笔录第 3 页' },
  ]);
  const { entries } = await desk.json<{ entries: Array<{ action: string }> }>('journal', 'a.qycase', 'list');
  expect(entries.map(({ action }) => action).filter((action) => action.startsWith('manual.'))).toEqual(
    expect.arrayContaining(['manual.added', 'manual.changed', 'manual.removed']),
  );
  expect(await desk.json('doctor', 'a.qycase')).toMatchObject({ ok: true });
});

test('the report says of each figure that was typed that it was, and lists the documents of the entries', async () => {
  await desk.json('report', 'a.qycase', 'out.xlsx');
  const book = read(readFileSync(join(desk.cwd, 'out.xlsx')));
  const text = (sheet: string) => utils.sheet_to_csv(book.Sheets[sheet] ?? {});
  const everything = book.SheetNames.map(text);
  expect(
    everything.filter((sheet) => /手工录入 1\.csv › 手工录入![A-Z]+\d+〔手工〕/.test(sheet)).length,
  ).toBeGreaterThan(0);
  expect(everything.some((sheet) => sheet.includes('12,000.00') && sheet.includes('〔手工〕'))).toBe(true);
  expect(everything.some((sheet) => sheet.includes('手工录入 4.csv'))).toBe(true);
});

test('a sealed file carries what was entered by hand, with its documents', async () => {
  put('sealing.txt', '一页风云散 变幻了时空 聚散皆是缘');
  await desk.json('seal', 'a.qycase', 'word.qyseal', '--to-passphrase-file', 'sealing.txt', '--no-report');
  await desk.json('open-sealed', 'word.qyseal', 'b.qycase', '--seal-passphrase-file', 'sealing.txt');
  expect(await entriesIn('b.qycase')).toEqual(await entriesIn('a.qycase'));
  expect(await desk.json('doctor', 'b.qycase')).toMatchObject({ ok: true });
});

test('a finding whose evidence was partly entered by hand says so, for programs and for people', async () => {
  await desk.newCase('c');
  const header = ['户名', '账号', '交易日期', '借贷标志', '交易金额', '对方户名', '对方账号', '摘要'];
  const paid = (day: string, yuan: string) => [
    '瑞澜医药有限公司',
    '99000041400000010',
    day,
    '借',
    yuan,
    '沈以墨',
    '9999990000001005954',
    '往来款',
  ];
  put('两笔.csv', csvText([header, paid('2024-06-10', '40000.00'), paid('2024-06-12', '45300.00')]));
  await desk.json('import', 'c.qycase', '两笔.csv');
  await desk.json('detect', 'c.qycase');
  expect(await desk.json('findings', 'c.qycase')).toEqual({ findings: [], all: 0 });
  const values = {
    holder_account: '99000041400000010',
    txn_date: '2024-06-14',
    dc_flag: '支出',
    amount: '49999.99',
    counterparty_name: '沈以墨',
    counterparty_account: '9999990000001005954',
  };
  const entry = ['--values', put('v.json', values), '--reason', '收条复印件'];
  await desk.json('add-record', 'c.qycase', '--as', 'bank_flow', ...entry);
  await desk.json('detect', 'c.qycase');
  const { findings } = await desk.json<{ findings: Array<{ model: string; manualRows?: number; evidence: object[] }> }>(
    'findings',
    'c.qycase',
  );
  expect(findings.map(({ model, manualRows }) => [model, manualRows])).toEqual([['structuring-below-threshold', 1]]);
  expect(JSON.stringify(findings[0]?.evidence)).toContain('手工录入 1.csv');
  for (const [lang, words] of [
    ['zh', '证据中有 1 行为手工录入'],
    ['en', 'Rows of the evidence entered by hand: 1'],
  ] as const) {
    const said = await desk.qy('findings', 'c.qycase', '--lang', lang, '--passphrase-file', 'passphrase.txt');
    expect(said.out).toContain(words);
  }
});
