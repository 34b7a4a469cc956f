import { expect, test } from 'vitest';
import { CellFormat } from '../../../../../../../electron/core/import/read/xlsx/cell-format.ts';
import { SharedStrings } from '../../../../../../../electron/core/import/read/xlsx/shared-strings.ts';
import { SheetScanner } from '../../../../../../../electron/core/import/read/xlsx/sheet-scanner.ts';

const sst = `<?xml version="1.0"?><!-- <si><t>nothing</t></si> --><sst xmlns="x" count="9">
<si><t>学术推广费</t></si><si/><si><t xml:space="preserve">  留白 </t></si><si><t/></si>
<si><r><rPr><b/></rPr><t>华康</t></r><r><t>药业𠮷</t></r><rPh sb="0" eb="2"><t>ファカン</t></rPh></si>
<si><t>一&amp;二&#x4E09;&e;_x000D_
_x005F_x0041_</t></si><si><t><![CDATA[<t>角括</t>]]></t></si></sst>`;

const sheet = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE w [<!ENTITY e "<row r='9'>">]><worksheet xmlns="x"><sheetPr/><dimension ref="A1"/>
<cols><col min="2" max="3" hidden="1"/></cols><sheetData><!-- <row r="1"><c><v>1</v></c></row> -->
<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>20000.5</v></c><c r="B1" t="s"><v>4</v></c></row>
<row r='3' hidden='1'><c r='A3' t='inlineStr'><is><t>张某某</t></is></c><c t="str"><f>A1&amp;"中"</f><v>甲&lt;乙</v></c><c/><c t="b"><v>1</v></c></row>
<row/><row><c t="e"><v>#N/A</v></c><c><f>SUM(A1:A2)</f></c><c t="s"><v>5</v></c><c t="s"><v>6</v></c><c t="d"><v>2024-07-15T12:00:00</v></c></row>
<row r="1048576" x:dyDescent="0.25"><c r="A1048576"><f t="shared" si="0"/><v>-1.5E-12</v></c><c r="B1048576" t="inlineStr"><is><r><t>粗</t></r><r><t xml:space="preserve"> 体</t></r><rPh><t>cu</t></rPh></is></c><c><v><![CDATA[12]]></v><extLst><ext><v>9</v></ext></extLst></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells></worksheet>`;

/** Everything a sheet gives when its bytes come in pieces of this size. */
function readIn(size: number, text = sheet) {
  const pieces = (whole: string) => {
    const bytes = Buffer.from(whole);
    return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  };
  const strings = new SharedStrings();
  for (const piece of pieces(sst)) strings.feed(piece);
  const rows: Array<[number, string]> = [];
  const formats = [new CellFormat('General', false), new CellFormat('#,##0.00', false)];
  const scanner = new SheetScanner(
    { row: (n, draft) => rows.push([n, `[${draft.parts().join(',')}]`]) },
    { strings, formats, date1904: false },
    (root) => rows.push([0, root]),
  );
  for (const piece of pieces(text)) scanner.feed(piece);
  scanner.end();
  const hidden = [scanner.hiddenRows.note('hidden-rows', '甲'), scanner.hiddenColumns.note('hidden-columns', '甲')];
  return { rows, merges: scanner.merges, hidden };
}

test('every kind of cell is read as Excel shows it', () => {
  const { rows, merges, hidden } = readIn(1 << 20);
  expect(rows.map(([n, row]) => [n, n === 0 ? row : JSON.parse(row)])).toEqual([
    [0, 'worksheet'],
    [1, ['学术推广费', '华康药业𠮷', ['n', 20000.5, '20,000.50']]],
    [3, ['张某某', ['tf', '甲<乙', '甲<乙'], null, ['b', true, 'TRUE']]],
    [
      5,
      [
        ['e', '#N/A', '#N/A'],
        ['ef', '#UNCALCULATED', '=SUM(A1:A2)'],
        '一&二三&e;\r\n_x0041_',
        '<t>角括</t>',
        ['d', 45488.5, '2024/7/15 12:00:00'],
      ],
    ],
    [1048576, [['nf', -1.5e-12, '-1.5E-12'], '粗 体', ['n', 12, '12']]],
  ]);
  expect(merges).toEqual([{ fromRow: 1, toRow: 3, fromColumn: 0, toColumn: 2 }]);
  expect(hidden).toEqual([
    { code: 'hidden-rows', sheet: '甲', count: 1, names: ['3'] },
    { code: 'hidden-columns', sheet: '甲', count: 2, names: ['B-C'] },
  ]);
});

test('no character and no cell depends on where the bytes are cut', () => {
  const whole = readIn(1 << 20);
  for (let size = 1; size <= 400; size++) expect(readIn(size)).toEqual(whole);
  for (let size = 401; size < sheet.length * 2; size += 37) expect(readIn(size)).toEqual(whole);
});

test('prefixed names are the same names', () => {
  const prefixed = sheet.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:');
  for (const size of [1, 2, 3, 7, 50, 1 << 20]) expect(readIn(size, prefixed)).toEqual(readIn(1 << 20));
});

test('a sheet that ends in the middle is damaged, wherever it ends', () => {
  const end = sheet.indexOf('</sheetData>');
  for (let cut = 20; cut < end; cut += 11) expect(() => readIn(64, sheet.slice(0, cut))).toThrow();
});
