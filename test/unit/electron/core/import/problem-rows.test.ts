import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suggestFix } from '../../../../../electron/core/import/suggest-fix.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要', '交易流水号'];
const line = (day: string, amount: string, other: string, no: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  day,
  '出',
  amount,
  other,
  '',
  no,
];
const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};
const bytes = csv([
  header,
  line('2024-07-15', '20,000.00', '张某某', 'S1'),
  line('2024-07-16', '1.2万元（含税）', '李某某', 'S2'),
  line('2024-09-31', '6,000.00', '吴某', 'S3'),
  line('2024-07-15', '20,000.00', '张某某', 'S1'),
  line('2024-07-19', '1.2万元（含税）', '孙某', 'S5'),
]);

test('rows to look at are listed page by page from a check that wrote nothing, and from a batch, in the same words', async () => {
  const core = importCore();
  const { check } = value(await core.ask('import.check', { tickets: [core.give('流水.csv', bytes)], keep: true }));
  const tried = value(await core.ask('import.rows', { check: check ?? '', limit: 2 }));
  expect(tried).toMatchObject({
    total: 4,
    all: 4,
    kinds: { rejected: 3, duplicate: 1 },
    areas: { amount: 2, date: 1 },
  });
  expect(tried.rows).toHaveLength(2);
  expect(tried.rows[0]).toMatchObject({
    row: 3,
    kind: 'rejected',
    problems: [
      {
        column: 4,
        header: '交易金额',
        cell: 'E3',
        code: 'amount.unreadable',
        seen: '1.2万元（含税）',
        suggestion: { value: '12,000.00元', why: 'note-left-out' },
      },
    ],
  });
  expect(tried.rows[1]).toMatchObject({ row: 4, problems: [{ code: 'date.unreadable', cell: 'C4' }] });
  expect(tried.rows[1]?.problems[0]?.suggestion).toBeUndefined();

  value(await core.ask('import.write', { tickets: [core.give('流水.csv', bytes)] }));
  const written = value(await core.ask('import.rows', { batch: 1, limit: 2 }));
  expect(written).toEqual(tried);
  await expect(core.ask('import.rows', { check: 'check-0' })).rejects.toMatchObject({
    problem: { code: 'check.gone' },
  });
});

test('a repetition is shown beside the row it repeats, with what is equal in both', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.csv', bytes)] }));
  const { rows, total } = value(await core.ask('import.rows', { filter: { kind: 'duplicate' } }));
  expect(total).toBe(1);
  expect(rows[0]?.repeats).toMatchObject({ row: 2, file: '流水.csv', batch: 1 });
  expect(rows[0]?.repeats?.sameColumns.every(({ same }) => same)).toBe(true);
  const other = csv([
    header,
    ['澄溪医药有限公司', '9999990000000000001', '2024/7/15', '出', '20000', '张某某', '补', 'S1'],
  ]);
  const { check } = value(await core.ask('import.check', { tickets: [core.give('补.csv', other)], keep: true }));
  const again = value(await core.ask('import.rows', { check: check ?? '' }));
  expect(again.rows[0]?.repeats).toMatchObject({ row: 2, file: '流水.csv', inCase: true });
  expect(again.rows[0]?.repeats?.sameColumns.filter(({ same }) => !same).map(({ header: of }) => of)).toEqual([
    '交易日期',
    '交易金额',
    '摘要',
  ]);
});

test('cells written the same way are found together, with what each may stand for', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.csv', bytes)] }));
  const filter = { code: 'amount.unreadable', column: 4, seen: '1.2万元（含税）' };
  const { rows } = value(await core.ask('import.matching', { filter }));
  expect(rows.map(({ row, suggestion }) => [row, suggestion])).toEqual([
    [3, { column: 4, value: '12,000.00元' }],
    [6, { column: 4, value: '12,000.00元' }],
  ]);
  value(
    await core.ask('import.correct', {
      rows: rows.map(({ rowId, suggestion }) => ({ rowId, cells: [suggestion ?? { column: 0, value: '' }] })),
      reason: '含税价',
    }),
  );
  const after = value(await core.ask('import.rows', {}));
  expect([after.all, after.kinds]).toEqual([4, { rejected: 1, duplicate: 1, corrected: 2 }]);
});

test.each([
  ['1.2万元（含税）', 1, '12,000.00元'],
  ['1.2（含税）', 10_000, '12,000.00元'],
  ['2O,000.00', 1, '20,000.00元'],
  ['约2万', 1, undefined],
  ['贰万?', 1, undefined],
  ['面议', 1, undefined],
  ['2万（其中1万退回）', 1, undefined],
])('the amount %s in units of %i may stand for %s', (shown, unit, wanted) => {
  expect(suggestFix('amount', shown, unit)?.value).toBe(wanted);
});

test.each([
  ['2025-09-31', undefined],
  ['2025-09-3O', '2025-09-30'],
  ['2025--09-30', '2025-09-30'],
  ['2025.7.15（补）', '2025.7.15'],
  ['5/6/2024（补）', undefined],
])('the date %s may stand for %s', (shown, wanted) => {
  expect(suggestFix('date', shown, 1)?.value).toBe(wanted);
});

const fixtures = join(import.meta.dirname, '../../../../../../shared/fixtures');
const has = (folder: string) => existsSync(join(fixtures, folder));

test.skipIf(!has('banks'))(
  '14 exact repetitions of a real bank list stay listed and come in when a person says so',
  async () => {
    const core = importCore();
    const file = 'download_bank_connections.csv';
    const all = readFileSync(join(fixtures, 'banks', file));
    const tickets = [core.give(file, all)];
    // lists of links between banks are no kind of sheet of ours: read as companies, every cell of a repetition is equal
    const said = { file, sheet: '*', category: 'company', columns: [{ index: 4, header: 'entity_b', field: 'name' }] };
    const { files: reports } = value(await core.ask('import.check', { tickets, answers: [said] }));
    const rows = reports[0]?.sheets[0]?.rows;
    expect(rows?.read).toBe(
      (rows?.imported ?? 0) + (rows?.rejected ?? 0) + (rows?.duplicate ?? 0) + (rows?.skipped ?? 0),
    );
    expect(rows?.duplicate).toBe(14);
    const { files: whole } = value(
      await core.ask('import.check', { tickets, answers: [{ ...said, importDuplicates: true as const }] }),
    );
    expect(whole[0]?.sheets[0]?.rows).toMatchObject({ duplicate: 0, imported: (rows?.imported ?? 0) + 14 });
  },
);

test.skipIf(!has('aml-fan-in'))(
  'the exact repetitions of the laundering set are asked about, and imported whole when a person says so',
  async () => {
    const core = importCore();
    const all = readFileSync(join(fixtures, 'aml-fan-in/20K_fanin200/transactions.csv'), 'utf8');
    // the repetitions are among the smallest transfers: what joins two marked nodes is below 10
    const [head = '', ...lines] = all.split(/\r?\n/).filter((text) => text !== '');
    const small = lines.filter((text) => Number(text.split(',')[2]) < 10);
    const exact = small.length - new Set(small).size;
    expect(exact).toBeGreaterThan(0);
    const file = 'transactions.csv';
    const tickets = [core.give(file, new TextEncoder().encode([head, ...small].join('\n')))];
    const said = {
      file,
      sheet: '*',
      category: 'bank_flow',
      plus: 'out' as const,
      columns: [
        { index: 0, header: 'sourceNodeId', field: 'holder_name' },
        { index: 1, header: 'targetNodeId', field: 'counterparty_name' },
        { index: 2, header: 'value', field: 'amount' },
        { index: 3, header: 'time', field: 'remark' },
      ],
      facts: { txn_date: '2024-01-01' },
    };
    const { files } = value(await core.ask('import.check', { tickets, answers: [said] }));
    const rows = files[0]?.sheets[0]?.rows;
    expect(rows).toMatchObject({ read: small.length, rejected: 0, duplicate: exact });
    const whole = value(
      await core.ask('import.check', { tickets, answers: [{ ...said, importDuplicates: true as const }] }),
    );
    expect(whole.files[0]?.sheets[0]?.rows).toMatchObject({ imported: small.length, duplicate: 0 });
  },
);

test('what can be treated at once names its column on whatever page its rows are; of a folder of files it is one line for each problem', async () => {
  const core = importCore();
  const files = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      core.give(
        `${n}.csv`,
        csv([header, line('2024-09-31', '5', '吴某', `A${n}`), line('2024-09-30', `${n}.00`, '吴某', `B${n}`)]),
      ),
    );
  const groupsOf = async (count: number) => {
    const { check } = value(await core.ask('import.check', { tickets: files(count), keep: true }));
    return value(await core.ask('import.rows', { check: check ?? '', limit: 1 })).groups;
  };
  const few = await groupsOf(3);
  expect(few.map(({ code, header, rows }) => [code, header, rows])).toEqual(
    Array.from({ length: 3 }, () => ['date.unreadable', '交易日期', 1]),
  );
  expect(await groupsOf(41)).toEqual([{ code: 'date.unreadable', sheet: null, column: null, header: null, rows: 41 }]);
});
