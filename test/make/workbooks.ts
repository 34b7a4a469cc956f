import * as XLSX from 'xlsx';
import { packZip } from '../../electron/core/import/pack-zip.ts';
import { encodeGb18030 as gb18030Of } from '../../electron/core/import/read/encode-gb18030.ts';

/** Rows as CSV by RFC 4180. */
export const csvText = (rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  rows
    .map((row) => row.map(field).join(','))
    .join('\r\n')
    .concat('\r\n');

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Bytes of a CSV file. GB18030 has no encoder in the platform: only ASCII and the characters of `gbk` below can be written. */
export function csv(
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
  encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' = 'utf-8',
): Uint8Array {
  const text = csvText(rows);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'gb18030') return encodeGb18030(text);
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** The bytes of Chinese Windows, which every text of a test has. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = gb18030Of(text);
  if (!bytes) throw new Error(`no two-byte GB18030 code for something in ${text}`);
  return bytes;
}

/** What a cell of a made workbook holds: a value, or SheetJS's own description of it. */
export type MadeCell = string | number | boolean | null | XLSX.CellObject;

export interface MadeSheet {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly MadeCell[]>;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** Bytes of a real workbook. */
export function workbook(
  sheets: readonly MadeSheet[],
  bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx',
  options: { date1904?: boolean } = {},
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges } of sheets) {
    const sheet: XLSX.WorkSheet = {};
    let width = 1;
    for (const [r, row] of rows.entries()) {
      width = Math.max(width, row.length);
      for (const [c, cell] of row.entries()) if (cell !== null) sheet[XLSX.utils.encode_cell({ r, c })] = toCell(cell);
    }
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: Math.max(0, rows.length - 1), c: width - 1 },
    });
    if (merges) sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })),
    ...(options.date1904 ? { WBProps: { date1904: true } } : {}),
  };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

export const xlsx = (sheets: readonly MadeSheet[]): Uint8Array => workbook(sheets, 'xlsx');

function toCell(cell: Exclude<MadeCell, null>): XLSX.CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  return cell;
}

/** A workbook whose one sheet is the XML given: what no honest program writes. `more` replaces or adds parts. */
export function xlsxOf(sheetData: string, more: Readonly<Record<string, string | Buffer>> = {}): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
  return packZip(
    Object.entries(parts).map(([name, body]) => ({
      name,
      bytes: Buffer.isBuffer(body) ? body : Buffer.from(body, 'utf8'),
    })),
  );
}

/** Bytes of an .xls of before Excel 97 in the characters of Chinese Windows, which SheetJS does not write: places are held by letters, then filled. */
export function oldXls(rows: ReadonlyArray<readonly string[]>, bookType: 'biff2' | 'biff5'): Buffer {
  const words = [...new Set(rows.flat())].filter((word) => /[^\0-\x7f]/.test(word));
  const letters = words.map((word, i) => String.fromCharCode(65 + i).repeat(encodeGb18030(word).length));
  const held = rows.map((row) => row.map((text) => letters[words.indexOf(text)] ?? text));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(held), 'Sheet1');
  const bytes = Buffer.from(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
  // the longest first: a short word may be a piece of no other
  const order = words
    .map((word, i) => ({ word, letter: letters[i] ?? '' }))
    .sort((a, b) => b.letter.length - a.letter.length);
  for (const { word, letter } of order) {
    const code = Buffer.from(encodeGb18030(word));
    for (let at = bytes.indexOf(letter); at >= 0; at = bytes.indexOf(letter, at + code.length)) code.copy(bytes, at);
  }
  const codepage = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
  if (codepage >= 0) bytes.writeUInt16LE(936, codepage + 4);
  return bytes;
}
