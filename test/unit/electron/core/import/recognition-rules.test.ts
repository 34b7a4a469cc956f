import { describe, expect, test } from 'vitest';
import type { SheetAnswer } from '../../../../../shared/protocol/import.requests.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv, type MadeSheet, xlsx } from '../../../../make/workbooks.ts';

/** The rules for finding a table inside a sheet, each with a header row as banks, wallets and firms print it; all values are invented. */

async function preview(rows: string[][], answer: Partial<SheetAnswer> = {}, path = '材料.csv') {
  const core = importCore();
  const file = path.slice(path.lastIndexOf('/') + 1);
  const sheet = file.replace(/\.[^.]+$/, '');
  const ticket = core.give(path, csv(rows));
  const answers = [{ file, sheet, ...answer }];
  const reply = await core.ask('import.preview', { tickets: [ticket], answers });
  const found = reply.ok ? reply.value.files[0]?.sheets[0] : undefined;
  if (!found) throw new Error('no sheet');
  return found;
}

async function imported(rows: string[][], answer: Partial<SheetAnswer> = {}, path = '材料.csv') {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const { store, report } = await importBytes([{ path, bytes: csv(rows) }], {
    answers: [{ file, sheet: file.replace(/\.[^.]+$/, ''), ...answer }],
  });
  const sheet = report.files[0]?.sheets[0];
  const bookings = store.db
    .prepare(
      'select r.n, h.name, f.day, f.direction, f.fen, f.currency, f.outcome from rec_bank_flow f join row r on r.id = f.row join mention h on h.id = f.holder order by r.n',
    )
    .raw()
    .all();
  return { sheet, bookings, problems: report.files[0]?.problems ?? [] };
}

const header = ['交易日期', '收付标志', '交易金额', '账户余额', '对方户名', '对方账号', '摘要说明'];
const line = ['2024-01-02', '出', '5', '95', '商店', '', '消费'];
const titles = (count: number) => Array.from({ length: count }, (_, n) => [`说明 ${n + 1}`]);

describe('where the header stands', () => {
  test('in row 40 it is found, in row 41 a person must say so', async () => {
    expect(await preview([...titles(39), header, line])).toMatchObject({ headerRow: 40, category: 'bank_flow' });
    const below = [...titles(40), header, line];
    expect(await preview(below)).toMatchObject({ category: null, problems: [{ code: 'sheet.no-header' }] });
    expect(await preview(below, { headerRow: 41 })).toMatchObject({ headerRow: 41, category: 'bank_flow' });
  });

  test('a header printed with blanks, stars and units is the same header', async () => {
    const printed = [
      '交 易 日 期',
      '收付标志*',
      '交易金额(元)',
      '账户余额（元）',
      '对方户名:',
      '对方卡号/账号',
      '摘要',
    ];
    const found = await preview([printed, line]);
    expect(found.mapping.map(({ field }) => field)).toEqual([
      'txn_date',
      'dc_flag',
      'amount',
      'balance',
      'counterparty_name',
      'counterparty_account',
      'summary',
    ]);
  });

  test('a header that comes again at each page, page marks and totals are left out and counted', async () => {
    const { sheet } = await imported([
      ['本方户名', ...header],
      ['张某某', ...line],
      ['本页合计', '', '', '5'],
      ['第 1 页 共 2 页'],
      ['本方户名', ...header],
      ['张某某', ...line.with(0, '2024-01-03')],
      ['支出笔数：2', '', '', '10'],
    ]);
    expect(sheet?.rows).toMatchObject({ read: 6, imported: 2, skipped: 4, rejected: 0 });
  });

  test('a two-row header of a workbook is joined, and what stands over merged cells belongs to all of them', async () => {
    const sheet: MadeSheet = {
      name: '流水',
      rows: [
        ['交易日期', '发生额', null, '余额', '对方户名', '对方账号', '摘要说明'],
        [null, '收入', '支出', null, null, null, null],
        ['2024-01-02', null, 5, 95, '商店', null, '消费'],
      ],
      merges: ['B1:C1', 'A1:A2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:G2'],
    };
    const core = importCore();
    const reply = await core.ask('import.preview', { tickets: [core.give('账.xlsx', xlsx([sheet]))], answers: [] });
    const found = reply.ok ? reply.value.files[0]?.sheets[0] : undefined;
    expect([found?.headerRows, found?.mapping.map(({ header: text, field }) => `${text}=${field}`)]).toEqual([
      2,
      [
        '交易日期=txn_date',
        '发生额 收入=amount_in',
        '发生额 支出=amount_out',
        '余额=balance',
        '对方户名=counterparty_name',
        '对方账号=counterparty_account',
        '摘要说明=summary',
      ],
    ]);
  });
});

test('what stands under 对方信息 is the other side’s, though each lower header is known by itself', async () => {
  const rows: MadeSheet['rows'] = [
    ['交易信息', null, null, null, '对方信息', null, null],
    ['交易日期', '收入金额', '支出金额', '余额', '户名', '账号', '摘要'],
    ['2024-01-02', null, 5, 95, '商店', '9999990000000011', '消费'],
  ];
  const core = importCore();
  const merged = xlsx([{ name: '流水', rows, merges: ['A1:D1', 'E1:G1'] }]);
  const titled = xlsx([
    { name: '流水', rows: [['户名：张某某', null, null, null, '账号：9999990000000045'], ...rows.slice(1)] },
  ]);
  const tickets = [core.give('账.xlsx', merged), core.give('卡.xlsx', titled)];
  const reply = await core.ask('import.preview', { tickets, answers: [] });
  const fields =
    reply.ok && reply.value.files.map(({ sheets }) => sheets[0]?.mapping.slice(4, 6).map(({ field }) => field));
  expect(fields).toEqual([
    ['counterparty_name', 'counterparty_account'],
    // a title above the header says nothing about its columns
    ['holder_name', 'holder_account'],
  ]);
});

test('where one column holds day and time, what was read shows both', async () => {
  const core = importCore();
  const rows = [
    ['户名', '账号', '交易时间', '收入金额', '对方户名'],
    ['张某某', '9999990000000045', '2024-01-02 10:11:12', '5', '商店'],
  ];
  const reply = await core.ask('import.check', { tickets: [core.give('账.csv', csv(rows))], answers: [] });
  const shown = reply.ok && reply.value.samples[0]?.rows[0]?.values.find(({ field }) => field === 'txn_time')?.shown;
  expect(shown).toBe('2024-01-02 10:11:12');
});

describe('a table without a header', () => {
  const rows = [
    ['2024-01-02', '出', '5', '张某某', '商店'],
    ['2024-01-03', '进', '7', '张某某', '李某某'],
  ];
  const columns = [
    { index: 0, field: 'txn_date' },
    { index: 1, field: 'dc_flag' },
    { index: 2, field: 'amount' },
    { index: 3, field: 'holder_name' },
    { index: 4, field: 'counterparty_name' },
  ];

  test('is asked about; its columns are called A, B, C and row 1 is data', async () => {
    expect(await preview(rows)).toMatchObject({ category: null, problems: [{ code: 'sheet.no-header' }] });
    const found = await preview(rows, { headerRow: 0, category: 'bank_flow', columns });
    expect(found).toMatchObject({ headerRow: 0, headerRows: 0, problems: [] });
    expect(found.mapping.map((column) => [column.header, column.samples[0]])).toEqual([
      ['A', '2024-01-02'],
      ['B', '出'],
      ['C', '5'],
      ['D', '张某某'],
      ['E', '商店'],
    ]);
  });

  test('every row of it is read, the first one too', async () => {
    const { sheet, bookings } = await imported(rows, { headerRow: 0, category: 'bank_flow', columns });
    expect(sheet).toMatchObject({ headerRow: 0, rows: { read: 2, imported: 2 } });
    expect(bookings).toEqual([
      [1, '张某某', '2024-01-02', 'out', 500, 'CNY', 'ok'],
      [2, '张某某', '2024-01-03', 'in', 700, 'CNY', 'ok'],
    ]);
  });
});

describe('what stands around the table', () => {
  const facts = async (above: string[][], path?: string) =>
    (await preview([...above, header, line], {}, path)).facts.map(({ field, value, from, cell }) => [
      field,
      value,
      from,
      cell,
    ]);

  test('户名 and 账号 in one cell, or each beside its value', async () => {
    const wanted = [
      ['holder_name', '张某某', 'title', 'A1'],
      ['holder_account', '9999990000000000001', 'title', 'A1'],
    ];
    expect(await facts([['户名：张某某  账号：9999990000000000001']])).toEqual(wanted);
    expect(await facts([['户名：', '张某某', '', '账号：', '9999990000000000001']])).toEqual([
      ['holder_name', '张某某', 'title', 'B1'],
      ['holder_account', '9999990000000000001', 'title', 'E1'],
    ]);
  });

  test('起止日期 in one cell or two says from when to when', async () => {
    const period = ['statement_period', '2024-01-01 — 2024-06-30', 'title', 'A1'];
    expect(await facts([['起止日期：2024-01-01 — 2024-06-30']])).toEqual([period]);
    expect(await facts([['查询起始日期：20240101', '', '截止日期：20240630']])).toEqual([period]);
    expect(await facts([['起始时间：[2024-01-01 00:00:00] 终止时间：[2024-06-30 23:59:59]']])).toEqual([period]);
  });

  test('a wallet’s 微信昵称：[…] is its holder, without the brackets', async () => {
    const wallet = [
      '交易时间',
      '交易类型',
      '交易对方',
      '商品',
      '收/支',
      '金额(元)',
      '支付方式',
      '当前状态',
      '交易单号',
    ];
    const found = await preview([
      ['微信支付账单明细'],
      ['微信昵称：[山水之间]'],
      ['起始时间：[2024-01-01 00:00:00] 终止时间：[2024-02-01 00:00:00]'],
      wallet,
      ['2024-01-02 10:00:00', '商户消费', '早餐店', '早餐', '支出', '¥5.00', '零钱', '支付成功', '1'],
    ]);
    expect(found).toMatchObject({ category: 'wallet_flow', headerRow: 4 });
    expect(found.facts).toEqual([
      { field: 'holder_name', value: '山水之间', from: 'title', cell: 'A2' },
      { field: 'statement_period', value: '2024-01-01 — 2024-02-01', from: 'title', cell: 'A3' },
    ]);
  });

  test('the holder: title before file, file before folder', async () => {
    expect(await facts([['客户姓名：王某某']], '赵建国/李建国流水.csv')).toEqual([
      ['holder_name', '王某某', 'title', 'A1'],
    ]);
    expect(await facts([['某银行']], '赵建国/李建国流水.csv')).toEqual([['holder_name', '李建国', 'file', null]]);
    expect(await facts([['某银行']], '赵建国/流水.csv')).toEqual([['holder_name', '赵建国', 'folder', null]]);
  });

  test('the name of a sheet goes before the name of its file', async () => {
    const core = importCore();
    const book = xlsx([{ name: '李建国', rows: [header, line] }]);
    const reply = await core.ask('import.preview', { tickets: [core.give('王晓燕/赵伟流水.xlsx', book)], answers: [] });
    expect(reply.ok && reply.value.files[0]?.sheets[0]?.facts).toEqual([
      { field: 'holder_name', value: '李建国', from: 'sheet', cell: null },
    ]);
  });
});

describe('when two kinds of sheet are possible', () => {
  test('the person is told which headers speak for which', async () => {
    const found = await preview([
      ['日期', '金额', '备注', '序号'],
      ['2024-01-02', '5', '', '1'],
    ]);
    expect(found.category).toBeNull();
    expect(found.candidates.length).toBeGreaterThan(1);
    for (const { speaks } of found.candidates) expect(speaks.length).toBeGreaterThan(0);
    expect(
      found.candidates.every(({ speaks }) => speaks.every((text) => ['日期', '金额', '备注', '序号'].includes(text))),
    ).toBe(true);
  });
});

describe('what a person says of a sheet', () => {
  const own = ['本方户名', ...header];

  test('rows below the last row are a footer', async () => {
    const rows = [
      own,
      ['张某某', ...line],
      ['张某某', ...line.with(0, '2024-01-03')],
      ['张某某', ...line.with(0, '2024-01-04')],
    ];
    const { sheet } = await imported(rows, { lastRow: 3 });
    expect(sheet?.rows).toMatchObject({ read: 3, imported: 2, skipped: 1 });
  });

  test('an empty cell under a name stands for that name where the person says so, and not in a total', async () => {
    const rows = [
      own,
      ['张某某', ...line],
      ['', ...line.with(0, '2024-01-03')],
      ['小计', '', '', '10'],
      ['', ...line.with(0, '2024-01-04')],
      ['李某某', ...line.with(0, '2024-01-05')],
    ];
    const { bookings } = await imported(rows, { fillDown: [0] });
    expect(bookings.map((row) => (row as unknown[]).slice(0, 3))).toEqual([
      [2, '张某某', '2024-01-02'],
      [3, '张某某', '2024-01-03'],
      [5, '张某某', '2024-01-04'],
      [6, '李某某', '2024-01-05'],
    ]);
  });

  test('one column may have its own unit, and taking it back gives the old amounts', async () => {
    const rows = [own, ['张某某', ...line]];
    const fen = async (answer: Partial<SheetAnswer>) => ((await imported(rows, answer)).bookings[0] as unknown[])[4];
    expect(await fen({ units: { '3': 10_000 } })).toBe(5_000_000);
    expect(await fen({ unit: 1_000 })).toBe(500_000);
    expect(await fen({})).toBe(500);
  });

  test('words for success that nobody knows mean what the person says', async () => {
    const rows = [
      [...own, '交易是否成功'],
      ['张某某', ...line, 'A0'],
      ['张某某', ...line.with(0, '2024-01-03'), 'B9'],
    ];
    const { bookings } = await imported(rows, { outcomes: { A0: 'ok', B9: 'failed' } });
    expect(bookings.map((row) => (row as unknown[]).at(-1))).toEqual(['ok', 'failed']);
  });

  test('where nothing but the sign says the direction, plus may mean out', async () => {
    const signed = ['本方户名', '交易日期', '交易金额', '对方户名', '对方账号', '账户余额'];
    const rows = [
      signed,
      ['张某某', '2024-01-02', '5', '商店', '', ''],
      ['张某某', '2024-01-03', '-7', '李某某', '', ''],
    ];
    const directions = async (answer: Partial<SheetAnswer>) =>
      (await imported(rows, answer)).bookings.map((row) => (row as unknown[])[3]);
    expect(await directions({})).toEqual(['in', 'out']);
    expect(await directions({ plus: 'out' })).toEqual(['out', 'in']);
  });

  test('amounts that name no currency have the one that the person says', async () => {
    const { bookings } = await imported([own, ['张某某', ...line]], { currency: 'USD' });
    expect((bookings[0] as unknown[])[5]).toBe('USD');
  });
});
