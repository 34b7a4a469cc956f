import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { csv, type MadeSheet, workbook, xlsx } from '../../../../make/workbooks.ts';

const bookings = (store: Store) =>
  store.db
    .prepare(
      `select r.n, h.name as holder, f.day, f.time, f.fen from rec_bank_flow f join row r on r.id = f.row join mention h on h.id = f.holder order by r.n`,
    )
    .raw()
    .all();
const codes = (outcome: Awaited<ReturnType<typeof importBytes>>) =>
  outcome.report.files[0]?.sheets[0]?.problems.map(({ row, code, rejects }) => [row, code, rejects]);

test('a merged cell speaks for every row it covers', async () => {
  const sheet: MadeSheet = {
    name: '明细',
    rows: [
      ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名', '交易余额'],
      ['张某某', '2024-05-06', '出', 1, '甲', 9],
      [null, '2024-05-07', '出', 2, '乙', 7],
      [null, '2024-05-08', '出', 3, '丙', 4],
      ['李某某', '2024-05-08', '出', 4, '丙', 0],
    ],
    merges: ['A2:A4'],
  };
  const { store } = await importBytes([{ path: '流水.xlsx', bytes: xlsx([sheet]) }]);
  expect(bookings(store)).toEqual([
    [2, '张某某', '2024-05-06', null, 100],
    [3, '张某某', '2024-05-07', null, 200],
    [4, '张某某', '2024-05-08', null, 300],
    [5, '李某某', '2024-05-08', null, 400],
  ]);
});

test('day and month are told apart by the whole column, or not at all', async () => {
  const header = ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名'];
  const settled = await importBytes([
    {
      path: '甲.csv',
      bytes: csv([header, ['张某某', '5/6/2024', '出', '1', '甲'], ['张某某', '13/6/2024', '出', '2', '乙']]),
    },
  ]);
  expect(bookings(settled.store).map((row) => (row as unknown[])[2])).toEqual(['2024-06-05', '2024-06-13']);
  const open = await importBytes([{ path: '甲.csv', bytes: csv([header, ['张某某', '5/6/2024', '出', '1', '甲']]) }]);
  expect(codes(open)).toEqual([[2, 'date.ambiguous', true]]);
});

test('date and time in two columns are one moment; digits that lost their zeros are read as the column writes them', async () => {
  const header = ['本方户名', '交易日期', '交易时间', '收付标志', '交易金额', '对手户名'];
  const row = (time: string, amount: string) => ['张某某', '20240506', time, '出', amount, '甲'];
  const { store } = await importBytes([
    { path: '甲.csv', bytes: csv([header, row('930', '1'), row('91503', '2'), row('0', '3'), row('00:00:00', '4')]) },
  ]);
  expect(bookings(store).map((each) => (each as unknown[])[3])).toEqual(['00:09:30', '09:15:03', null, null]);
  const short = await importBytes([{ path: '甲.csv', bytes: csv([header, row('930', '1'), row('1415', '2')]) }]);
  expect(bookings(short.store).map((each) => (each as unknown[])[3])).toEqual(['09:30:00', '14:15:00']);
});

test('days of a workbook that counts from 1904 are the days it shows', async () => {
  const rows = [
    ['本方户名', '交易日期', '收付标志', '交易金额', '对手户名'],
    ['张某某', { t: 'n' as const, v: 44026, z: 'yyyy-mm-dd' }, '出', 1, '甲'],
  ];
  const { store } = await importBytes([
    { path: '甲.xlsx', bytes: workbook([{ name: '明细', rows }], 'xlsx', { date1904: true }) },
  ]);
  expect(bookings(store)).toEqual([[2, '张某某', '2024-07-15', null, 100]]);
});

test('an identifier that lost its end is a Problem, joins nobody, and the row is imported', async () => {
  const rows = [
    ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号', '对手证件号'],
    ['张某某', '9999990000000000019', '2024-05-06', '出', 1, '李某某', 9999990000000000000, '990000199001011233'],
  ];
  const outcome = await importBytes([{ path: '甲.xlsx', bytes: xlsx([{ name: '明细', rows }]) }]);
  expect(codes(outcome)).toEqual([
    [2, 'identifier.precision-lost', false],
    [2, 'identifier.bad-checksum', false],
  ]);
  const identifiers = outcome.store.db
    .prepare(
      'select m.name, i.type, i.value, i.keyable, i.col from mention_identifier i join mention m on m.id = i.mention order by i.col',
    )
    .raw()
    .all();
  expect(identifiers).toEqual([
    ['张某某', 'account', '9999990000000000019', 1, 1],
    ['李某某', 'account', '9999990000000000000', 0, 6],
    ['李某某', 'id_no', '990000199001011233', 0, 7],
  ]);
  expect(outcome.store.db.prepare("select account, id_value from mention where name = '李某某'").raw().get()).toEqual([
    '?9999990000000000000',
    '?990000199001011233',
  ]);
});

test('two statements that name no holder have two holders', async () => {
  const header = ['交易日期', '借贷标志', '交易金额', '交易余额', '对方户名'];
  const one = csv([header, ['2024-05-06', '借', '1', '9', '甲']]);
  const two = csv([header, ['2024-05-06', '借', '1', '9', '甲'], ['2024-05-07', '借', '1', '8', '甲']]);
  const { store, report } = await importBytes([
    { path: '导出.csv', bytes: one },
    { path: '另一批/导出.csv', bytes: two },
  ]);
  expect(report.files.map(({ sheets }) => sheets[0]?.rows)).toMatchObject([
    { imported: 1 },
    { imported: 2, duplicate: 0 },
  ]);
  expect(store.db.prepare('select count(distinct holder) from rec_bank_flow').pluck().get()).toBe(2);
});

test('本人 across the counter is the holder himself, with the other account', async () => {
  const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号'];
  const { store } = await importBytes([
    {
      path: '甲.csv',
      bytes: csv([
        header,
        ['张某某', '9999990000000000019', '2024-05-06', '出', '1', '本人', '9999990000000000027'],
        ['李某某', '9999990000000000035', '2024-05-06', '出', '1', '本人', '9999990000000000027'],
      ]),
    },
  ]);
  expect(
    store.db
      .prepare('select m.name, m.account from rec_bank_flow f join mention m on m.id = f.counterparty order by f.row')
      .raw()
      .all(),
  ).toEqual([
    ['张某某', '9999990000000000027'],
    ['李某某', '9999990000000000027'],
  ]);
});

test('the same booking from two templates, one without times, is one booking', async () => {
  const full = ['本方账号', '交易日期', '交易时间', '收付标志', '交易金额', '对手户名', '交易流水号'];
  const bare = ['本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '交易流水号'];
  const { report } = await importBytes([
    {
      path: '甲.csv',
      bytes: csv([full, ['9999990000000000019', '2024-05-06', '09:15:03', '出', '1', '甲公司', 'A1']]),
    },
    {
      path: '乙.csv',
      bytes: csv([
        bare,
        ['9999990000000000019', '2024-05-06', '出', '1', '甲公司', 'A1'],
        ['9999990000000000019', '2024-05-06', '出', '1', '乙公司', 'A1'],
      ]),
    },
  ]);
  expect(report.files.map(({ sheets }) => sheets[0]?.rows)).toMatchObject([
    { imported: 1 },
    { imported: 1, duplicate: 1 },
  ]);
});
