import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};
const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '账户余额', '对手户名', '交易流水号'];
const line = (day: string, flag: string, amount: string, balance: string, other: string, no: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  day,
  flag,
  amount,
  balance,
  other,
  no,
];
const first = csv([
  header,
  line('2024-01-02', '进', '100.00', '100.00', '张某某', 'S1'),
  line('2024-01-03', '出', '30.00', '70.00', '李某', 'S2'),
  line('2024-01-04', '出', '贰万?', '60.00', '李某', 'S3'),
]);
const second = csv([
  header,
  line('2024-03-02', '出', '10.00', '40.00', '', 'T1'),
  line('2024-03-03', '进', '5.00', '45.00', '王某', 'T2'),
]);

const rowAt = ({ store }: ReturnType<typeof importCore>, file: string, n: number): unknown =>
  store.db
    .prepare('select r.id from row r join place p on p.row = r.id where p.file = ? and r.n = ?')
    .pluck()
    .get(file, n);

test('the board tells categories by month, the worst sheets with what takes points, and one account over both files', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('一月.csv', first), core.give('三月.csv', second)] }));
  const board = value(await core.ask('quality.read', {}));
  expect(board.months).toEqual(['2024-01', '2024-02', '2024-03']);
  expect(board.categories.map(({ id, basis }) => `${id} ${basis}`).slice(0, 4)).toEqual([
    'procurement document',
    'insurance document',
    'tax document',
    'funds ours',
  ]);
  expect(board.categories.find(({ id }) => id === 'funds')).toMatchObject({
    rows: 4,
    files: 2,
    months: { '2024-01': 2, '2024-03': 2 },
  });
  expect(board.sheets.map(({ file }) => file)).toEqual(['一月.csv', '三月.csv']);
  const [worst] = board.sheets;
  expect(worst?.parts.find(({ id }) => id === 'rejected')).toMatchObject({ count: 1, of: 3, lost: 40 });
  expect(worst?.score).toBe(Math.round(100 - (worst?.parts ?? []).reduce((sum, { lost }) => sum + lost, 0)));
  expect(board.sheets[1]?.parts.find(({ id }) => id === 'empty')).toMatchObject({
    field: 'counterparty_name',
    count: 1,
  });
  const lacking = board.sheets[1]?.parts.find(({ id }) => id === 'empty')?.filter;
  const listed = value(await core.ask('import.rows', { batch: 2, filter: lacking ?? {} }));
  expect([listed.total, listed.all]).toEqual([1, 0]);
  expect(listed.rows[0]).toMatchObject({ file: '三月.csv', row: 2, problems: [] });

  const accounts = value(await core.ask('quality.accounts', {}));
  expect(accounts).toMatchObject({ total: 1, breaks: 1, gaps: 1 });
  expect(accounts.rows[0]).toMatchObject({
    account: '9999990000000000001',
    files: [{ file: '一月.csv' }, { file: '三月.csv' }],
    gaps: [
      {
        from: '2024-01-04',
        to: '2024-03-01',
        proven: true,
        beforeRowId: rowAt(core, '一月.csv', 3),
        afterRowId: rowAt(core, '三月.csv', 2),
      },
    ],
    breaks: [{ file: '三月.csv', row: 2, expected: 6000, found: 4000 }],
  });
});

test('a day of founding is no month of data, and of many months the fullest are shown', async () => {
  const core = importCore();
  const firms = csv([
    ['企业名称', '统一社会信用代码', '成立日期', '法定代表人', '注册资本(万元)'],
    ['澄溪医药有限公司', '91350100M000100Y43', '1952-03-01', '张某某', '100'],
  ]);
  const stray = csv([header, line('2001-05-01', '进', '1.00', '', '李某', 'Z1')]);
  const files = [core.give('企业登记.csv', firms), core.give('一月.csv', first), core.give('零.csv', stray)];
  value(await core.ask('import.write', { tickets: files }));
  const board = value(await core.ask('quality.read', {}));
  expect(board.categories.find(({ id }) => id === 'registers' || id === 'suppliers')?.months ?? {}).toEqual({});
  expect([board.months.length, board.months.at(-1), board.monthsTotal]).toEqual([60, '2024-01', 273]);
});

test('what hangs on a batch is told before it is taken back, and what stands in its way', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('一月.csv', first)] }));
  const row = core.store.db.prepare("select id from row where state = 'rejected'").pluck().get() as number;
  value(
    await core.ask('import.correct', { rows: [{ rowId: row, cells: [{ column: 4, value: '10' }] }], reason: '凭证' }),
  );
  expect(value(await core.ask('import.undo-preview', { batch: 1 }))).toMatchObject({
    blockedBy: [],
    rows: 4,
    imported: 3,
    findings: 0,
    corrections: 1,
  });
  const again = csv([
    header,
    line('2024-01-03', '出', '30.00', '70.00', '李某', 'S2'),
    line('2024-01-05', '进', '1.00', '61.00', '李某', 'S4'),
  ]);
  value(await core.ask('import.write', { tickets: [core.give('再次.csv', again)] }));
  expect(value(await core.ask('import.undo-preview', { batch: 1 })).blockedBy).toEqual([
    { batch: 2, file: '再次.csv' },
  ]);
  value(await core.ask('import.undo', { batch: 2, reason: '重来' }));
  value(await core.ask('import.undo', { batch: 1, reason: '重来' }));
  expect(core.store.db.pragma('foreign_key_check')).toEqual([]);
  expect(core.store.db.prepare('select count(*) from correction').pluck().get()).toBe(0);
});

test('a hundred thousand rows to look at are paged without reading them anew', { timeout: 120_000 }, async () => {
  const core = importCore();
  const rows = Array.from({ length: 100_000 }, (_, i) => line('2024-01-02', '出', `面议${i}`, '', '张某某', `S${i}`));
  const { check } = value(
    await core.ask('import.check', { tickets: [core.give('多.csv', csv([header, ...rows]))], keep: true }),
  );
  const started = performance.now();
  for (let page = 0; page < 10; page++)
    expect(
      value(await core.ask('import.rows', { check: check ?? '', offset: page * 9000, limit: 200 })).rows,
    ).toHaveLength(200);
  // a page is some ten milliseconds; the limit is for a machine that many use at once
  expect((performance.now() - started) / 10).toBeLessThan(400);
});
