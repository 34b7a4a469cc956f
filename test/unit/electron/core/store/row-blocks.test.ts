import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { searchCells } from '../../../../../electron/core/parties/find/search-cells.ts';
import { copyTables } from '../../../../../electron/core/seal/snapshot.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { sourceOf } from '../../../../../electron/core/store/place.ts';
import { cellsOfRow } from '../../../../../electron/core/store/row-blocks.ts';
import { undoBatch } from '../../../../../electron/core/store/undo-import.ts';
import { unpackCells } from '../../../../../shared/evidence/cell.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { csv } from '../../../../make/workbooks.ts';

const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '备用栏'];
const many = 1300;
const statement = (word: string) => [
  ['澄溪医药流水'],
  header,
  ...Array.from({ length: many }, (_, i) => [
    '澄溪医药有限公司',
    '9999990000000000001',
    '2024-01-05',
    '付',
    i === 700 ? '看不清' : `${i + 1}.00`,
    `张某${i}`,
    `${word}${i}`,
  ]),
];
const file = (path: string, word = '甲') => ({ path, bytes: csv(statement(word), 'utf-8') });

const stored = (store: Store) =>
  store.db.prepare<[], { id: number; n: number; cells: string }>('select id, n, cells from row order by id').all();

test('the rows of a large sheet stand in blocks, and each gives back its own cells', async () => {
  const { store } = await importBytes([
    file('a.csv'),
    { path: 'few.csv', bytes: csv(statement('少').slice(0, 5), 'utf-8') },
  ]);
  const rows = stored(store);
  expect(rows.filter(({ cells }) => cells === '')).toHaveLength(many + 2);
  const written = statement('甲');
  for (const { id, n, cells } of rows.slice(0, many + 2))
    expect(unpackCells(cellsOfRow(store, id, cells)).map((cell) => cell?.shown)).toEqual(written[n - 1]);
  const last = rows.at(-1)!;
  expect(cellsOfRow(store, last.id, last.cells)).toContain('少2');
});

test('a text in a column that means nothing is found in a block, with the cell it stands in', async () => {
  const { store } = await importBytes([file('a.csv')]);
  const { rows, total, searched, of } = searchCells(store, '甲1299', { offset: 0, limit: 10 }, 5_000);
  expect({ total, searched, of }).toEqual({ total: 1, searched: many + 2, of: many + 2 });
  expect(rows[0]?.source).toMatchObject({ file: 'a.csv', row: many + 2, cell: `G${many + 2}` });
  expect(searchCells(store, '甲12', { offset: 0, limit: 1 }, 5_000).total).toBe(1 + 10 + 100);
});

test('a batch that is taken back takes its blocks along, and ids that are given again show the new cells', async () => {
  const { store } = await importBytes([file('a.csv')]);
  const before = stored(store)[10]!;
  expect(cellsOfRow(store, before.id, before.cells)).toContain('甲8');
  store.transaction(() => undoBatch(store, 1, { at: '2026-01-01', actor: '测试员', reason: '误导入' }));
  expect(store.db.prepare('select count(*) from row_block').pluck().get()).toBe(0);
  await importBytes([file('b.csv', '乙')], { store });
  const after = stored(store)[10]!;
  expect(after.id).toBe(before.id);
  expect(cellsOfRow(store, after.id, after.cells)).toContain('乙8');
  expect(sourceOf(store, after.id, 'amount')).toMatchObject({ file: 'b.csv', cell: 'E11' });
});

test('cells in blocks are evidence: they are not changed', async () => {
  const { store } = await importBytes([file('a.csv')]);
  expect(() => store.db.exec("update row_block set data = x'00'")).toThrow(/never changed/);
});

test('a shared copy masks the numbers in blocks as it does everywhere', async () => {
  const { store } = await importBytes([file('a.csv')]);
  store.db.exec("attach ':memory:' as copy");
  copyTables(store, 'copy', 'shared');
  const texts = store.db
    .prepare<[], { data: Buffer }>('select data from copy.row_block')
    .all()
    .map(({ data }) => inflateRawSync(data).toString('utf8'));
  expect(texts.join('\n').split('\n')).toHaveLength(many + 2);
  expect(texts.join('')).toContain('***0001');
  expect(texts.join('')).not.toContain('9999990000000000001');
});
