import { expect, test } from 'vitest';
import type { SheetAnswer } from '../../../../../shared/protocol/import.requests.ts';
import type { SheetValues } from '../../../../../shared/protocol/wizard.requests.ts';
import { importCore } from '../../../../make/import-core.ts';
import { csv } from '../../../../make/workbooks.ts';

async function values(rows: string[][], answer: Partial<SheetAnswer> = {}): Promise<SheetValues> {
  const core = importCore();
  const reply = await core.ask('import.values', {
    ticket: core.give('流水.csv', csv(rows)),
    sheet: '流水',
    answers: [{ file: '流水.csv', sheet: '流水', ...answer }],
  });
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value;
}

const header = [
  '本方户名',
  '交易日期',
  '收付标志',
  '交易金额',
  '账户余额',
  '对手户名',
  '对手账号',
  '币种',
  '交易是否成功',
];
const line = (
  day: string,
  flag: string,
  amount: string,
  balance: string,
  more: { account?: string; currency?: string; success?: string } = {},
) => ['张某某', day, flag, amount, balance, '商店', more.account ?? '', more.currency ?? 'CNY', more.success ?? '成功'];

test('codes for in and out are shown with how many rows they have and what the balances prove of them', async () => {
  const found = await values([
    header,
    line('2024-01-02', '1', '5', '95'),
    line('2024-01-03', '1', '5', '90'),
    line('2024-01-04', '1', '10', '80'),
    line('2024-01-05', '2', '20', '100'),
    line('2024-01-06', '9', '7', '500'),
  ]);
  expect(found.directions).toEqual([
    { word: '1', rows: 3, means: 'out', by: 'balance', balanceIn: 0, balanceOut: 2 },
    { word: '2', rows: 1, means: 'in', by: 'balance', balanceIn: 1, balanceOut: 0 },
    { word: '9', rows: 1, means: null, by: null, balanceIn: 0, balanceOut: 0 },
  ]);
});

test('what a person said of a word is told from what the word says itself', async () => {
  const found = await values([header, line('2024-01-02', '出', '5', '95'), line('2024-01-03', 'K', '5', '9')], {
    directions: { K: 'neutral' },
  });
  expect(found.directions.map(({ word, means, by }) => [word, means, by])).toEqual([
    ['出', 'out', 'word'],
    ['K', 'neutral', 'stated'],
  ]);
  expect(found.setAside).toEqual({ failed: 0, reversed: 0, neutral: 1 });
});

test('the unit is shown with where it was found and with an amount read by it; each can be taken back', async () => {
  const rows = [
    ['单位：万元'],
    ['本方户名', '交易日期', '收付标志', '交易金额', '账户余额(元)', '对手户名'],
    ['张某某', '2024-01-02', '出', '1.5', '95', '商店'],
  ];
  const units = async (answer: Partial<SheetAnswer>) =>
    (await values(rows, answer)).units.map(({ unit, from, shown, read }) => [unit, from, shown, read]);
  expect(await units({})).toEqual([
    [10_000, 'title', '1.5', 1_500_000],
    [1, 'header', '95', 9_500],
  ]);
  expect(await units({ units: { '3': 1 } })).toEqual([
    [1, 'column', '1.5', 150],
    [1, 'header', '95', 9_500],
  ]);
  expect(await units({ unit: 1_000 })).toEqual([
    [1_000, 'sheet', '1.5', 150_000],
    [1_000, 'sheet', '95', 9_500_000],
  ]);
  expect((await values(rows)).units.map(({ doubtful }) => doubtful)).toEqual([true, false]);
});

test('success words, currencies, masked and damaged numbers, ambiguous dates and rows left out are counted with examples', async () => {
  const found = await values([
    header,
    line('5/6/2024', '出', '5', '95', { account: '6226******5669', success: 'A0' }),
    line('2024-01-03', '出', '5', '90', { account: '6.22202E+18', currency: 'USD', success: '失败' }),
    line('2024-01-04', '进', '7', '97', { currency: '贝壳', success: '冲正' }),
    ['合计', '', '', '17'],
  ]);
  expect(found).toMatchObject({
    rows: 4,
    hasDirectionColumn: true,
    dates: { ambiguous: 1, examples: [{ shown: '5/6/2024', cell: 'B2', dmy: '2024-06-05', mdy: '2024-05-06' }] },
    masked: { values: 1, examples: [{ shown: '6226******5669', cell: 'G2' }] },
    damaged: { values: 1, examples: [{ shown: '6.22202E+18', cell: 'G3' }] },
    skipped: [{ why: 'total', rows: 1, first: [5] }],
  });
  expect(found.outcomes.map(({ word, means, by }) => [word, means, by]).toSorted()).toEqual([
    ['A0', null, null],
    ['冲正', 'reversed', 'word'],
    ['失败', 'failed', 'word'],
  ]);
  expect(found.currencies.map(({ word, currency }) => [word, currency]).toSorted()).toEqual([
    ['CNY', 'CNY'],
    ['USD', 'USD'],
    ['贝壳', null],
  ]);
});

test('a sheet that is not recognised has no values to show, and says why', async () => {
  const core = importCore();
  const ticket = core.give('流水.csv', csv([['甲', '乙', '丙']]));
  expect(await core.ask('import.values', { ticket, sheet: '流水', answers: [] })).toMatchObject({
    problem: { code: 'sheet.no-header' },
  });
});
