import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SheetGrid } from '../../../../../../../electron/core/import/read/grid.ts';
import { readDelimited } from '../../../../../../../electron/core/import/read/read-delimited.ts';
import { readWorkbook } from '../../../../../../../electron/core/import/read/read-workbook.ts';
import { type Cell, cellAddress } from '../../../../../../../shared/evidence/cell.ts';
import { foreignFolder, foreignWorkbooks, noForeignFiles } from '../../../../../../make/foreign.ts';

/** Sheets of which Excel wrote other cells than the file holds: it had opened and worked on them. */
const changedByExcel: Readonly<Record<string, string>> = {
  '47813.xlsx.2': 'the workbook has two sheets, Excel wrote a third',
  'workbookProtection_workbook_revision_protected.xlsx.3': 'the workbook has three sheets, Excel wrote a fourth',
  'CustomXMLMappings-complex-type.xlsx.1':
    'its first column is hidden behind a mapped table; Excel wrote the cells shifted',
  'FormulaEvalTestData_Copy.xlsx.0': 'Excel calculated anew and left out the hidden rows above',
};

/** Cells whose text differs, each with its reason. */
const known: ReadonlyArray<{ why: string; is: (cell: Cell, excel: string) => boolean }> = [
  {
    why: 'Excel calculated the formulas anew when it wrote the CSV, some with the day of writing; evidence keeps the stored result',
    is: (cell) => cell.formula === true,
  },
  {
    why: 'a value that its format hides is shown as the number it is; Excel writes nothing',
    is: (cell, excel) => excel.trim() === '' && cell.type === 'number',
  },
  {
    why: 'formats 14 and 22 are those of Chinese Windows; this Excel was American',
    is: (cell, excel) => cell.type === 'date' && /^\d{4}\/\d+\/\d+/.test(cell.shown) && sameDay(cell.shown, excel),
  },
  {
    why: 'a day before 1900 is #### in Excel, as wide as the column; it is shown as the number it is',
    is: (cell, excel) => cell.type === 'date' && /^#+$/.test(excel),
  },
  {
    why: 'the time of the system (format [$-F400]) is written as that Windows was set',
    is: (cell, excel) => cell.type === 'date' && `0${cell.shown}` === excel,
  },
];

/** 2024/7/5 15:00 and 7/5/24 15:00 */
const sameDay = (ours: string, excel: string): boolean => {
  const [day = '', time = ''] = ours.split(' ');
  const [year = '', month, date] = day.split('/');
  return [year, year.slice(2)].some((each) => `${month}/${date}/${each} ${time}`.trim() === excel.trim());
};

/** This CSV is Windows-1252: what it has no letter for is an underscore. */
const latin = new TextDecoder('windows-1252');
const letters = new Set(latin.decode(Uint8Array.from({ length: 256 }, (_, i) => i)));
const asExcelWrites = (text: string): string =>
  [...text.replace(/\r\n?/g, '\n')]
    .map((c) => (letters.has(c) ? c : '_'.repeat(c.length)))
    .join('')
    .trim();

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

const cellsOf = (sheet: SheetGrid): Placed[] =>
  Array.from({ length: sheet.length }, (_, i) =>
    sheet.cells(i).flatMap((cell, column) => (cell === null ? [] : [{ row: sheet.number(i), column, cell }])),
  ).flat();

/** Excel begins its CSV where it thinks the sheet begins, at the first cell or before it: the place at which most cells agree. */
function offset(cells: readonly Placed[], lines: readonly (readonly string[])[]): readonly [number, number] {
  const some = cells.slice(0, 300);
  const rows = cells.reduce((least, { row }) => Math.min(least, row - 1), Number.POSITIVE_INFINITY);
  const columns = cells.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY);
  let best: readonly [number, number] = [0, 0];
  let most = -1;
  for (const down of places(rows)) {
    for (const across of places(columns)) {
      const agree = some.filter(
        ({ row, column, cell }) =>
          asExcelWrites(cell.shown) === (lines[row - 1 - down]?.[column - across] ?? '').trim(),
      ).length;
      if (agree > most) [most, best] = [agree, [down, across]];
    }
  }
  return best;
}

const places = (first: number): number[] =>
  Number.isFinite(first) ? [...new Set([0, 1, 2, 3, 4, first].filter((each) => each <= first))] : [0];

test.skipIf(noForeignFiles)(
  'every cell of every .xlsx that Excel itself wrote as CSV is shown as Excel shows it, but for what is named (skipped where the fixtures are absent)',
  { timeout: 120_000 },
  async () => {
    const folder = foreignFolder('baseline-csv');
    const books = new Map(foreignWorkbooks(/\.xlsx$/i).map((book) => [book.name, book.bytes]));
    const lines: string[] = [];
    let [compared, same, sheets] = [0, 0, 0];
    for (const file of readdirSync(folder)) {
      const [, name = '', idx = ''] = /^(.*\.xlsx)\.(\d+)\.csv$/i.exec(file) ?? [];
      const bytes = books.get(name);
      if (!bytes || `${name}.${idx}` in changedByExcel) continue;
      const book = await readWorkbook(bytes, name);
      const sheet = book.ok ? book.value.sheets[Number(idx)] : undefined;
      if (!sheet) {
        lines.push(`${file}: not read`);
        continue;
      }
      sheets++;
      const excel = [...readDelimited(latin.decode(readFileSync(join(folder, file))), ',')].map(({ fields }) => fields);
      const cells = cellsOf(sheet);
      const [down, across] = offset(cells, excel);
      let theirs = excel.flat().filter((text) => text.trim() !== '').length;
      for (const { row, column, cell } of cells) {
        const text = excel[row - 1 - down]?.[column - across] ?? '';
        if (text.trim() !== '') theirs--;
        if (cell.shown.trim() === '' && text.trim() === '') continue;
        compared++;
        if (asExcelWrites(cell.shown) === text.replace(/\r\n?/g, '\n').trim()) same++;
        else if (!known.some(({ is }) => is(cell, text)))
          lines.push(`${file} ${cellAddress(column, row)}: ${JSON.stringify(cell)} | ${text}`);
      }
      if (theirs > 0) lines.push(`${file}: Excel wrote ${theirs} cells that are not read`);
    }
    expect(lines).toEqual([]);
    expect(sheets).toBeGreaterThan(190);
    expect(same / compared).toBeGreaterThan(0.97);
  },
);
