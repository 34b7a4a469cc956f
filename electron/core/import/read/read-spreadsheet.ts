import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import type { Cell, CellOrEmpty } from '../../../../shared/evidence/cell.ts';
import type { FileNote } from '../../../../shared/protocol/import.requests.ts';
import type { FileHead, Merge, Sink } from './grid.ts';
import { RowPacker } from './row-packer.ts';

// without its tables SheetJS reads the bytes of Chinese Windows in .xls before Excel 97 as Latin letters: 本方户名 becomes ±¾·½»§Ãû
XLSX.set_cptable(codepages);

export type SpreadsheetOutcome = 'read' | 'password-protected' | 'damaged';

/**
 * Reads .xlsx, .xlsm, .xlsb, .xls, .ods and the XML of Excel 2003 with SheetJS: the only file that knows it. Values are taken as the file stores
 * them; a formula gives its cached result and is marked, nothing is calculated, no link is followed. `notes`: what was listed of the file.
 */
export function readSpreadsheet(
  bytes: Uint8Array,
  format: FileHead['format'],
  sink: Sink,
  budget: number,
  notes: readonly FileNote[] = [],
): SpreadsheetOutcome {
  const book = parse(bytes);
  if (typeof book === 'string') return book;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  sink.file({ format, encoding: null, delimiter: null, date1904 });
  for (const note of notes) sink.note(note);
  const hidden = new Set(notes.filter(({ code }) => /^(very-)?hidden-sheet$/.test(code)).map(({ sheet }) => sheet));
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (!sheet) return 'damaged'; // a sheet is named and not there: better none than some
    const rows = sheet['!data'];
    if (!rows || (sheet['!type'] ?? 'sheet') !== 'sheet') continue; // a chart, a dialog, macros
    sink.sheet({ name, hidden: hidden.has(name) || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 });
    const packer = new RowPacker(sink, budget);
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      if (row) packer.add(r + 1, toCells(row));
    }
    packer.flush();
    sink.endSheet({ merges: (sheet['!merges'] ?? []).map(toMerge) });
    rows.length = 0; // 1 000 000 rows weigh 2 GB here: let each sheet go once it is packed
  }
  return 'read';
}

function parse(bytes: Uint8Array): XLSX.WorkBook | 'password-protected' | 'damaged' {
  try {
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      // for .xls before Excel 95, which may not say in what they are written
      codepage: 936,
      cellNF: true,
      cellText: true,
      cellHTML: false,
      cellDates: false,
      cellStyles: false,
      cellFormula: true,
      // format 14 as Chinese Windows shows it, as our own reader does: 3/4/24 could be either month
      dateNF: 'yyyy/m/d',
      bookVBA: false,
      WTF: false,
    });
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && /out of memory|string length/i.test(error.message)))
      throw error;
    const words = error instanceof Error ? error.message : String(error);
    return /password|encrypt/i.test(words) ? 'password-protected' : 'damaged';
  }
}

const toMerge = (range: XLSX.Range): Merge => ({
  fromRow: range.s.r + 1,
  toRow: range.e.r + 1,
  fromColumn: range.s.c,
  toColumn: range.e.c,
});

function toCells(row: ReadonlyArray<XLSX.CellObject | undefined>): CellOrEmpty[] {
  const cells: CellOrEmpty[] = new Array(row.length);
  for (let c = 0; c < row.length; c++) cells[c] = toCell(row[c]);
  return cells;
}

function toCell(cell: XLSX.CellObject | undefined): CellOrEmpty {
  if (!cell) return null;
  const value = plainValue(cell);
  if (value === null || cell.f === undefined) return value;
  return { ...value, formula: true };
}

function plainValue(cell: XLSX.CellObject): Cell | null {
  const { v, w } = cell;
  if (cell.t === 's') return v === undefined || v === '' ? null : { type: 'text', raw: String(v), shown: String(v) };
  if (cell.t === 'n' && typeof v === 'number') {
    const type = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z) ? 'date' : 'number';
    return { type, raw: v, shown: w ?? String(v) };
  }
  if (cell.t === 'b') return { type: 'bool', raw: v === true, shown: w ?? (v ? 'TRUE' : 'FALSE') };
  if (cell.t === 'e') return { type: 'error', raw: w ?? '#ERROR', shown: w ?? '#ERROR' };
  // a formula that was never calculated: nobody knows its value
  if (cell.f !== undefined) return { type: 'error', raw: '#UNCALCULATED', shown: `=${cell.f}` };
  return null;
}
