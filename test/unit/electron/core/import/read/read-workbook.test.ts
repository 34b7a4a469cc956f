import { expect, test } from 'vitest';
import { packZip } from '../../../../../../electron/core/import/pack-zip.ts';
import type { Workbook } from '../../../../../../electron/core/import/read/grid.ts';
import { readWorkbook } from '../../../../../../electron/core/import/read/read-workbook.ts';
import { csv, csvText, encodeGb18030, workbook, xlsx, xlsxOf } from '../../../../../make/workbooks.ts';

async function read(bytes: Uint8Array, name = '表.xlsx'): Promise<Workbook> {
  const book = await readWorkbook(bytes, name);
  if (!book.ok) throw new Error(book.problem.code);
  return book.value;
}
const problem = async (bytes: Uint8Array, name = '表.xlsx') => {
  const book = await readWorkbook(bytes, name);
  return book.ok ? 'read' : book.problem.code;
};
const shown = (book: Workbook, sheet = 0) => {
  const grid = book.sheets[sheet];
  if (!grid) throw new Error('no such sheet');
  return Array.from({ length: grid.length }, (_, i) => [
    grid.number(i),
    ...grid.cells(i).map((cell) => cell?.shown ?? null),
  ]);
};
const cell = (book: Workbook, row: number, column: number, sheet = 0) => book.sheets[sheet]?.cells(row)[column];

test('a cell keeps what the file stores and what a person sees', async () => {
  const book = await read(
    xlsx([
      {
        name: '明细',
        rows: [
          ['日期', '金额', '卡号', '是', '错'],
          [
            { t: 'n', v: 45488, z: 'yyyy"年"m"月"d"日"' },
            { t: 'n', v: 20000, z: '#,##0.00' },
            { t: 'n', v: 6222021234567890000, z: '0' },
            true,
            { t: 'e', v: 42 },
          ],
          [null, { t: 'n', v: 0.1 + 0.2, f: 'A1+B1' }, '=1+1'],
        ],
      },
    ]),
  );
  expect(book).toMatchObject({ format: 'xlsx', encoding: null, date1904: false });
  expect(book.sheets[0]).toMatchObject({ name: '明细', hidden: false, length: 3, columns: 5 });
  expect(cell(book, 1, 0)).toEqual({ type: 'date', raw: 45488, shown: '2024年7月15日' });
  expect(cell(book, 1, 1)).toEqual({ type: 'number', raw: 20000, shown: '20,000.00' });
  expect(cell(book, 1, 2)).toMatchObject({ type: 'number', raw: 6222021234567890000 });
  expect(cell(book, 1, 3)).toEqual({ type: 'bool', raw: true, shown: 'TRUE' });
  expect(cell(book, 1, 4)).toEqual({ type: 'error', raw: '#N/A', shown: '#N/A' });
  expect(cell(book, 2, 1)).toMatchObject({ type: 'number', raw: 0.1 + 0.2, formula: true });
  expect(cell(book, 2, 2)).toEqual({ type: 'text', raw: '=1+1', shown: '=1+1' });
});

test('rows keep their own numbers over empty rows; hidden sheets, merges and the 1904 calendar are told', async () => {
  const book = await read(
    workbook(
      [
        { name: '甲', rows: [['一'], [], [], ['四', '', '六']], merges: ['A1:C1'] },
        { name: '乙', rows: [[{ t: 'n', v: 1, z: 'yyyy-mm-dd' }]], hidden: true },
      ],
      'xlsx',
      { date1904: true },
    ),
  );
  expect(shown(book)).toEqual([
    [1, '一'],
    [4, '四', null, '六'],
  ]);
  expect(book.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
    { name: '甲', hidden: false },
    { name: '乙', hidden: true },
  ]);
  expect(book.sheets[0]?.merges).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 2 }]);
  expect(book.date1904).toBe(true);
});

test('.xls and .ods give the same cells as .xlsx', async () => {
  const sheets = [
    {
      name: '明细',
      rows: [
        ['户名', '金额'],
        ['张某', 12.5],
      ],
    },
  ];
  for (const [kind, format] of [
    ['biff8', 'xls'],
    ['ods', 'ods'],
  ] as const) {
    const book = await read(workbook(sheets, kind));
    expect([book.format, shown(book)]).toEqual([
      format,
      [
        [1, '户名', '金额'],
        [2, '张某', '12.5'],
      ],
    ]);
  }
});

test('what a file is, its bytes say: HTML and tab-separated text called .xls are read as what they are', async () => {
  const html =
    '<html><head><meta charset="gb2312"></head><body><table><tr><td colspan=2>户名：张某</td></tr><tr><th>日期</th><th>金额</th></tr><tr><td>2024-07-15</td><td>&yen;1,000.00&nbsp;</td></tr><tr><td rowspan="2">6222021234567890123</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>';
  const page = await read(encodeGb18030(html), '流水.xls');
  expect(page).toMatchObject({ format: 'html', encoding: 'gb18030', sheets: [{ name: '流水' }] });
  expect(shown(page)).toEqual([
    [1, '户名：张某'],
    [2, '日期', '金额'],
    [3, '2024-07-15', '¥1,000.00'],
    [4, '6222021234567890123', '1'],
    [5, null, '2'],
  ]);
  const tabs = await read(encodeGb18030('日期\t金额\n2024-07-15\t1,000.00\n'), '流水.xls');
  expect(tabs).toMatchObject({ format: 'csv', encoding: 'gb18030', delimiter: '\t', sheets: [{ name: '流水' }] });
  expect(shown(tabs)).toEqual([
    [1, '日期', '金额'],
    [2, '2024-07-15', '1,000.00'],
  ]);
});

test('a sheet of a text file is named after the file and numbered by its physical lines', async () => {
  const book = await read(csv([['户名'], ['"张\n某"'], [''], ['  '], ['李某']], 'utf-8-bom'), '2024.流水.csv');
  expect(book.sheets[0]?.name).toBe('2024.流水');
  expect(shown(book)).toEqual([
    [1, '户名'],
    [2, '"张\n某"'],
    [6, '李某'],
  ]);
});

test('a formula that was never calculated is an error in its place, never 0 and never an empty cell', async () => {
  const book = await read(
    xlsxOf(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>A1*2</f></c><c r="B2"><f>A1*3</f><v>3</v></c></row>',
    ),
  );
  expect(cell(book, 1, 0)).toEqual({ type: 'error', raw: '#UNCALCULATED', shown: '=A1*2', formula: true });
  expect(cell(book, 1, 1)).toEqual({ type: 'number', raw: 3, shown: '3', formula: true });
});

test('what cannot be read is a clear Problem', async () => {
  expect(await problem(new Uint8Array())).toBe('file.empty');
  expect(await problem(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBe(
    'file.unknown-format',
  );
  expect(await problem(new TextEncoder().encode('%PDF-1.7\n\u0000\u0001\u0002\u0003\u0004\u0005'))).toBe(
    'file.unknown-format',
  );
  const whole = xlsx([
    {
      name: '甲',
      rows: [
        ['户名', '金额'],
        ['张某', 1],
      ],
    },
  ]);
  for (const cut of [4, 100, whole.length >> 1, whole.length - 1])
    expect(await problem(whole.subarray(0, cut))).toBe('file.damaged');
  const old = workbook([{ name: '甲', rows: [['户名'], ['张某']] }], 'biff8');
  expect(await problem(old.subarray(0, 600))).toBe('file.damaged');
});

test('JSON is no table, though it is text; a table may begin with a bracket', async () => {
  for (const json of ['{ "files": [ { "file": "流水.csv", "rows": 3 } ] }', '[\n  {\n  "name": "张某"\n}]'])
    expect(await problem(Buffer.from(json))).toBe('file.unknown-format');
  const book = await read(Buffer.from('[日期],{金额},"a":b\n2024-01-02,5,x\n'));
  expect(cell(book, 0, 0)).toMatchObject({ shown: '[日期]' });
});

test('a zip that is no workbook is no damaged workbook', async () => {
  expect(await problem(packZip([{ name: '照片.txt', bytes: Buffer.from('说明') }]))).toBe('file.unknown-format');
});

test('CSV bytes are the same text in every encoding', async () => {
  const rows = [
    ['户名', '金额'],
    ['张某', '1,000.00'],
  ];
  for (const encoding of ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const) {
    expect(shown(await read(csv(rows, encoding), '流水.csv'))).toEqual([
      [1, '户名', '金额'],
      [2, '张某', '1,000.00'],
    ]);
  }
  expect(csvText([['a"b']])).toBe('"a""b"\r\n');
});
