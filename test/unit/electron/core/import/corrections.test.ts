import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { caseState } from '../../../../make/case-state.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';
import { csv, xlsx } from '../../../../make/workbooks.ts';

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要', '交易流水号'];
const line = (day: string, flag: string, amount: string, other: string, no: string, memo = '') => [
  '澄溪医药有限公司',
  '9999990000000000001',
  day,
  flag,
  amount,
  other,
  memo,
  no,
];
const lines = [
  line('2024-07-15', '出', '20,000.00', '张某某', 'S1', '学术推广费'),
  line('2024-07-16', '出', '1.2万元（含税）', '李某某', 'S2', '讲课费'),
  line('2024-07-17', '进', '5', '王某某', 'S3', '退款'),
];

const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
};

async function imported(rows: readonly string[][] = lines): Promise<ImportCore> {
  const core = importCore();
  value(await core.ask('import.write', { tickets: [core.give('流水.csv', csv([header, ...rows]))] }));
  return core;
}
const rowId = (core: ImportCore, n: number, sheet = 1) =>
  core.store.db.prepare('select id from row where n = ? and sheet = ?').pluck().get(n, sheet) as number;
const counts = (core: ImportCore) =>
  core.store.db
    .prepare(
      'select rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped, sums from sheet order by id',
    )
    .raw()
    .all() as unknown[][];

test('a rejected row is corrected in its place: it is imported, the counters move, their sum stays, the cell of the file is kept', async () => {
  const core = await imported();
  const before = caseState(core.store);
  expect(counts(core)).toEqual([[3, 2, 1, 0, 0, '{"amount":"2000500"}']]);

  const row = rowId(core, 3);
  const done = value(
    await core.ask('import.correct', {
      rows: [{ rowId: row, cells: [{ column: 4, value: '12,000.00元' }] }],
      reason: '凭证 17 号为 12,000.00 元',
    }),
  );
  expect(done).toEqual({
    rows: [
      { rowId: row, row: 3, file: '流水.csv', sheet: '流水', before: 'rejected', state: 'imported', problems: [] },
    ],
    findings: 0,
  });
  expect(counts(core)).toEqual([[3, 3, 0, 0, 0, '{"amount":"3200500"}']]);
  expect(core.store.db.prepare('select fen, day from payment where row = ?').get(row)).toEqual({
    fen: 1_200_000,
    day: '2024-07-16',
  });
  const source = value(await core.ask('source.read', { rowId: row, field: 'amount' }));
  expect(source.cell).toMatchObject({ address: 'E3', shown: '1.2万元（含税）', read: '12,000.00' });
  expect(source.corrections).toMatchObject([{ column: 4, original: '1.2万元（含税）', value: '12,000.00元' }]);
  expect(source.rows.find(({ n }) => n === 3)).toMatchObject({ corrected: [{ column: 4, value: '12,000.00元' }] });
  expect(source.rows.find(({ n }) => n === 3)?.cells[4]).toBe('1.2万元（含税）');

  const { rows, total } = value(await core.ask('import.corrections', {}));
  expect([total, rows[0]]).toMatchObject([1, { cell: 'E3', header: '交易金额', actor: '测试员', how: 'after' }]);
  expect(core.store.db.prepare('select action from journal order by seq desc').pluck().get()).toBe('import.corrected');

  value(await core.ask('import.uncorrect', { corrections: [rows[0]?.id ?? 0], reason: '凭证看错' }));
  expect(caseState(core.store)).toEqual(before);
});

test('a correction that cannot be read either is refused and nothing is changed', async () => {
  const core = await imported();
  const before = caseState(core.store);
  for (const [n, text] of [
    [3, '一万多'],
    [2, '不详'],
  ] as const) {
    const reply = await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, n), cells: [{ column: 4, value: text }] }],
      reason: '试',
    });
    expect(reply).toMatchObject({ problem: { code: 'correction.unreadable', at: { cell: `E${n}` }, seen: text } });
  }
  expect(caseState(core.store)).toEqual(before);
});

test('an imported value is corrected and taken back: parties, sums and links follow both ways', async () => {
  const core = await imported();
  const before = caseState(core.store);
  value(
    await core.ask('import.correct', {
      rows: [
        {
          rowId: rowId(core, 2),
          cells: [
            { column: 4, value: '2000' },
            { column: 5, value: '赵某某' },
          ],
        },
      ],
      reason: '录入错误',
    }),
  );
  expect(counts(core)[0]?.at(-1)).toBe('{"amount":"200500"}');
  expect(core.store.db.prepare('select name from party order by name').pluck().all()).not.toContain('张某某');
  const ids = value(await core.ask('import.corrections', {})).rows.map(({ id }) => id);
  expect(ids).toHaveLength(2);
  value(await core.ask('import.uncorrect', { corrections: ids, reason: '更正有误' }));
  expect(caseState(core.store)).toEqual(before);
  expect(core.store.db.pragma('foreign_key_check')).toEqual([]);
});

test('a corrected row that repeats another is a duplicate, listed beside it, imported after all and taken back', async () => {
  const core = await imported([...lines, line('2024-07-15', '出', '贰万?', '张某某', 'S1', '学术推广费')]);
  const row = rowId(core, 5);
  const done = value(
    await core.ask('import.correct', { rows: [{ rowId: row, cells: [{ column: 4, value: '20000' }] }], reason: '补' }),
  );
  expect(done.rows[0]).toMatchObject({ before: 'rejected', state: 'duplicate' });
  expect(counts(core)[0]?.slice(0, 5)).toEqual([4, 2, 1, 1, 0]);
  const before = caseState(core.store);
  value(await core.ask('import.decide', { rows: [row], what: 'import', reason: '两笔都有凭证' }));
  expect(counts(core)[0]?.slice(0, 5)).toEqual([4, 3, 1, 0, 0]);
  expect(core.store.db.prepare('select count(*) from payment').pluck().get()).toBe(3);
  expect(await core.ask('import.decide', { rows: [row], what: 'import', reason: '再' })).toMatchObject({
    problem: { code: 'row.other-state' },
  });
  value(await core.ask('import.decide', { rows: [row], what: 'leave-out', reason: '确为重复' }));
  expect(caseState(core.store)).toEqual(before);
});

test('a rejected row is skipped and read again', async () => {
  const core = await imported();
  const before = caseState(core.store);
  value(await core.ask('import.decide', { rows: [rowId(core, 3)], what: 'skip', reason: '不是付款' }));
  expect(counts(core)[0]?.slice(0, 5)).toEqual([3, 2, 0, 0, 1]);
  value(await core.ask('import.decide', { rows: [rowId(core, 3)], what: 'read', reason: '仍要看' }));
  expect(caseState(core.store)).toEqual(before);
});

test('a row that others were left out for cannot be taken out before them', async () => {
  const core = await imported([lines[1] as string[]]);
  value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 2), cells: [{ column: 4, value: '12000' }] }],
      reason: '补',
    }),
  );
  const again = csv([header, line('2024-07-16', '出', '12000', '李某某', 'S2', '讲课费'), lines[2] as string[]]);
  value(await core.ask('import.write', { tickets: [core.give('再次.csv', again)] }));
  expect(counts(core)[1]?.slice(0, 5)).toEqual([2, 1, 0, 1, 0]);
  const [{ id } = { id: 0 }] = value(await core.ask('import.corrections', {})).rows;
  expect(await core.ask('import.uncorrect', { corrections: [id], reason: '撤' })).toMatchObject({
    problem: { code: 'row.needed', params: { row: 2, other: 2, file: '再次.csv' } },
  });
  value(await core.ask('import.decide', { rows: [rowId(core, 2, 2)], what: 'import', reason: '保留' }));
  value(await core.ask('import.uncorrect', { corrections: [id], reason: '撤' }));
  expect(counts(core).map((sheet) => sheet.slice(0, 5))).toEqual([
    [1, 0, 1, 0, 0],
    [2, 2, 0, 0, 0],
  ]);
});

test('a corrected booking finds its mirror and its reversal, and lets them go again', async () => {
  const core = await imported([
    line('2024-07-15', '出', '贰万?', '云杉管理有限公司', 'S1'),
    line('2024-07-16', '进', '20,000.00', '云杉管理有限公司', 'S2', '冲正'),
    line('2024-08-01', '出', '壹仟?', '云杉管理有限公司', 'S3'),
  ]);
  const other = csv([
    header,
    ['云杉管理有限公司', '9999990000000000002', '2024-08-01', '进', '1000', '澄溪医药有限公司', '', 'T1'],
  ]);
  value(await core.ask('import.write', { tickets: [core.give('对方.csv', other)] }));
  const before = caseState(core.store);
  const reason = '凭证';
  value(
    await core.ask('import.correct', {
      rows: [
        { rowId: rowId(core, 2), cells: [{ column: 4, value: '20000' }] },
        { rowId: rowId(core, 4), cells: [{ column: 4, value: '1000' }] },
      ],
      reason,
    }),
  );
  expect(
    core.store.db
      .prepare(
        'select r.n, f.outcome, f.mirror_of is not null from rec_bank_flow f join row r on r.id = f.row order by f.row',
      )
      .raw()
      .all(),
  ).toEqual([
    [2, 'reversed', 0],
    [3, 'reversed', 0],
    [4, 'ok', 0],
    [2, 'ok', 1],
  ]);
  expect(core.store.db.prepare('select rows_mirrored from sheet').pluck().all()).toEqual([1, 1]);
  const ids = value(await core.ask('import.corrections', {})).rows.map(({ id }) => id);
  value(await core.ask('import.uncorrect', { corrections: ids, reason }));
  expect(caseState(core.store)).toEqual(before);
});

test('cells corrected before the import are read in the dry run and the import alike, and the file stays as it is', async () => {
  const core = importCore();
  const bytes = csv([header, ...lines, lines[0] as string[]]);
  const answers = [
    {
      file: '流水.csv',
      sheet: '流水',
      fixes: [{ row: 3, column: 4, value: '12000', reason: '按万元折算' }],
      skipRows: [4],
      importDuplicates: true as const,
    },
  ];
  const checked = value(await core.ask('import.check', { tickets: [core.give('流水.csv', bytes)], answers }));
  const written = value(await core.ask('import.write', { tickets: [core.give('流水.csv', bytes)], answers }));
  expect(written.files[0]?.sheets).toEqual(checked.files[0]?.sheets);
  expect(written.files[0]?.sheets[0]).toMatchObject({
    rows: { read: 4, imported: 3, rejected: 0, duplicate: 0, skipped: 1 },
    sums: { amount: '5200000' },
  });
  expect(value(await core.ask('import.corrections', {})).rows).toMatchObject([
    { cell: 'E3', original: '1.2万元（含税）', value: '12000', reason: '按万元折算', how: 'before' },
  ]);
  // the repetition that was imported is known as one, and can be left out again
  value(await core.ask('import.decide', { rows: [rowId(core, 5)], what: 'leave-out', reason: '重复' }));
  expect(counts(core)[0]).toEqual([4, 2, 0, 1, 1, '{"amount":"5200000"}']);
});

test('a row under a merged cell, a unit in the header and a stated direction are read again as they were at the import', async () => {
  const core = importCore();
  const sheet = {
    name: '明细',
    rows: [
      ['户名：澄溪医药有限公司', null, null, null],
      ['日期', '金额(万元)', '方向', '对方户名'],
      ['2024-07-15', '2', '甲', '张某某'],
      ['2024-07-16', '3?', '乙', null],
      ['2024-07-17', '4', '甲', null],
    ],
    merges: ['D3:D5'],
  };
  const answers = [
    {
      file: '明细.xlsx',
      sheet: '明细',
      category: 'bank_flow',
      directions: { 甲: 'out' as const, 乙: 'in' as const },
      columns: [
        { index: 0, field: 'txn_date' },
        { index: 1, field: 'amount' },
        { index: 2, field: 'dc_flag' },
        { index: 3, field: 'counterparty_name' },
      ],
    },
  ];
  value(await core.ask('import.write', { tickets: [core.give('明细.xlsx', xlsx([sheet]))], answers }));
  expect(counts(core)[0]).toEqual([3, 2, 1, 0, 0, '{"amount":"6000000"}']);
  value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 4), cells: [{ column: 1, value: '3' }] }],
      reason: '补',
    }),
  );
  expect(
    core.store.db
      .prepare(
        'select f.fen, f.direction, m.name from rec_bank_flow f join mention m on m.id = f.counterparty order by f.row',
      )
      .raw()
      .all(),
  ).toEqual([
    [2_000_000, 'out', '张某某'],
    [3_000_000, 'in', '张某某'],
    [4_000_000, 'out', '张某某'],
  ]);
  // a unit in the cell goes before that of the header
  value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 4), cells: [{ column: 1, value: '300元' }] }],
      reason: '补',
    }),
  );
  expect(core.store.db.prepare("select fen from rec_bank_flow where direction = 'in'").pluck().get()).toBe(30_000);
});

const wholeOf = (core: ImportCore) =>
  counts(core).map(([read, imported_, rejected, duplicate, skipped]) => [
    read,
    Number(imported_) + Number(rejected) + Number(duplicate) + Number(skipped),
  ]);
const namesOfOthers = (core: ImportCore) =>
  core.store.db
    .prepare(
      'select r.n, m.name from rec_bank_flow f join row r on r.id = f.row join mention m on m.id = f.counterparty order by f.row',
    )
    .raw()
    .all();
const bookingColumns = [
  { index: 0, field: 'txn_date' },
  { index: 1, field: 'amount' },
  { index: 2, field: 'dc_flag' },
  { index: 3, field: 'counterparty_name' },
];

test('a correction of a merged cell reads every row again that it covers, and taking it back brings all of them back', async () => {
  const core = importCore();
  const sheet = {
    name: '明细',
    rows: [
      ['户名：澄溪医药有限公司', null, null, null],
      ['日期', '金额', '方向', '对方户名'],
      ['2024-07-32', '2', '出', '张某某'],
      [null, '3', '出', null],
      [null, '4', '出', '李某'],
      [null, '5', '出', null],
      ['2024-08-01', '6', '出', '王某'],
    ],
    merges: ['A3:A6', 'D3:D4'],
  };
  const answers = [{ file: '明细.xlsx', sheet: '明细', category: 'bank_flow', columns: bookingColumns }];
  value(await core.ask('import.write', { tickets: [core.give('明细.xlsx', xlsx([sheet]))], answers }));
  const before = caseState(core.store);
  expect(counts(core)[0]).toEqual([5, 1, 4, 0, 0, '{"amount":"600"}']);
  const done = value(
    await core.ask('import.correct', {
      rows: [
        {
          rowId: rowId(core, 3),
          cells: [
            { column: 0, value: '2024-07-30' },
            { column: 3, value: '赵某' },
          ],
        },
      ],
      reason: '凭证',
    }),
  );
  expect(done.rows.map(({ row, before: was, state }) => [row, was, state])).toEqual(
    [3, 4, 5, 6].map((n) => [n, 'rejected', 'imported']),
  );
  expect(counts(core)[0]).toEqual([5, 5, 0, 0, 0, '{"amount":"2000"}']);
  expect(wholeOf(core)).toEqual([[5, 5]]);
  expect(namesOfOthers(core)).toEqual([
    [3, '赵某'],
    [4, '赵某'],
    [5, '李某'],
    [7, '王某'],
  ]);
  expect(
    core.store.db.prepare('select action, payload from journal order by seq desc limit 1').raw().get(),
  ).toMatchObject(['import.corrected-filled', expect.stringContaining('"followed":3')]);
  const ids = value(await core.ask('import.corrections', {})).rows.map(({ id }) => id);
  value(await core.ask('import.uncorrect', { corrections: ids, reason: '看错' }));
  expect(caseState(core.store)).toEqual(before);
  expect(wholeOf(core)).toEqual([[5, 5]]);
});

test('a correction in a column that is filled down is read in the rows below it up to the next value, and their mirrors follow', async () => {
  const core = importCore();
  const rows: Array<Array<string | null>> = [
    ['户名：澄溪医药有限公司', null, null, null],
    ['日期', '金额', '方向', '对方户名'],
    ['2024-07-01', '2', '出', '张某某'],
    [null, '3000', '出', null],
    ['合计', '3002', null, null],
    [null, '4', '出', null],
    ['2024-08-01', '5', '出', '王某'],
    [null, '6', '出', null],
    ...Array.from({ length: 120 }, (_, i) => [`2024-09-01`, `${i + 10}`, '出', '王某']),
  ];
  const answers = [
    {
      file: '明细.xlsx',
      sheet: '明细',
      category: 'bank_flow',
      columns: bookingColumns,
      fillDown: [0, 3],
      holder: '澄溪医药有限公司',
    },
  ];
  value(await core.ask('import.write', { tickets: [core.give('明细.xlsx', xlsx([{ name: '明细', rows }]))], answers }));
  const mirror = csv([
    header,
    ['云杉管理有限公司', '9999990000000000002', '2024-07-03', '进', '3000', '澄溪医药有限公司', '', 'T1'],
  ]);
  value(await core.ask('import.write', { tickets: [core.give('对方.csv', mirror)] }));
  const before = caseState(core.store);
  const whole = wholeOf(core);
  const done = value(
    await core.ask('import.correct', {
      rows: [
        {
          rowId: rowId(core, 3),
          cells: [
            { column: 0, value: '2024-07-03' },
            { column: 3, value: '云杉管理有限公司' },
          ],
        },
      ],
      reason: '凭证',
    }),
  );
  expect(done.rows.map(({ row }) => row)).toEqual([3, 4, 6]);
  expect(namesOfOthers(core).slice(0, 4)).toEqual([
    [3, '云杉管理有限公司'],
    [4, '云杉管理有限公司'],
    [6, '云杉管理有限公司'],
    [7, '王某'],
  ]);
  expect(core.store.db.prepare('select count(*) from rec_bank_flow where mirror_of is not null').pluck().get()).toBe(1);
  expect(wholeOf(core)).toEqual(whole);
  const ids = value(await core.ask('import.corrections', {})).rows.map(({ id }) => id);
  value(await core.ask('import.uncorrect', { corrections: ids, reason: '看错' }));
  expect(caseState(core.store)).toEqual(before);
});

test('after a correction what is judged over a whole sheet is judged again: shares above the whole, and one number of two', async () => {
  const core = importCore();
  const shares = csv([
    ['企业名称', '股东名称', '持股比例', '股东类型'],
    ['云杉管理有限公司', '张某某', '60%', '自然人'],
    ['云杉管理有限公司', '李某', '90%', '自然人'],
    ['云杉管理有限公司', '王某', '5%', '自然人'],
  ]);
  value(
    await core.ask('import.write', {
      tickets: [core.give('股东.csv', shares)],
      answers: [{ file: '股东.csv', sheet: '股东', category: 'company_person' }],
    }),
  );
  const said = () =>
    core.store.db
      .prepare(
        "select r.n, p.code from row_problem p join row r on r.id = p.row where p.code in ('shares.above-whole', 'number.of-two') order by r.id",
      )
      .raw()
      .all();
  const above = [3, 4].map((n) => [n, 'shares.above-whole']);
  expect(said()).toEqual(above);
  const before = caseState(core.store);
  const done = value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 2), cells: [{ column: 2, value: '5%' }] }],
      reason: '工商档案',
    }),
  );
  expect(said()).toEqual([]);
  expect(done.rows.map(({ row, state }) => [row, state])).toEqual([2, 3, 4].map((n) => [n, 'imported']));
  value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 4), cells: [{ column: 2, value: '6%' }] }],
      reason: '工商档案',
    }),
  );
  expect(said()).toEqual([[4, 'shares.above-whole']]);
  const ids = value(await core.ask('import.corrections', {})).rows.map(({ id }) => id);
  value(await core.ask('import.uncorrect', { corrections: ids, reason: '看错' }));
  expect(said()).toEqual(above);
  expect(caseState(core.store)).toEqual(before);

  const codes = csv([
    ['机构名称', '机构编码'],
    ['东湖医院', 'A01'],
    ['西山医院', 'A01'],
    ['南苑医院', 'A02'],
  ]);
  value(
    await core.ask('import.write', {
      tickets: [core.give('机构.csv', codes)],
      answers: [{ file: '机构.csv', sheet: '机构', category: 'institution' }],
    }),
  );
  expect(said()).toEqual([...above, [3, 'number.of-two']]);
  value(
    await core.ask('import.correct', {
      rows: [{ rowId: rowId(core, 2, 2), cells: [{ column: 1, value: 'A02' }] }],
      reason: '执业许可证',
    }),
  );
  expect(said()).toEqual([...above, [4, 'number.of-two']]);
});

test('whatever a filled cell is corrected to, the case is as if it had been corrected before the import, and taken back as it was', async () => {
  const cell = fc.constantFrom('2024-07-01', '2024-07-32', '', '2024-08-09');
  const name = fc.constantFrom('张某某', '', '云杉管理有限公司');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, name, fc.boolean()), { minLength: 3, maxLength: 14 }),
      fc.nat(),
      fc.constantFrom('2024-07-05', '2024-08-31'),
      fc.constantFrom('李某', '王某'),
      fc.boolean(),
      async (drawn, at, day, other, merged) => {
        const rows = [
          ['户名：澄溪医药有限公司', null, null, null],
          ['日期', '金额', '方向', '对方户名'],
          ['2024-06-30', '1', '出', '赵某'],
          ...drawn.map(([date, who, isTotal], i) =>
            isTotal && i % 3 === 2 ? ['合计', `${i}`, null, null] : [date || null, `${i + 2}.5`, '出', who || null],
          ),
        ];
        const sheet = { name: '明细', rows, ...(merged ? { merges: ['A3:A6', 'D3:D5'] } : {}) };
        const n = merged ? 3 : 3 + (at % (drawn.length + 1));
        const said = {
          file: '明细.xlsx',
          sheet: '明细',
          category: 'bank_flow',
          columns: bookingColumns,
          ...(merged ? {} : { fillDown: [0, 3] }),
        };
        if (rows[n - 1]?.[0] === '合计') return;
        const reason = '凭证';
        const cells = [
          { column: 0, value: day },
          { column: 3, value: other },
        ];
        const [later, first] = [importCore(), importCore()];
        value(await later.ask('import.write', { tickets: [later.give('明细.xlsx', xlsx([sheet]))], answers: [said] }));
        const fixes = cells.map((each) => ({ row: n, ...each, reason }));
        value(
          await first.ask('import.write', {
            tickets: [first.give('明细.xlsx', xlsx([sheet]))],
            answers: [{ ...said, fixes }],
          }),
        );
        const before = caseState(later.store);
        value(await later.ask('import.correct', { rows: [{ rowId: rowId(later, n), cells }], reason }));
        expect(caseState(later.store)).toEqual(caseState(first.store));
        for (const [read, parts] of wholeOf(later)) expect(parts).toBe(read);
        const ids = value(await later.ask('import.corrections', {})).rows.map(({ id }) => id);
        value(await later.ask('import.uncorrect', { corrections: ids, reason }));
        expect(caseState(later.store)).toEqual(before);
      },
    ),
    { numRuns: 15 },
  );
});
