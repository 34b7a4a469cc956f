import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowDraft } from '../../../../../../../electron/core/import/read/xlsx/row-draft.ts';
import { SharedStrings } from '../../../../../../../electron/core/import/read/xlsx/shared-strings.ts';
import { SheetScanner } from '../../../../../../../electron/core/import/read/xlsx/sheet-scanner.ts';

/** Marks of amounts below zero, blanks of all kinds, what JSON, XML and Excel write in their own way, and other text. */
const character = fc.constantFrom(
  ...'-−–－﹣(（)12.5aZ_x一药龥𠮷é ',
  '\u00a0',
  '\u3000',
  '\u2003',
  '"',
  '\\',
  '&',
  '\t',
  '\n',
);
const text = fc.array(character, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));

/** The row of these cells, each given as it stands in a sheet, as a shared string, or as JSON. */
function rowOf(cells: readonly string[], way: 'sheet' | 'shared' | 'json') {
  const draft = new RowDraft();
  const strings = new SharedStrings();
  const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('_', '_x005F_');
  if (way === 'shared')
    strings.feed(Buffer.from(`<sst>${cells.map((cell) => `<si><t>${escaped(cell)}</t></si>`).join('')}</sst> `));
  for (const [column, cell] of cells.entries()) {
    const bytes = Buffer.from(`>${cell}<`);
    const wasPut =
      (way === 'sheet' && draft.plainText(column, bytes, 1, bytes.length - 1)) ||
      (way === 'shared' && draft.sharedText(column, strings, column));
    if (!wasPut) draft.json(column, JSON.stringify(cell));
  }
  const out = Buffer.alloc(draft.size);
  const size = draft.copyTo(out, 0);
  const { filled, mayHoldNegatives } = draft;
  return { row: JSON.parse(out.toString('utf8', 0, size)) as unknown, parts: draft.parts(), filled, mayHoldNegatives };
}

test('a text is the same in a row whether it came as bytes, as a shared string or as a string, and so is what is known of the row', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
      const asString = rowOf(cells, 'json');
      expect(asString.row).toEqual(cells);
      expect(rowOf(cells, 'sheet')).toEqual(asString);
      expect(rowOf(cells, 'shared')).toEqual(asString);
    }),
    { numRuns: 2_000 },
  );
});

test('a cell that comes late takes its place, and what stood there goes', () => {
  const draft = new RowDraft();
  draft.json(0, '"甲"');
  draft.json(3, '"丁"');
  draft.json(1, '"乙"');
  draft.json(0, '"新"');
  const out = Buffer.alloc(draft.size);
  expect(out.toString('utf8', 0, draft.copyTo(out, 0))).toBe('["新","乙",null,"丁"]');
  expect(draft.parts()).toEqual(['"新"', '"乙"', 'null', '"丁"']);
});

test('bytes that are no UTF-8 are shown as damaged in their cell, and the cells beside them are whole', () => {
  const damaged = Buffer.from('<row r="1"><c t="str"><v>张XY三</v></c><c t="str"><v>李四</v></c></row>');
  damaged[damaged.indexOf('X')] = 0xe5;
  damaged[damaged.indexOf('Y')] = 0xff;
  const rows: string[] = [];
  const scanner = new SheetScanner(
    { row: (_, draft) => rows.push(`[${draft.parts().join(',')}]`) },
    { strings: new SharedStrings(), formats: [], date1904: false },
    () => undefined,
  );
  scanner.feed(Buffer.concat([Buffer.from('<worksheet><sheetData>'), damaged]));
  scanner.feed(Buffer.from('</sheetData></worksheet>'));
  scanner.end();
  expect(rows).toEqual(['["张\ufffd\ufffd三","李四"]']);
});
