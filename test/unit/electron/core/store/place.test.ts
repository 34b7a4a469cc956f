import { expect, test } from 'vitest';
import { Stop } from '../../../../../electron/core/request.ts';
import { sourceOf, sourcesOf, valueReader } from '../../../../../electron/core/store/place.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

function statement() {
  const store = caseInMemory();
  const columns = [
    { index: 0, header: '交易日期', field: 'txn_date', confidence: 1 },
    { index: 2, header: '收入', field: 'amount_in', confidence: 1 },
    { index: 3, header: '支出', field: 'amount_out', confidence: 1 },
    { index: 4, header: '户名', field: 'holder_name', confidence: 1 },
    { index: 27, header: '附言', field: 'remark', confidence: 1 },
  ];
  const facts = [
    { field: 'holder_name', value: '张某', cell: 'B2', from: 'title' },
    { field: 'holder_account', value: '6217', cell: null, from: 'file' },
  ];
  store.db.exec(`
    insert into evidence(id, uid, name, folder, bytes, sha256, sm3, chunks, taken_at, taken_by) values (1, 'e1', '流水.xlsx', '', 3, 'aa', 'bb', 1, '2026-01-01', '甲');
    insert into batch values (1, 'b1', 1, '2026-01-01', '甲', 'written', null, null, null);`);
  store.db
    .prepare(
      `insert into sheet(id, batch, name, idx, category, confidence, header_row, columns, facts, rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped)
       values (7, 1, '明细', 0, 'bank_flow', 1, 4, ?, ?, 2, 2, 0, 0, 0)`,
    )
    .run(JSON.stringify(columns), JSON.stringify(facts));
  const row = store.db.prepare("insert into row(id, sheet, n, state, cells) values (?, 7, ?, 'imported', ?)");
  row.run(50, 418, JSON.stringify(['2024.7.15', null, null, ['n', 20000, '20,000.00'], '李某']));
  row.run(51, 419, JSON.stringify(['2024.7.16', null, ['n', 5, '5.00'], null, null]));
  return store;
}

const here = { evidence: 1, file: '流水.xlsx', sheetId: 7, sheet: '明细' };

test('a figure leads back to its cell', () => {
  expect(sourceOf(statement(), 50, 'txn_date')).toEqual({
    ...here,
    row: 418,
    rowId: 50,
    field: 'txn_date',
    column: 0,
    cell: 'A418',
  });
});

test('an amount cited by its meaning is found in the column that is filled: 收入 or 支出', () => {
  const cells = sourcesOf(statement(), [
    { row: 50, field: 'amount' },
    { row: 51, field: 'amount' },
    { row: 51, field: 'amount_out' },
  ]).map((source) => source.cell);
  expect(cells).toEqual(['D418', 'C419', 'D419']);
});

test('a value from a title row gives the cell of the title, unless the row has its own', () => {
  const read = valueReader(statement());
  expect(read(50, 'holder_name')).toMatchObject({ shown: '李某', fact: null, source: { cell: 'E418' } });
  expect(read(51, 'holder_name')).toMatchObject({ shown: '张某', source: { row: 419, column: 1, cell: 'B2' } });
});

test('a value from the file name has no cell, and a field no column holds has none either', () => {
  const read = valueReader(statement());
  expect(read(50, 'holder_account')).toMatchObject({
    shown: '6217',
    fact: { from: 'file' },
    source: { column: null, cell: null },
  });
  expect(read(50, 'balance')).toMatchObject({
    shown: '',
    cell: null,
    fact: null,
    source: { column: null, cell: null },
  });
  expect(read(50, null).source).toEqual({ ...here, row: 418, rowId: 50, field: null, column: null, cell: null });
});

test('an empty cell still has its place, behind column Z too', () => {
  expect(valueReader(statement())(51, 'remark')).toMatchObject({
    shown: '',
    cell: null,
    source: { column: 27, cell: 'AB419' },
  });
});

test('a row that is gone is a Problem, not a wrong place', () => {
  const ask = () => sourceOf(statement(), 99, 'amount');
  expect(ask).toThrow(Stop);
  expect(ask).toThrow('source.not-found');
});
