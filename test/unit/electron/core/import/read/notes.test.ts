import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { packZip } from '../../../../../../electron/core/import/pack-zip.ts';
import { biffNotes } from '../../../../../../electron/core/import/read/notes/biff-notes.ts';
import { readWorkbook } from '../../../../../../electron/core/import/read/read-workbook.ts';
import { foreignFolder, noForeignFiles } from '../../../../../make/foreign.ts';

/** What is listed of a file, one line for each note. */
async function listed(bytes: Uint8Array): Promise<string[]> {
  const read = await readWorkbook(bytes, '台账');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.notes.map(
    ({ code, sheet, count, names }) => `${code} ${sheet ?? '-'} ${count}: ${names.join(', ')}`,
  );
}

function withHidden(bookType: 'biff8' | 'xlsb'): Uint8Array {
  const book = XLSX.utils.book_new();
  const shown = XLSX.utils.aoa_to_sheet([
    ['户名', '金额', '备注'],
    ['澄溪公司', 12.5, ''],
    ['松某', 3, ''],
    ['柏某', 4, ''],
  ]);
  shown['!rows'] = [{}, {}, { hidden: true }, { hidden: true }];
  shown['!cols'] = [{}, { hidden: true, wch: 9 }];
  XLSX.utils.book_append_sheet(book, shown, '明细');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['户名', '金额']]), '私账');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['户名', '金额']]), '底账');
  book.Workbook = {
    Sheets: [
      { name: '明细', Hidden: 0 },
      { name: '私账', Hidden: 1 },
      { name: '底账', Hidden: 2 },
    ],
  };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
}

test('an .xlsb of which a part breaks off anywhere is read or said to be damaged, never a fault', async () => {
  const parts = XLSX.CFB.read(withHidden('xlsb'), { type: 'buffer' });
  const files = (parts.FullPaths as string[]).flatMap((path, i) => {
    const { content } = parts.FileIndex[i] ?? {};
    return content && content.length > 0
      ? [{ name: path.replace(/^Root Entry\//, ''), bytes: Buffer.from(content as Uint8Array) }]
      : [];
  });
  const outcomes = new Set<string>();
  for (const part of ['xl/workbook.bin', 'xl/worksheets/sheet1.bin']) {
    const length = files.find(({ name }) => name === part)?.bytes.length ?? 0;
    expect(length).toBeGreaterThan(100);
    for (let end = 0; end < length; end += 3) {
      const cut = files.map(({ name, bytes }) => ({ name, bytes: name === part ? bytes.subarray(0, end) : bytes }));
      const read = await readWorkbook(packZip(cut), 'a.xlsb');
      outcomes.add(read.ok ? 'read' : read.problem.code);
    }
  }
  expect([...outcomes].filter((outcome) => outcome !== 'read' && outcome !== 'file.damaged')).toEqual([]);
});

test('hidden sheets, rows and columns of an .xlsb are listed', async () => {
  expect(await listed(withHidden('xlsb'))).toEqual([
    'hidden-sheet 私账 1: 私账',
    'very-hidden-sheet 底账 1: 底账',
    'hidden-rows 明细 2: 3-4',
    'hidden-columns 明细 1: B',
  ]);
});

test('hidden sheets of an .xls are listed', async () => {
  expect(await listed(withHidden('biff8'))).toEqual(
    expect.arrayContaining(['hidden-sheet 私账 1: 私账', 'very-hidden-sheet 底账 1: 底账']),
  );
});

const record = (type: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const supports = (said: string): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(said.length, 2);
  head[4] = 1;
  return record(0x1ae, Buffer.concat([head, Buffer.from(said, 'utf16le')]));
};

test('a sheet of macros, a link to another workbook and one to a program are listed from the records of an .xls', () => {
  const name = Buffer.from('宏1', 'utf16le');
  const stream = Buffer.concat([
    record(0x809, Buffer.from([0, 6, 5, 0])),
    record(0x85, Buffer.concat([Buffer.from([0xff, 0, 0, 0, 0, 1, 2, 1]), name])),
    supports('\u0001\u0001C账外\u0003私账.xls'),
    supports('cmd\u0003/c calc'),
    record(0x1ae, Buffer.from([1, 0, 1, 4])),
    record(0x0a, Buffer.alloc(0)),
  ]);
  expect(biffNotes(stream).map(({ code, names }) => [code, ...names])).toEqual([
    ['macros', '宏1'],
    ['external-links', 'C:\\账外\\私账.xls'],
    ['dde', 'cmd|/c calc'],
  ]);
});

test('records that end in their middle are passed over', () => {
  const [bof, book] = [record(0x809, Buffer.from([0, 6, 5, 0])), supports('\u0001\u0001C\u0003甲.xls')];
  const whole = Buffer.concat([bof, record(0x85, Buffer.alloc(3)), record(0x208, Buffer.alloc(2)), book]);
  for (let length = 4; length <= whole.length; length++)
    expect(() => biffNotes(whole.subarray(0, length))).not.toThrow();
});

test('macros, links, programs and what is hidden in an .ods are listed', async () => {
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">
<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="明细" table:style-name="ta1"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>户名</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>金额</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter" table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>澄溪公司</text:p></table:table-cell><table:table-cell table:formula="of:='file:///账外/私账.ods'#$Sheet1.A1+DDE(&quot;cmd&quot;;&quot;/c calc&quot;;&quot;x&quot;)" office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="私账" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>户名</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  const bytes = packZip([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', bytes: Buffer.from(content) },
    { name: 'styles.xml', bytes: Buffer.from('<office:document-styles/>') },
    { name: 'Basic/Standard/Module1.xml', bytes: Buffer.from('<x/>') },
    {
      name: 'META-INF/manifest.xml',
      bytes: Buffer.from(
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
      ),
    },
  ]);
  const read = await readWorkbook(bytes, '台账.ods');
  expect(read.ok && read.value.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['明细', false],
    ['私账', true],
  ]);
  expect(await listed(bytes)).toEqual([
    'macros - 1: basic/standard/module1.xml',
    'external-links - 1: file:///账外/私账.ods',
    'dde - 1: cmd|/c calc',
    'hidden-rows 明细 3: 2-4',
    'hidden-columns 明细 1: C',
    'hidden-sheet 私账 1: 私账',
  ]);
});

const foreign: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['sheetjs/sheet_visibility5.xls', ['hidden-sheet Hidden 1: Hidden', 'very-hidden-sheet VeryHidden 1: VeryHidden']],
  ['sheetjs/biff5/comments_stress_test.xls', ['hidden-rows Sheet2 1: 3', 'hidden-columns Sheet2 1: B']],
  ['sheetjs/BlankSheetTypes.xlsb', ['macros - 2: xl/vbaproject.bin, Macro1']],
  ['sheetjs/comments_stress_test.ods', ['hidden-rows Sheet2 1: 3', 'hidden-columns Sheet2 1: B']],
  ['poi/spreadsheet/SimpleMacro.xls', ['macros - 1: _VBA_PROJECT_CUR']],
  ['poi/spreadsheet/XRefCalc.xls', ['external-links - 1: XRefCalcData.xls']],
  ['poi/spreadsheet/ole2-embedding.xls', ['embedded-objects - 2: MBD06CAC85A, MBD06CAB431']],
];

test.skipIf(noForeignFiles)(
  'workbooks of other projects list what they hold (skipped where the fixtures are absent)',
  async () => {
    for (const [name, notes] of foreign) {
      const path = join(foreignFolder('workbooks'), name);
      if (!existsSync(path)) continue;
      expect([name, await listed(new Uint8Array(readFileSync(path)))]).toEqual([name, notes]);
    }
  },
);
