/** Grids become bytes: .xlsx and .xls through SheetJS, text files by hand. The same grid gives the same bytes. */
import * as XLSX from 'xlsx';
import { encodeGb18030 } from './gb18030.ts';
import type { GridCell, GridFile, GridSheet } from './grid.ts';

/** What a person sees in the cell. */
export function shown(cell: GridCell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : String(XLSX.SSF.format(cell.z, cell.n));
}

export function encodeFile(file: GridFile): Uint8Array {
  switch (file.format) {
    case 'xlsx':
    case 'xls':
      return encodeWorkbook(file);
    case 'html':
      return new TextEncoder().encode(pageOf(file));
    case 'csv-utf8':
      return new TextEncoder().encode(csvText(file));
    case 'csv-utf8-bom':
      return new TextEncoder().encode(`\ufeff${csvText(file)}`);
    case 'csv-gb18030':
      return encodeGb18030(csvText(file));
  }
}

/** One line for each row, so that the physical line is the row. */
function csvText(file: GridFile): string {
  const [sheet] = file.sheets;
  if (!sheet || file.sheets.length !== 1) throw new Error(`${file.name} must have one sheet`);
  return sheet.rows.map((row) => `${row.cells.map((cell) => quoted(shown(cell))).join(',')}\r\n`).join('');
}

/** A page with one table; a merged title spans its columns. */
function pageOf(file: GridFile): string {
  const [sheet] = file.sheets;
  if (!sheet || file.sheets.length !== 1) throw new Error(`${file.name} must have one sheet`);
  const rows = sheet.rows.map(({ cells }, at) => {
    const merge = sheet.merges.find(([row]) => row === at);
    const shownCells = merge ? cells.filter((_, i) => i <= merge[1] || i > merge[2]) : cells;
    const written = shownCells.map((cell, i) => {
      const span = merge && i === merge[1] ? ` colspan="${merge[2] - merge[1] + 1}"` : '';
      return `<td${span}>${escaped(shown(cell))}</td>`;
    });
    return `<tr>${written.join('')}</tr>`;
  });
  return `<html><head><meta charset="utf-8"></head><body><table border="1">\r\n${rows.join('\r\n')}\r\n</table></body></html>\r\n`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Number formats by their index. Given whole, because SheetJS otherwise keeps those of workbooks read or written before. */
const numberFormats = (): Record<number, string> => ({
  0: 'General',
  1: '0',
  2: '0.00',
  4: '#,##0.00',
  164: 'yyyy-mm-dd',
  165: 'yyyy/m/d',
  166: 'yyyy-mm-dd hh:mm:ss',
  167: 'hh:mm:ss',
  168: '0.0',
});

function encodeWorkbook(file: GridFile): Uint8Array {
  const workbook: XLSX.WorkBook & { SSF?: Record<number, string> } = XLSX.utils.book_new();
  workbook.SSF = numberFormats();
  for (const sheet of file.sheets) XLSX.utils.book_append_sheet(workbook, worksheetOf(sheet), sheet.name.slice(0, 31));
  // without properties of its own SheetJS writes no creation date, and its zip entries carry a fixed one
  const bytes: Uint8Array = XLSX.write(workbook, {
    type: 'buffer',
    bookType: file.format === 'xls' ? 'biff8' : 'xlsx',
    compression: true,
  });
  return Uint8Array.from(bytes);
}

function worksheetOf(sheet: GridSheet): XLSX.WorkSheet {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 1);
  const data = sheet.rows.map((row) => row.cells.map(cellOf));
  const down = sheet.down ?? [];
  for (const [from, to, column] of down) for (let row = from + 1; row <= to; row++) data[row]![column] = undefined;
  return {
    '!data': data,
    '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, sheet.rows.length - 1), c: width - 1 } }),
    '!merges': [
      ...sheet.merges.map(([row, from, to]) => ({ s: { r: row, c: from }, e: { r: row, c: to } })),
      ...down.map(([from, to, column]) => ({ s: { r: from, c: column }, e: { r: to, c: column } })),
    ],
    ...(sheet.hidden
      ? { '!cols': Array.from({ length: width }, (_, at) => ({ hidden: sheet.hidden!.includes(at) })) }
      : {}),
  } as XLSX.WorkSheet;
}

function cellOf(cell: GridCell): XLSX.CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  return typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', v: cell.n, z: cell.z };
}
