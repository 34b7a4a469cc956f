import { expect, test } from 'vitest';
import { WorkbookBuilder } from '../../../../../electron/core/import/read/grid.ts';
import { readWorkbook } from '../../../../../electron/core/import/read/read-workbook.ts';
import { recogniseSheet } from '../../../../../electron/core/import/recognise-sheet.ts';
import { csv, type MadeSheet, xlsx } from '../../../../make/workbooks.ts';

async function recognise(rows: string[][], file = '材料.csv', folder = '') {
  const book = await readWorkbook(csv(rows), file);
  const grid = book.ok ? book.value.sheets[0] : undefined;
  if (!grid) throw new Error('no sheet');
  return recogniseSheet(grid, { sheet: null, file, folder });
}
async function recogniseBook(sheet: MadeSheet, file = '材料.xlsx') {
  const book = await readWorkbook(xlsx([sheet]), file);
  const grid = book.ok ? book.value.sheets[0] : undefined;
  if (!grid) throw new Error('no sheet');
  return recogniseSheet(grid, { sheet: grid.name, file, folder: '' });
}
const fields = (found: Awaited<ReturnType<typeof recognise>>) =>
  found.columns.map(({ header, field }) => `${header} → ${field}`);

test('the header is the row that names most columns, wherever it stands among titles', async () => {
  const found = await recognise([
    ['某银行交易流水明细单', '', ''],
    ['户名：张某某', '', '账号：9999990000000000001'],
    ['起止日期：2024-01-01 — 2024-06-30'],
    ['序号', '记账日期', '借贷标志', '交易金额', '账户余额', '对方户名', '对方账号', '摘要'],
    ['1', '2024-01-02', '借', '5', '95', '商店', '', '消费'],
  ]);
  expect(found).toMatchObject({ sheet: { id: 'bank_flow' }, header: { at: 3, rows: 1 }, problems: [] });
  expect(found.facts).toEqual([
    { field: 'holder_name', value: '张某某', from: 'title', cell: 'A2' },
    { field: 'holder_account', value: '9999990000000000001', from: 'title', cell: 'C2' },
    { field: 'statement_period', value: '2024-01-01 — 2024-06-30', from: 'title', cell: 'A3' },
  ]);
});

test('a second header row is joined to the first: 收入 over 金额 is an income, 收入 over 笔数 is none', async () => {
  const rows = [
    ['交易日期', '摘要', '收入', '', '支出', '', '余额', '对方户名'],
    ['', '', '金额', '笔数', '金额', '笔数', '', ''],
    ['2024-01-02', '消费', '', '', '5', '1', '95', '商店'],
  ];
  const text = [
    '交易日期 → txn_date',
    '摘要 → summary',
    '收入 金额 → amount_in',
    '收入 笔数 → null',
    '支出 金额 → amount_out',
    '支出 笔数 → null',
    '余额 → balance',
    '对方户名 → counterparty_name',
  ];
  const asText = await recognise(rows);
  expect([asText.header?.rows, fields(asText)]).toEqual([2, text]);
  const merged = await recogniseBook({
    name: '明细',
    rows,
    merges: ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2', 'G1:G2', 'H1:H2'],
  });
  expect([merged.header?.rows, fields(merged)]).toEqual([2, text]);
});

test('of two columns for one field the better name wins, but an empty column never does; the other stays as it is', async () => {
  const header = [
    '交易日期',
    '入账日期',
    '交易金额(收入)',
    '交易金额(支出)',
    '记账金额(收入)',
    '记账金额(支出)',
    '对方户名',
  ];
  const both = await recognise([header, ['2024-01-02', '2024-01-03', '1', '', '', '9', '甲']]);
  expect(fields(both).slice(0, 4)).toEqual([
    '交易日期 → txn_date',
    '入账日期 → null',
    '交易金额(收入) → amount_in',
    '交易金额(支出) → null',
  ]);
  const dashes = await recognise([
    header,
    ['2024-01-02', '2024-01-03', '-', '-', '9', '', '甲'],
    ['2024-01-02', '', '-', '-', '', '8', '乙'],
  ]);
  expect(fields(dashes).slice(2, 6)).toEqual([
    '交易金额(收入) → null',
    '交易金额(支出) → null',
    '记账金额(收入) → amount_in',
    '记账金额(支出) → amount_out',
  ]);
});

test('a holder nobody names in the sheet is taken from the file, then the folder, and it is said where from', async () => {
  const rows = [
    ['交易日期', '收付标志', '交易金额', '对手户名', '交易余额'],
    ['2024-01-02', '出', '5', '商店', '1'],
  ];
  expect((await recognise(rows, '003_银行流水_欧阳明_9999990000000000019.csv')).facts).toEqual(
    [
      { field: 'holder_name', value: '欧阳明', from: 'file', cell: null },
      { field: 'holder_card', value: '9999990000000000019', from: 'file', cell: null },
    ].map((fact) => (fact.field === 'holder_card' ? { ...fact, field: 'holder_account' } : fact)),
  );
  expect((await recognise(rows, '2024年流水.csv', '调取/云杉管理有限公司')).facts).toEqual([
    { field: 'holder_name', value: '云杉管理有限公司', from: 'folder', cell: null },
  ]);
  expect((await recognise(rows, '工商银行流水2024年1-6月.csv')).facts).toEqual([]);
});

test('the unit above the table holds for all amounts, unless a header has its own', async () => {
  const found = await recognise([
    ['甲药业有限公司费用明细表'],
    ['', '', '', '单位：万元'],
    ['凭证日期', '凭证号', '费用类型', '金额', '税额（元）', '收款人'],
    ['2024-01-02', '1', '会议费', '1.5', '900', '乙公司'],
  ]);
  expect(found).toMatchObject({
    sheet: { id: 'expense' },
    unit: 10_000,
    facts: [{ field: 'company', value: '甲药业有限公司', from: 'title', cell: 'A1' }],
  });
  expect(found.columns.filter(({ unit }) => unit !== undefined)).toMatchObject([{ header: '税额（元）', unit: 1 }]);
});

test('a sheet that could be two kinds, or none, is a Problem that names the candidates', async () => {
  const unknown = await recognise([
    ['甲', '乙', '丙'],
    ['1', '2', '3'],
  ]);
  expect(unknown).toMatchObject({ sheet: null, problems: [{ code: 'sheet.no-header' }] });
  const doubtful = await recognise([
    ['日期', '金额', '备注', '序号'],
    ['2024-01-02', '5', '', '1'],
  ]);
  expect(doubtful).toMatchObject({ sheet: null, problems: [{ code: 'sheet.unrecognised' }] });
  expect(doubtful.candidates.length).toBeGreaterThan(1);
  const staff = await recognise([
    ['姓名', '单位', '科室', '职称', '手机号'],
    ['张某某', '某医院', '骨科', '主任医师', '19900001234'],
  ]);
  expect(staff).toMatchObject({ sheet: null, problems: [{ code: 'sheet.unrecognised' }] });
  expect(staff.candidates.slice(0, 2).map(({ category }) => category)).toEqual(['staff', 'conference_person']);
});

test('the order of columns and the sheet’s other columns do not matter', async () => {
  const header = ['对手户名', '备用一', '交易金额', '交易日期', '备用二', '收付标志', '交易余额'];
  const found = await recognise([header, ['甲', '', '1', '2024-01-02', '', '出', '3']]);
  expect(found.sheet?.id).toBe('bank_flow');
  expect(fields(found)).toEqual([
    '对手户名 → counterparty_name',
    '备用一 → null',
    '交易金额 → amount',
    '交易日期 → txn_date',
    '备用二 → null',
    '收付标志 → dc_flag',
    '交易余额 → balance',
  ]);
});

test('an empty sheet has no header', () => {
  const builder = new WorkbookBuilder();
  builder.file({ format: 'csv', encoding: null, delimiter: null, date1904: false });
  builder.sheet({ name: '空', hidden: false });
  const grid = builder.finish().sheets[0];
  if (!grid) throw new Error('no sheet');
  expect(recogniseSheet(grid, { sheet: '空', file: '', folder: '' })).toMatchObject({
    sheet: null,
    problems: [{ code: 'sheet.no-header' }],
  });
});

test('实际参会人数 is the attendance of a conference', async () => {
  const found = await recognise([
    ['会议名称', '开始日期', '主办单位', '城市', '实际参会人数'],
    ['骨科研讨会', '2024-06-14', '云澜省骨科学会', '澄溪市', '80'],
  ]);
  expect(fields(found)).toContain('实际参会人数 → actual_attendance');
});
