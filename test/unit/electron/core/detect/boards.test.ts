import { expect, test } from 'vitest';
import { boards } from '../../../../../electron/core/detect/boards/index.ts';
import { lotOf } from '../../../../../electron/core/models/example-bids.ts';
import { agreed, invoiced, invoiceNo } from '../../../../../electron/core/models/example-papers.ts';
import { hired, idOf } from '../../../../../electron/core/models/example-people.ts';
import { ordered } from '../../../../../electron/core/models/example-purchases.ts';
import { filed, visited } from '../../../../../electron/core/models/example-reps.ts';
import { accountOf, booked, paid } from '../../../../../electron/core/models/example-rows.ts';
import { prescribed } from '../../../../../electron/core/models/example-treatment.ts';
import { modelById } from '../../../../../electron/core/models/index.ts';
import type { BoardCell } from '../../../../../shared/protocol/boards.requests.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { caseOf } from '../../../../make/detect-in.ts';

const shown = (cell: BoardCell): string | number | null =>
  cell.type === 'text'
    ? cell.text
    : cell.type === 'party'
      ? cell.name
      : cell.type === 'fen'
        ? cell.fen
        : cell.type === 'price'
          ? cell.micro
          : cell.type === 'answer'
            ? cell.answer
            : cell.type === 'words'
              ? cell.words.zh
              : cell.value;

/** The lines of a board as column → what is shown. */
async function linesOf(sheets: Parameters<typeof caseOf>[0], board: string) {
  const core = detectCore(caseOf(sheets));
  const { rows, ...more } = await core.ask('boards.read', { board });
  const columns = boards.find(({ id }) => id === board)!.columns;
  // every figure leads to a cell
  for (const { cited } of rows)
    for (const { source } of (await core.ask('boards.rows', { cited })).rows)
      expect(source.cell, source.field ?? '').not.toBeNull();
  return {
    core,
    ...more,
    rows,
    lines: rows.map(({ cells }) => Object.fromEntries(columns.map(({ id }, index) => [id, shown(cells[index]!)]))),
  };
}

test('every board has as many figures as columns, names models that exist, and says what it lacks in an empty case', async () => {
  const core = detectCore(caseOf({}));
  for (const { id, models } of boards) {
    for (const model of models) expect(modelById.has(model), model).toBe(true);
    const { lacks, rows, all } = await core.ask('boards.read', { board: id });
    expect([id, rows, all]).toEqual([id, [], 0]);
    expect(lacks.length, id).toBeGreaterThan(0);
  }
  expect(await core.refused('boards.read', { board: 'none' })).toBe('board.not-found');
});

test('prices: each hospital beside the lowest price, exactly; what one hospital alone buys is not compared', async () => {
  const { lines, rows, core } = await linesOf(
    {
      purchase: [
        ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40'),
        ordered('望川市人民医院', '2024-03-20', '120.00', '60'),
        ordered('临陂市中心医院', '2024-03-21', '135.00', '10'),
        ordered('望川市人民医院', '2024-03-20', '10.00', '60', { product_code: 'XZZ99AAA000000000000009' }),
      ],
    },
    'prices',
  );
  expect(lines.map(({ hospital, price, gap, hospitals, packs }) => [hospital, price, gap, hospitals, packs])).toEqual([
    ['临陂市中心医院', 13_500_000, 0.35, 3, 10],
    ['望川市人民医院', 12_000_000, 0.2, 3, 60],
    ['澄溪市第一人民医院', 10_000_000, '最低', 3, 40],
  ]);
  // exactly 20 % is not over 20 %
  expect(rows.map(({ cells }) => cells[4])).toMatchObject([{ mark: true }, { mark: false }, { type: 'words' }]);
  const { rows: behind } = await core.ask('boards.rows', { cited: rows[0]!.cited });
  expect(behind.map(({ source }) => [source.row, source.field])).toEqual([[4, 'unit_price']]);
});

test('prices: findings that name hospital and product stand beside the line', async () => {
  const { core } = await linesOf(
    {
      purchase: [
        ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40'),
        ordered('望川市人民医院', '2024-03-20', '135.00', '60'),
      ],
    },
    'prices',
  );
  await core.ask('detect.run', { models: ['price-gap-across-hospitals'] });
  const { rows } = await core.ask('boards.read', { board: 'prices' });
  expect(rows.map(({ findings }) => findings.map(({ model }) => model))).toEqual([['price-gap-across-hospitals'], []]);
  expect(await core.ask('boards.read', { board: 'prices', text: '望川' })).toMatchObject({ total: 1, all: 2 });
});

test('prescribers: the highest of each department, drug and month, beside the mean of all who prescribed anything', async () => {
  const others = ['叶知秋', '薛明远', '孟以宁', '韩思齐', '顾长宁'];
  const { lines, rows } = await linesOf(
    {
      prescription: [
        prescribed('沈以墨', '55', '2024-03-11'),
        prescribed('沈以墨', '-4', '2024-03-12'),
        ...others.map((doctor) => prescribed(doctor, '2', '2024-03-11')),
      ],
    },
    'prescribers',
  );
  expect(lines).toMatchObject([{ doctor: '沈以墨', quantity: 51, doctors: 6, times: 5.02, month: '2024-03' }]);
  expect(rows[0]!.cells[7]).toMatchObject({ mark: true });
  expect(rows[0]!.rows).toBe(2);
});

test('reps: who is active and not filed comes first, who is filed by two companies at once is marked; a sheet that is missing says nothing', async () => {
  const sheets = {
    rep: [
      filed('柳依依', '启衡药业有限公司'),
      filed('柳依依', '禾澜医疗科技有限公司'),
      filed('陶然', '启衡药业有限公司'),
    ],
    rep_activity: [
      visited('陶然', '启衡药业有限公司', '2024-03-01'),
      visited('秦牧', '启衡药业有限公司', '2024-03-02'),
    ],
  };
  const { lines } = await linesOf(sheets, 'reps');
  const noteOf = Object.fromEntries(lines.map(({ rep, note, visits }) => [`${rep}`, [note, visits]]));
  expect(noteOf.秦牧).toEqual(['有活动，无备案', 1]);
  expect(noteOf.陶然).toEqual(['', 1]);
  expect(lines.filter(({ rep }) => rep === '柳依依').every(({ note }) => note === '有备案，无活动')).toBe(true);
  const { lines: alone } = await linesOf({ rep: sheets.rep }, 'reps');
  expect(alone.every(({ visits, note }) => visits === null && note === '')).toBe(true);
});

test('tenders: what bidders have in common is counted and named, and the chart can be opened with all of them', async () => {
  const same = { phone: '13900000001' };
  const { lines, rows } = await linesOf(
    {
      bid: [
        ...lotOf(
          'T1',
          '2024-03-01',
          { 甲医疗有限公司: '100000', 乙医疗有限公司: '104000', 丙医疗有限公司: '120000' },
          {
            甲医疗有限公司: same,
            乙医疗有限公司: same,
          },
        ),
        ...lotOf('T2', '2024-04-01', { 丁医疗有限公司: '90000', 戊医疗有限公司: '99000' }),
      ],
    },
    'tenders',
  );
  expect(lines.map(({ bidders, winner, spread, tied, ties }) => [bidders, winner, spread, tied, ties])).toEqual([
    [3, '甲医疗有限公司', 0.2, 2, '联系电话相同'],
    [2, '丁医疗有限公司', 0.1, 0, ''],
  ]);
  expect(rows.map(({ parties }) => parties.length)).toEqual([3, 2]);
});

test('promotion: six checks say yes, no, or unknown where the sheet is missing', async () => {
  const [payer, agency, doctor] = ['启衡药业有限公司', '澄溪博禾推广服务有限公司', '沈以墨'];
  const expense = [
    booked(payer, agency, '180000.00', '2024-07-15'),
    booked(payer, doctor, '3000.00', '2024-07-16', '讲课费'),
  ];
  const bare = await linesOf({ expense }, 'promotion');
  expect(bare.lines.find(({ payee }) => payee === agency)).toMatchObject({
    meeting: 'unknown',
    contract: 'unknown',
    invoice: 'unknown',
    paid: 'unknown',
    corporate: 'yes',
    people: null,
  });
  const elsewhere = await linesOf(
    { expense, bank_flow: [paid('云栖制药有限公司', '澄溪锦程贸易有限公司', '100.00', '2024-07-13', '货款')] },
    'promotion',
  );
  // statements of others say nothing about whether these two paid each other
  expect(elsewhere.lines.find(({ payee }) => payee === agency)).toMatchObject({ paid: 'unknown' });
  const full = await linesOf(
    {
      expense,
      contract: [agreed(payer, agency, '180000.00', '2024-06-01')],
      invoice: [invoiced(agency, payer, '180000.00', '2024-07-10', invoiceNo(1))],
      bank_flow: [
        paid(payer, agency, '180000.00', '2024-07-13', '学术推广费'),
        paid(agency, doctor, '90000.00', '2024-07-20', '劳务费'),
      ],
    },
    'promotion',
  );
  const line = full.lines.find(({ payee }) => payee === agency);
  expect(line).toMatchObject({ amount: 18_000_000, contract: 'yes', invoice: 'yes', corporate: 'yes' });
  // what was passed on rests on the payments to people, its share on these and on the receipts
  const behind = full.rows[full.lines.indexOf(line!)]!.behind;
  expect(line).toMatchObject({ people: 1, passed: 9_000_000, share: 0.5 });
  expect([behind.people?.rows, behind.passed?.rows, behind.share?.rows]).toEqual([1, 1, 2]);
  expect(full.lines.find(({ payee }) => payee === doctor)).toMatchObject({ corporate: 'no', contract: 'no' });
});

test('company layers: money goes down through firms and platforms to doctors, each figure has its rows, and what no conference or contract explains remains', async () => {
  const [company, firm, platform] = ['启衡药业有限公司', '澄溪博禾推广服务有限公司', '云栖灵活用工科技有限公司'];
  const sheets = {
    bank_flow: [
      paid(company, firm, '180000.00', '2024-07-13', '学术推广费'),
      paid(company, firm, '20000.00', '2024-08-13', '学术推广费'),
      paid(firm, platform, '120000.00', '2024-07-20', '服务费'),
      paid(platform, '沈以墨', '60000.00', '2024-07-25', '劳务费'),
      paid(platform, '韩思齐', '40000.00', '2024-07-25', '劳务费'),
      paid(platform, '秦牧', '9000.00', '2024-07-25', '劳务费', { counterparty_id_no: idOf('秦牧') }),
      paid(company, '叶知秋', '8000.00', '2024-07-30', '工资'),
    ],
    staff: [hired('沈以墨', '澄溪市第一人民医院', { bank_card: accountOf('沈以墨') })],
    rep: [filed('秦牧', company, { id_no: idOf('秦牧') })],
    invoice: [invoiced(firm, company, '180000.00', '2024-07-10', invoiceNo(1))],
  };
  const bare = await linesOf(sheets, 'company-layers');
  expect(bare.lines).toMatchObject([{ company, spent: 20_000_000, remainder: null, explained: null, meetings: null }]);
  const full = await linesOf(
    {
      ...sheets,
      contract: [agreed(company, firm, '20000.00', '2024-08-01', { deliverable: '市场调研报告一份' })],
    },
    'company-layers',
  );
  expect(full.lines).toMatchObject([
    {
      company,
      spent: 20_000_000,
      remainder: 18_000_000,
      share: 0.9,
      firms: 1,
      toFirms: 20_000_000,
      platforms: 1,
      toPlatforms: 12_000_000,
      doctors: 1,
      toDoctors: 6_000_000,
      reps: 1,
      others: 1,
      ofTheirs: 0.625,
      invoiced: 18_000_000,
      explained: 2_000_000,
    },
  ]);
  const { behind } = full.rows[0]!;
  expect(Object.fromEntries(Object.entries(behind).map(([column, { rows }]) => [column, rows]))).toMatchObject({
    spent: 2,
    remainder: 1,
    toDoctors: 1,
    invoiced: 1,
    explained: 2,
    // of what the platform and the firm received: what the company paid, and all of it
    ofTheirs: 3,
  });
});
