/*
 * 未识别列: a column that no field is mapped to is kept with its row. What stands in it is found by the search, in the window's requests and on the
 * command line, and leads to its cell in the sheet as it was delivered.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CoreCase, startCoreCase } from '../make/core-case.ts';
import { makeDesk } from '../make/desk.ts';
import { csv, xlsx } from '../make/workbooks.ts';

const desk = makeDesk();
let core: CoreCase;
const header = ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '摘要', '影像批次标记'];
const row = (day: string, mark: string) => [
  '澄溪医药有限公司',
  '9999990000000000001',
  day,
  '出',
  '100.00',
  '张某某',
  '学术推广费',
  mark,
];
const files = {
  '流水.xlsx': xlsx([{ name: '明细', rows: [header, row('2024-07-15', '青竹-A0817'), row('2024-07-16', '')] }]),
  '流水.csv': csv([header, row('2024-07-17', '待补'), row('贰月初', '青竹-B0922')], 'gb18030'),
};

beforeAll(async () => {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(desk.cwd, name), bytes);
  core = await startCoreCase();
  await core.import(Object.keys(files).map((name) => join(desk.cwd, name)));
  await desk.newCase('a');
  await desk.json('import', 'a.qycase', ...Object.keys(files));
});
afterAll(async () => {
  await core.end();
  desk.remove();
});

const places = [
  { text: '青竹-A0817', file: '流水.xlsx', sheet: '明细', cell: 'H2', row: 2, state: 'imported' },
  // a row that was rejected holds its cells all the same
  { text: '青竹-B0922', file: '流水.csv', sheet: '流水', cell: 'H3', row: 3, state: 'rejected' },
];

test.each(places)('$text in an unknown column is found, and the source view opens on its cell', async (place) => {
  const { rows, total } = await core.ask('search.cells', { text: place.text });
  const [hit] = rows;
  expect(total).toBe(1);
  expect(hit?.source).toMatchObject({ file: place.file, sheet: place.sheet, row: place.row, cell: place.cell });

  const { rowId = 0, column = null } = hit?.source ?? {};
  const source = await core.ask('source.read', { rowId, field: null });
  const at = source.columns.findIndex(({ header: text }) => text === '影像批次标记');
  expect(source.columns[at]).toMatchObject({ index: 7, name: 'H', field: null, label: null });
  const [line] = source.rows.filter((each) => each.rowId === rowId);
  expect([line?.n, line?.state, line?.cells[at], column]).toEqual([place.row, place.state, place.text, 7]);
});

test('a part of the value is enough, and every cell that holds it is listed', async () => {
  const { rows, total, searched, of } = await core.ask('search.cells', { text: '青竹' });
  expect(rows.map(({ source }) => `${source?.file} ${source?.cell}`).sort()).toEqual(['流水.csv H3', '流水.xlsx H2']);
  expect([total, searched]).toEqual([2, of]);
});

test.each(places)('the command line names the cell of $text', async (place) => {
  const { hits } = await desk.json<{ hits: Array<{ kind: string; source: object | null }> }>(
    'search',
    'a.qycase',
    place.text,
  );
  expect(hits.filter(({ kind }) => kind === 'text').map(({ source }) => source)).toEqual([
    expect.objectContaining({ file: place.file, sheet: place.sheet, cell: place.cell }),
  ]);
});
