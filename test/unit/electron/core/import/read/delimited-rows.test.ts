import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DelimitedRows } from '../../../../../../electron/core/import/read/delimited-rows.ts';
import { type SheetGrid, WorkbookBuilder } from '../../../../../../electron/core/import/read/grid.ts';
import { readDelimited } from '../../../../../../electron/core/import/read/read-delimited.ts';
import { RowPacker } from '../../../../../../electron/core/import/read/row-packer.ts';

/** The sheet, the text coming in pieces of this many bytes. */
function sheetInPieces(text: string, size: number, delimiter = ','): SheetGrid {
  const builder = new WorkbookBuilder();
  builder.file({ format: 'csv', encoding: 'utf-8', delimiter, date1904: false });
  builder.sheet({ name: '表', hidden: false });
  const packer = new RowPacker(builder, Number.POSITIVE_INFINITY);
  const rows = new DelimitedRows(packer, delimiter);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) rows.push(bytes.subarray(at, at + size), { isLast: false });
  rows.push(new Uint8Array(), { isLast: true });
  packer.flush();
  return builder.finish().sheets[0] as SheetGrid;
}

function inPieces(text: string, size: number, delimiter = ','): Array<readonly unknown[]> {
  const sheet = sheetInPieces(text, size, delimiter);
  return Array.from({ length: sheet.length }, (_, i) => [
    sheet.number(i),
    ...sheet.cells(i).map((cell) => cell?.raw ?? null),
  ]);
}

/** The same by reading the whole text at once. */
const whole = (text: string, delimiter = ',') =>
  [...readDelimited(text, delimiter)].flatMap(({ line, fields }) => {
    let width = fields.length;
    while (width > 0 && fields[width - 1] === '') width--;
    return fields.some((field) => field.trim() !== '')
      ? [[line, ...fields.slice(0, width).map((field) => (field === '' ? null : field))]]
      : [];
  });

test('where a piece of text ends makes no difference to the rows', () => {
  const text = 'a,"b\r\n,""c"",",d\r\n,,\r\n  ,\n"x"\t,\\,中\re,f,\n\n"open,1\n2,,3,,';
  for (let size = 1; size <= text.length; size++) expect(inPieces(text, size)).toEqual(whole(text));
  for (const size of [1, 2, 5, 99])
    expect(inPieces('a\tb,c\n\t\td\n', size, '\t')).toEqual(whole('a\tb,c\n\t\td\n', '\t'));
});

test('any text is read the same in pieces and as a whole', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab,-("\n\r; 中，（\\\t\u3000'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (each, size) => {
      expect(inPieces(each, size)).toEqual(whole(each));
    }),
  );
});

test('a sheet that may hold an amount below zero says so, however it is written', () => {
  const mark = fc.constantFrom('-', '−', '–', '－', '﹣', '(', '（');
  fc.assert(
    fc.property(mark, fc.constantFrom('', '￥', '1'), fc.integer({ min: 0, max: 99 }), (sign, before, amount) => {
      const held = before !== '1' || !'-(（'.includes(sign);
      const text = `2024-01-05,张（某）,${before}${sign}${amount}\n`;
      if (held) expect(sheetInPieces(text, 100).mayHoldNegatives).toBe(true);
    }),
  );
  expect(sheetInPieces('2024-01-05,张（某）(a),12.00\n', 100).mayHoldNegatives).toBe(false);
});

test('a delimiter may be a Chinese comma', () => {
  for (const size of [1, 2, 4, 99])
    expect(inPieces('户名，金额\n张，"1，2"\n', size, '，')).toEqual([
      [1, '户名', '金额'],
      [2, '张', '1，2'],
    ]);
});

test('rows whose memory was given back are answered by whoever keeps them, all others as before', () => {
  const text = Array.from({ length: 5_000 }, (_, i) => `${i},${'药'.repeat(200)}`).join('\n');
  const sheet = sheetInPieces(text, 65_536);
  const lines = Array.from({ length: sheet.length }, (_, i) => sheet.packed(i));
  for (const before of [700, 1_024, 3_000]) {
    const asked: number[] = [];
    sheet.letGo?.(before, (i) => {
      asked.push(i);
      return lines[i]!;
    });
    expect(Array.from({ length: sheet.length }, (_, i) => sheet.packed(i))).toEqual(lines);
    expect(asked).toEqual(Array.from({ length: before }, (_, i) => i));
  }
});
