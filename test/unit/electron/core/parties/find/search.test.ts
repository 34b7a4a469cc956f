import { expect, test } from 'vitest';
import { readAmountQuery } from '../../../../../../electron/core/parties/find/amount-query.ts';
import { cellScan } from '../../../../../../electron/core/parties/find/cell-scan.ts';
import { readDayQuery } from '../../../../../../electron/core/parties/find/day-query.ts';
import { searchCells } from '../../../../../../electron/core/parties/find/search-cells.ts';
import search from '../../../../../../electron/core/parties/search.request.ts';
import searchCellsRequest from '../../../../../../electron/core/parties/search-cells.request.ts';
import searchList from '../../../../../../electron/core/parties/search-list.request.ts';
import { ask } from '../../../../../make/ask.ts';
import { makeCase } from '../../../../../make/make-case.ts';

const store = makeCase()
  .payments([
    {
      from: '瑞衡药业有限公司',
      to: '周启明',
      toAccount: '9999990000000000011',
      yuan: '49900',
      on: '2024-07-15',
      memo: '学术推广费',
    },
    { from: '瑞衡药业有限公司', to: '周明', yuan: '120000.50', on: '2024-07-16', memo: '咨询费' },
    {
      from: '瑞衡药业有限公司',
      to: '周启明',
      toAccount: '9999990000000000011',
      yuan: '8',
      on: '2024-07-17',
      memo: '讲课"费"',
    },
  ])
  .sheet('conference', [{ name: '周末骨科新技术论坛', start_date: '2024-07-01', organizer: '澄溪市医学会' }])
  .store();
const find = (text: string, limit = 8) => ask(search, 'search', store, { text, limit });
const cellsWith = (text: string) => ask(searchCellsRequest, 'search.cells', store, { text });
const titles = async (text: string) => (await find(text)).hits.map(({ kind, title }) => `${kind} ${title}`);

test('two characters are found anywhere in a name, one at its beginning', async () => {
  expect(await titles('启明')).toEqual(expect.arrayContaining(['party 周启明']));
  const { hits, totals } = await find('周');
  expect(hits.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
    'conference 周末骨科新技术论坛',
    'party 周启明',
    'party 周明',
  ]);
  expect(totals).toEqual({ party: 2, identifier: 0, conference: 1, thing: 0, finding: 0 });
});

test('a name written in full comes before names that only contain it', async () => {
  expect((await find('周明')).hits[0]).toMatchObject({ kind: 'party', title: '周明' });
});

test('an account is found by any part of it, also by its end', async () => {
  expect((await find('0011')).hits).toMatchObject([
    {
      kind: 'identifier',
      title: '周启明',
      detail: '9999990000000000011',
      matched: [{ by: 'number-end', text: '9999990000000000011', marks: [[15, 19]], label: 'account' }],
    },
  ]);
  expect((await cellsWith('0011')).total).toBe(2);
});

test('amounts are found with unit and comparison, the largest first, with their cell', async () => {
  expect((await find('>1万')).hits).toMatchObject([
    { kind: 'amount', fen: 12_000_050, title: '瑞衡药业有限公司 → 周明', source: { cell: 'D3' } },
    { kind: 'amount', fen: 4_990_000, source: { file: 'bank_flow-1.csv', row: 2, cell: 'D2' } },
  ]);
  expect((await find('4.99万')).hits.filter(({ kind }) => kind === 'amount')).toHaveLength(1);
  expect((await find('>1万', 1)).totals).toEqual({ amount: 2 });
});

test('what was typed is read as a range of fen', () => {
  expect(readAmountQuery('＞10万')).toMatchObject({ least: 10_000_001 });
  expect(readAmountQuery('=49900')).toEqual({ least: 4_990_000, most: 4_990_000 });
  expect(readAmountQuery('1万-2万')).toEqual({ least: 1_000_000, most: 2_000_000 });
  expect(readAmountQuery('<=1,234.5元')).toEqual({ least: 0, most: 123_450 });
  expect(readAmountQuery('>100k')).toEqual(readAmountQuery('>10万'));
  expect(readAmountQuery('1.5m')).toEqual({ least: 150_000_000, most: 150_000_000 });
  expect(readAmountQuery('周启明')).toBeUndefined();
  expect(readAmountQuery('2024年7月')).toBeUndefined();
});

test('cells are searched as they stand in the sheet, and it is said how many rows were looked through', async () => {
  const { rows, ...counts } = await cellsWith('讲课"费"');
  expect(rows).toMatchObject([{ kind: 'text', title: '讲课"费"', source: { row: 4 } }]);
  expect(counts).toEqual({ total: 1, searched: 6, of: 6, done: true });
});

test('nothing found is an empty answer with its zeros', async () => {
  expect(await find('查无此人')).toMatchObject({
    hits: [],
    totals: { party: 0, identifier: 0, conference: 0, thing: 0, finding: 0 },
  });
});

test('a name is found by its sound, from any syllable on, or by its initials', async () => {
  for (const text of ['zhouqiming', 'qiming', 'zqm', 'ZQM']) expect(await titles(text)).toContain('party 周启明');
  expect(await titles('rhyy')).toContain('party 瑞衡药业有限公司');
  expect(await titles('ouqiming')).toEqual([]);
});

test('a date in words finds the bookings of those days', async () => {
  expect((await find('2024年7月')).totals).toMatchObject({ day: 3 });
  expect((await find('2024年7月16日')).hits).toMatchObject([
    { kind: 'day', title: '瑞衡药业有限公司 → 周明', fen: 12_000_050 },
  ]);
  expect((await find('2024-07-15至2024-07-16')).totals).toMatchObject({ day: 2 });
  expect((await find('近三个月')).totals).toMatchObject({ day: 0 });
  expect((await find('近2年')).totals).toMatchObject({ day: 3 });
});

test('dates in words are read, and what is none is none', () => {
  const today = '2026-03-31';
  expect(readDayQuery('last 3 months', today)).toEqual(readDayQuery('近三个月', today));
  expect(readDayQuery('Last year', today)).toEqual(readDayQuery('去年', today));
  expect(readDayQuery('March 2024', today)).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  expect(readDayQuery('Sept. 5, 2024', today)).toEqual({ from: '2024-09-05', to: '2024-09-05' });
  expect(readDayQuery('Q3 2024', today)).toEqual({ from: '2024-07-01', to: '2024-09-30' });
  expect(readDayQuery('Maria 2024', today)).toBeUndefined();
  expect(readDayQuery('近一个月', today)).toEqual({ from: '2026-02-28', to: today });
  expect(readDayQuery('去年', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(readDayQuery('上月', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(readDayQuery('最近七天', today)).toEqual({ from: '2026-03-25', to: today });
  expect(readDayQuery('上个月', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(readDayQuery('上周', '2026-04-01')).toEqual({ from: '2026-03-23', to: '2026-03-29' });
  expect(readDayQuery('去年国庆', today)).toEqual({ from: '2025-10-01', to: '2025-10-07' });
  expect(readDayQuery('2024年春节', today)).toEqual({ from: '2024-02-09', to: '2024-02-16' });
  expect(readDayQuery('2023年中秋节', today)).toEqual({ from: '2023-09-29', to: '2023-10-01' });
  expect(readDayQuery('去年三季度', today)).toEqual({ from: '2025-07-01', to: '2025-09-30' });
  expect(readDayQuery('2024年上半年', today)).toEqual({ from: '2024-01-01', to: '2024-06-30' });
  expect(readDayQuery('2023年11月至12月', today)).toEqual({ from: '2023-11-01', to: '2023-12-31' });
  expect(readDayQuery('今年3月5日', today)).toEqual({ from: '2026-03-05', to: '2026-03-05' });
  for (const text of ['2024年13月', '2024年2月30日', '周启明', '0011'])
    expect(readDayQuery(text, today)).toBeUndefined();
});

test('the search through cells goes on until every row was looked through, whatever else is searched meanwhile', async () => {
  const steps = [];
  for (;;) {
    const step = searchCells(store, '学术推广费', { offset: 0, limit: 10 }, 0);
    steps.push(step.searched);
    searchCells(store, '咨询费', { offset: 0, limit: 10 }, 0);
    if (step.done || steps.length > 9) break;
    cellScan(store, '学术推广费').goOn(1);
  }
  expect(steps.at(-1)).toBe(6);
  const { total, searched, of, rows } = await cellsWith('学术推广费');
  expect({ total, searched }).toEqual({ total: 1, searched: of });
  expect(rows).toMatchObject([{ kind: 'text', title: '学术推广费' }]);
});

test('upper and lower case, full and half width are one in cells; the signs between cells are none of them', async () => {
  const odd = makeCase()
    .payments([
      { from: 'Ruiheng Pharma', to: '周启明', yuan: '100', on: '2024-07-15', memo: 'ＡＢＣ１２３ 推广' },
      { from: 'Ruiheng Pharma', to: '周启明', yuan: '200', on: '2024-07-16', memo: null as unknown as string },
    ])
    .store();
  const total = async (text: string) => (await ask(searchCellsRequest, 'search.cells', odd, { text })).total;
  expect(await total('abc123')).toBe(1);
  expect(await total('ruiheng PHARMA')).toBe(2);
  expect(await total('null')).toBe(0);
  expect(await total('","')).toBe(0);
});

test('every word has to stand in a row, wherever in it', async () => {
  expect((await cellsWith('周明 咨询费')).total).toBe(1);
  expect((await cellsWith('周启明 咨询费')).total).toBe(0);
});

test('cells are found exactly where the texts of the rows say, by any part of them', async () => {
  const texts = ['学术推广费', '讲课费', 'ABC', 'a"b', '反\\斜', '①号', '𠮷野'];
  const rows = Array.from({ length: 40 }, (_, at) => ({
    from: '瑞衡药业有限公司',
    to: `张某${at}`,
    yuan: String(at + 1),
    on: '2024-07-15',
    memo: `${texts[at % texts.length]}${texts[(at * 3) % texts.length]}`,
  }));
  const many = makeCase().payments(rows).store();
  for (const part of ['推广', '费', 'bc', 'a"', '\\斜', '①', '𠮷', '费讲', '张某1'])
    expect([part, (await ask(searchCellsRequest, 'search.cells', many, { text: part })).total]).toEqual([
      part,
      rows.filter(({ memo, to }) => `${memo}\n${to}`.toLowerCase().includes(part)).length,
    ]);
});

const staff = makeCase()
  .sheet('staff', [
    {
      name: '沈国栋',
      employer: '澄溪市第一人民医院',
      dept: '设备科',
      position: '设备科科长',
      id_no: '990000196207030810',
    },
    { name: '王骨', employer: '澄溪市第二人民医院', dept: '骨科', position: '副主任医师' },
    { name: '李平', employer: '澄溪市第一人民医院', dept: '骨科', title: '主任医师' },
  ])
  .sheet('bid', [
    {
      ...{ tender_no: 'CX-ZB-0001', tender_name: '骨科耗材采购项目', buyer: '澄溪市第一人民医院' },
      ...{ bidder: '澄溪骨科器械有限公司', bid_amount: '100000', open_date: '2024-01-05' },
    },
  ])
  .payments([
    { from: '澄溪骨科器械有限公司', to: '沈国栋', yuan: '42500', on: '2024-03-02', memo: '顾问费' },
    { from: '澄溪骨科器械有限公司', to: '李平', yuan: '900', on: '2024-03-02', memo: '讲课费' },
  ])
  .store();
const among = (text: string) => ask(search, 'search', staff, { text });

test('a post or a department finds people, who stand apart from things; each hit says what fits, with the part of it', async () => {
  const { hits, totals } = await among('骨科');
  expect(hits.map(({ kind, title, matched }) => [kind, title, matched[0]?.by, matched[0]?.text])).toEqual([
    ['party', '澄溪骨科器械有限公司', 'name', '澄溪骨科器械有限公司'],
    ['party', '王骨', 'dept', '骨科'],
    ['party', '李平', 'dept', '骨科'],
    ['thing', '骨科耗材采购项目', 'name', '骨科耗材采购项目'],
  ]);
  expect(hits[0]?.matched[0]?.marks).toEqual([[2, 4]]);
  expect(totals).toMatchObject({ party: 3, thing: 1 });
  expect((await among('设备科科长')).hits[0]?.matched).toMatchObject([{ by: 'title', marks: [[0, 5]] }]);
  expect((await among('sgd')).hits[0]?.matched).toMatchObject([{ by: 'sound', text: '沈国栋', marks: [[0, 3]] }]);
});

test('several words have all to fit: a name with whom somebody works for, a department, or the last digits', async () => {
  const found = async (text: string) =>
    (await among(text)).hits.filter(({ kind }) => kind === 'party').map(({ title }) => title);
  expect(await found('沈国栋 第一人民医院')).toEqual(['沈国栋']);
  expect(await found('沈国栋 第二人民医院')).toEqual([]);
  expect(await found('骨科 第一人民医院')).toEqual(['李平']);
  expect(await found('sgd 0810')).toEqual(['沈国栋']);
  expect((await among('沈国栋 第一人民医院')).hits[0]?.matched.map(({ by, text }) => `${by} ${text}`)).toEqual([
    'name 沈国栋',
    'employer 澄溪市第一人民医院',
  ]);
});

test('a name beside an amount or a date finds the bookings of that party, and it is said how these were understood', async () => {
  const { hits, totals, understood } = await among('沈国栋 >1万');
  expect(totals).toMatchObject({ amount: 1 });
  expect(hits.find(({ kind }) => kind === 'amount')).toMatchObject({
    fen: 4_250_000,
    title: '澄溪骨科器械有限公司 → 沈国栋',
    matched: [{ by: 'name', marks: [[13, 16]] }],
  });
  expect(understood).toEqual({ least: 1_000_001 });
  expect((await among('讲课费 2024年3月')).totals).toMatchObject({ day: 1 });
  expect((await among('2024年3月')).understood).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  expect((await among('>1万 <4万')).totals).toEqual({ amount: 0 });
});

test('every result of a kind can be listed, page after page, each once and in one order', async () => {
  const people = Array.from({ length: 25 }, (_, at) => ({
    from: '瑞衡药业有限公司',
    to: `王伟${'甲乙丙丁戊'[at % 5]}${at}`,
    yuan: '100',
    on: '2024-07-15',
  }));
  const many = makeCase().payments(people).store();
  const page = (offset: number, limit: number) =>
    ask(searchList, 'search.list', many, { text: '王伟', kind: 'party', offset, limit });
  const whole = await page(0, 100);
  expect([whole.total, whole.rows.length]).toEqual([25, 25]);
  const pages = [...(await page(0, 10)).rows, ...(await page(10, 10)).rows, ...(await page(20, 10)).rows];
  expect(pages.map(({ title }) => title)).toEqual(whole.rows.map(({ title }) => title));
  expect(new Set(pages.map(({ party }) => party?.id)).size).toBe(25);
});
