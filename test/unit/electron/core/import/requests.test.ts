import { expect, test } from 'vitest';
import { sheets } from '../../../../../electron/core/sheets/index.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要', '交易流水号'];
const statement = (rows: string[][]) => csv([header, ...rows]);
const first = [
  ['澄溪医药有限公司', '9999990000000000001', '2024.7.15', '出', '20,000.00', '张某某', '学术推广费（7月）', 'S1'],
  ['澄溪医药有限公司', '9999990000000000001', '2024.7.16', '出', '贰万?', '李某某', '讲课费', 'S2'],
  ['澄溪医药有限公司', '9999990000000000001', '2024.7.17', '进', '5', '王某某', '退款', 'S3'],
];

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
};
const rowsIn = (store: { db: { prepare(sql: string): { pluck(): { get(): unknown } } } }, table: string) =>
  store.db.prepare(`select count(*) from ${table}`).pluck().get();

test('a header that stands again in the middle and a total do not make a column look unread', async () => {
  const core = importCore();
  const rows = [...first.slice(0, 1), header, ...first.slice(2), ['合计', '', '', '', '19,995.00', '', '', '']];
  const { files } = value(await core.ask('import.preview', { tickets: [core.give('流水.csv', statement(rows))] }));
  expect(
    files[0]?.sheets[0]?.mapping.map(({ confidence, unreadable, filled }) => [confidence, unreadable, filled]),
  ).toEqual(header.map(() => ['high', 0, 1]));
});

test('a file is previewed, checked without a trace, imported, and each figure leads back to its cell', async () => {
  const core = importCore();
  const ticket = core.give('调取/流水.csv', statement(first));

  const { files } = value(await core.ask('import.preview', { tickets: [ticket] }));
  expect(files[0]).toMatchObject({
    file: '流水.csv',
    folder: '调取',
    format: 'csv',
    encoding: 'utf-8',
    problem: null,
    alreadyImported: null,
  });
  expect(files[0]?.sheets[0]).toMatchObject({
    category: 'bank_flow',
    headerRow: 1,
    headerRows: 1,
    rows: 4,
    unit: 1,
    problems: [],
  });
  expect(files[0]?.sheets[0]?.mapping[4]).toEqual({
    index: 4,
    header: '交易金额',
    field: 'amount',
    confidence: 'medium',
    samples: ['20,000.00', '贰万?', '5'],
    filled: 1,
    unreadable: 1,
    unread: ['贰万?'],
  });

  const checked = value(await core.ask('import.check', { tickets: [ticket] }));
  expect(checked.files[0]).toMatchObject({
    batch: null,
    sheets: [{ rows: { read: 3, imported: 2, rejected: 1, duplicate: 0, skipped: 0 } }],
  });
  expect(checked.samples[0]?.rows[0]?.values).toContainEqual({
    field: 'amount',
    shown: '20,000.00',
    en: null,
    cell: 'E2',
  });
  for (const table of ['evidence', 'batch', 'row', 'mention', 'rec_bank_flow', 'journal'])
    expect([table, rowsIn(core.store, table)]).toEqual([table, 0]);

  const written = value(await core.ask('import.write', { tickets: [ticket], obtained: { how: 'requisition' } }));
  expect(written.files[0]?.sheets).toEqual(checked.files[0]?.sheets);
  expect(written.files[0]?.sheets[0]?.problems).toEqual([
    { row: 3, column: '交易金额', field: 'amount', code: 'amount.unreadable', seen: '贰万?', rejects: true },
  ]);

  const row = core.store.db.prepare('select row from payment where fen = 2000000').pluck().get() as number;
  const source = value(await core.ask('source.read', { rowId: row, field: 'amount', around: 5 }));
  expect(source).toMatchObject({
    file: '流水.csv',
    sheet: '流水',
    row: 2,
    marked: 4,
    headerRow: 1,
    cell: { address: 'E2', type: 'text', raw: '20,000.00', shown: '20,000.00', read: '20,000.00', formula: false },
    citedBy: [],
    duplicates: [],
  });
  expect(source.rows.map(({ n, state }) => `${n} ${state}`)).toEqual([
    '1 header',
    '2 imported',
    '3 rejected',
    '4 imported',
  ]);
  expect(source.rows[2]?.problems).toEqual([{ column: 4, code: 'amount.unreadable' }]);
  expect(source.values.find(({ field }) => field === 'dc_flag')).toMatchObject({
    shown: '出',
    en: 'Out',
    cell: 'D2',
    label: { zh: '收付标志' },
  });
  const more = value(await core.ask('source.rows', { sheetId: source.sheetId, from: 3, to: 900 }));
  expect(more.rows.map(({ n }) => n)).toEqual([3, 4]);

  const problems = value(await core.ask('import.problems', { batch: written.files[0]?.batch ?? 0 }));
  expect(problems).toMatchObject({
    total: 1,
    rows: [{ file: '流水.csv', sheet: '流水', row: 3, cell: 'E3', column: '交易金额', seen: '贰万?' }],
  });
  expect(core.store.db.prepare('select action from journal').pluck().all()).toEqual(['import.written']);
});

test('the same file again is a Problem that names the batch, not a second import', async () => {
  const core = importCore();
  const bytes = statement(first);
  value(await core.ask('import.write', { tickets: [core.give('流水.csv', bytes)] }));
  const again = value(await core.ask('import.write', { tickets: [core.give('改名.csv', bytes)] }));
  expect(again.files[0]).toMatchObject({
    batch: null,
    sheets: [],
    problems: [{ code: 'file.already-imported', params: { batch: '1', at: '2026-01-05' } }],
  });
  expect(rowsIn(core.store, 'batch')).toBe(1);
});

test('a cancelled import leaves nothing', async () => {
  const core = importCore();
  core.cancelled = true;
  const reply = await core.ask('import.write', { tickets: [core.give('流水.csv', statement(first))] });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'job.cancelled' } });
  for (const table of ['evidence', 'batch', 'row', 'mention', 'journal'])
    expect([table, rowsIn(core.store, table)]).toEqual([table, 0]);
});

test('a batch that is taken back leaves its file and its place in the list, and nothing else', async () => {
  const core = importCore();
  const other = statement([
    ['云杉管理有限公司', '9999990000000000002', '2024-07-15', '进', '1.00', '张某某', '', 'T1'],
  ]);
  value(await core.ask('import.write', { tickets: [core.give('甲.csv', statement(first))] }));
  value(await core.ask('import.write', { tickets: [core.give('乙.csv', other)] }));
  const before = core.store.db.prepare('select count(*) from mention').pluck().get();
  const undone = value(await core.ask('import.undo', { batch: 1, reason: '文件有误' }));
  expect(undone).toEqual({ batch: 1, rows: 4, findingsTouched: 0 });
  const mentions = core.store.db
    .prepare('select m.name, p.n, p.file from mention m join place p on p.row = m.first_row order by m.name')
    .all();
  // the 张某某 of the second statement is somebody else: nothing but a name says who he is
  expect(mentions).toEqual([
    { name: '云杉管理有限公司', n: 2, file: '乙.csv' },
    { name: '张某某', n: 2, file: '乙.csv' },
  ]);
  expect(before).toBe(5);
  expect(rowsIn(core.store, 'rec_bank_flow')).toBe(1);
  expect(rowsIn(core.store, 'evidence')).toBe(2);
  expect(core.store.db.pragma('foreign_key_check')).toEqual([]);
  const { batches } = value(await core.ask('import.batches', {}));
  expect(batches.map(({ id, state, undoReason }) => ({ id, state, undoReason }))).toEqual([
    { id: 2, state: 'written', undoReason: null },
    { id: 1, state: 'undone', undoReason: '文件有误' },
  ]);
  expect(await core.ask('import.undo', { batch: 1, reason: '再次' })).toMatchObject({
    problem: { code: 'batch.already-undone' },
  });
  expect(await core.ask('import.undo', { batch: 9, reason: '没有' })).toMatchObject({
    problem: { code: 'batch.not-found' },
  });
  // and the file may come in again
  expect(
    value(await core.ask('import.write', { tickets: [core.give('甲.csv', statement(first))] })).files[0]?.batch,
  ).toBe(3);
});

test('a booking delivered again in another file is listed beside the first; the first cannot be taken back before the second', async () => {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('甲.csv', statement(first))] }));
  const again = value(
    await core.ask('import.write', {
      tickets: [
        core.give(
          '乙.csv',
          statement([
            ...first.slice(2),
            ['澄溪医药有限公司', '9999990000000000001', '2024-08-01', '进', '7', '王某某', '', 'S4'],
          ]),
        ),
      ],
    }),
  );
  expect(again.files[0]?.sheets[0]?.rows).toMatchObject({ read: 2, imported: 1, duplicate: 1 });
  const duplicate = core.store.db.prepare("select id from row where state = 'duplicate'").pluck().get() as number;
  const source = value(await core.ask('source.read', { rowId: duplicate }));
  expect(source.duplicates).toEqual([
    { rowId: expect.any(Number), file: '甲.csv', sheet: '甲', row: 4, how: 'duplicate' },
  ]);
  expect(await core.ask('import.undo', { batch: 1, reason: '重来' })).toMatchObject({
    problem: { code: 'batch.needed', params: { others: '2' } },
  });
  value(await core.ask('import.undo', { batch: 2, reason: '重来' }));
  value(await core.ask('import.undo', { batch: 1, reason: '重来' }));
  for (const table of ['row', 'mention', 'mention_identifier', 'rec_bank_flow', 'party'])
    expect([table, rowsIn(core.store, table)]).toEqual([table, 0]);
});

test('rejected rows go out as a workbook of texts with their reasons', async () => {
  const core = importCore();
  value(
    await core.ask('import.write', {
      tickets: [
        core.give(
          '流水.csv',
          statement([
            ['=1+1', '9999990000000000001', '2024-07-16', '出', '贰万?', '李某某', '=HYPERLINK("x")', 'S2'],
            ...first.slice(2),
          ]),
        ),
      ],
    }),
  );
  const reply = value(
    await core.ask('import.write-rejects', { batch: 1, target: core.target('问题行.xlsx', 'rejects') }),
  );
  expect(reply).toEqual({ name: '问题行.xlsx', rows: 1 });
  const bytes = core.written.get('问题行.xlsx') as Uint8Array;
  const read = value(await core.ask('import.preview', { tickets: [core.give('问题行.xlsx', bytes)] }));
  const head = read.files[0]?.sheets[0]?.head.map(({ cells }) => cells) ?? [];
  expect(head[0]?.slice(-3)).toEqual(['原行号', '问题', '清源标识（勿改）']);
  expect(head[1]?.slice(0, -1)).toEqual([
    '=1+1',
    '9999990000000000001',
    '2024-07-16',
    '出',
    '贰万?',
    '李某某',
    '=HYPERLINK("x")',
    'S2',
    '2',
    '交易金额: 读到“贰万?”，不是金额。可按原件更正，或跳过这一行。',
  ]);
  expect(head[1]?.at(-1)).toMatch(/^QYR1\|/);
});

test('what a person answers goes before what was recognised', async () => {
  const core = importCore();
  const bytes = csv([
    ['说明', '', '', ''],
    ['日子', '数', '谁', '往来'],
    ['5/6/2024', '1.5', '张某某', '1'],
    ['6/6/2024', '2', '李某某', '2'],
  ]);
  const ticket = core.give('杂.csv', bytes);
  const refused = value(await core.ask('import.write', { tickets: [ticket] }));
  expect(refused.files[0]).toMatchObject({ batch: null, problems: [{ code: 'sheet.no-header' }] });
  const said = {
    file: '杂.csv',
    sheet: '杂',
    category: 'bank_flow',
    headerRow: 2,
    unit: 10_000,
    dateOrder: 'dmy' as const,
    directions: { '1': 'in' as const, '2': 'out' as const },
    facts: { holder_name: '云杉管理有限公司' },
    columns: [
      { index: 0, field: 'txn_date' },
      { index: 1, field: 'amount' },
      { index: 2, field: 'counterparty_name' },
      { index: 3, field: 'dc_flag' },
    ],
  };
  const { files } = value(await core.ask('import.preview', { tickets: [ticket], answers: [said] }));
  expect(files[0]?.sheets[0]).toMatchObject({
    category: 'bank_flow',
    confidence: 1,
    headerRow: 2,
    unit: 10_000,
    facts: [{ field: 'holder_name', from: 'stated' }],
  });
  const { files: reports } = value(await core.ask('import.write', { tickets: [ticket], answers: [said] }));
  expect(reports[0]?.sheets[0]).toMatchObject({ rows: { read: 2, imported: 2 }, sums: { amount: '3500000' } });
  expect(core.store.db.prepare('select day, direction, fen from rec_bank_flow order by row').all()).toEqual([
    { day: '2024-06-05', direction: 'in', fen: 1_500_000 },
    { day: '2024-06-06', direction: 'out', fen: 2_000_000 },
  ]);
});

test('an answer that names an unknown field, or one field twice, is a Problem', async () => {
  const core = importCore();
  const ticket = core.give('流水.csv', statement(first));
  const columns = [
    { index: 0, field: 'nobody' },
    { index: 5, field: 'summary' },
    { index: 6, field: 'summary' },
  ];
  const { files } = value(
    await core.ask('import.preview', { tickets: [ticket], answers: [{ file: '流水.csv', sheet: '流水', columns }] }),
  );
  expect(files[0]?.sheets[0]?.problems.map(({ code }) => code)).toEqual([
    'mapping.unknown-field',
    'mapping.field-twice',
  ]);
});

test('every category is listed with its fields for the mapping screen', async () => {
  const { categories } = value(await importCore().ask('import.fields', {}));
  expect(categories.map(({ id }) => id).sort()).toEqual(sheets.map(({ id }) => id).sort());
  expect(categories).toHaveLength(23);
  expect(categories.find(({ id }) => id === 'expense')?.fields[0]).toEqual({
    id: 'company',
    label: { zh: '费用单位', en: 'Paying company' },
    type: 'name_org',
    need: 'cond',
  });
});
