import { expect, test } from 'vitest';
import { readAmountQuery } from '../../../../../electron/core/parties/amount-query.ts';
import search from '../../../../../electron/core/parties/search.request.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

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
const titles = async (text: string) => (await find(text)).hits.map(({ kind, title }) => `${kind} ${title}`);

test('two characters are found anywhere in a name, one at its beginning', async () => {
  expect(await titles('启明')).toEqual(expect.arrayContaining(['party 周启明']));
  const { hits, totals } = await find('周');
  expect(hits.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
    'conference 周末骨科新技术论坛',
    'party 周启明',
    'party 周明',
  ]);
  expect(totals).toEqual({ party: 2, identifier: 0, conference: 1, finding: 0 });
});

test('a name written in full comes before names that only contain it', async () => {
  expect((await find('周明')).hits[0]).toMatchObject({ kind: 'party', title: '周明' });
});

test('an account is found by any part of it, also by its end', async () => {
  expect((await find('0011')).hits).toMatchObject([
    { kind: 'identifier', title: '周启明', detail: '9999990000000000011' },
    { kind: 'text' },
    { kind: 'text' },
  ]);
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
  expect(readAmountQuery('周启明')).toBeUndefined();
  expect(readAmountQuery('2024年7月')).toBeUndefined();
});

test('cells are searched as they stand in the sheet, and it is said how many rows were looked through', async () => {
  const { hits, totals, cells } = await find('讲课"费"');
  expect(hits).toMatchObject([{ kind: 'text', title: '讲课"费"', source: { row: 4 } }]);
  expect(totals.text).toBe(1);
  expect(cells).toEqual({ searched: 6, of: 6 });
});

test('nothing found is an empty answer with its zeros', async () => {
  expect(await find('查无此人')).toMatchObject({
    hits: [],
    totals: { party: 0, identifier: 0, conference: 0, finding: 0, text: 0 },
  });
});
