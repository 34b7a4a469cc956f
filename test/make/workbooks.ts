import * as XLSX from 'xlsx';

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

let gbCodes: Map<string, readonly number[]> | undefined;

/** Encodes by turning the platform's decoder around: every two-byte code is decoded once. */
export function encodeGb18030(text: string): Uint8Array {
  gbCodes ??= decodeAll();
  const bytes: number[] = [];
  for (const c of text) {
    if (c.charCodeAt(0) < 0x80) bytes.push(c.charCodeAt(0));
    else {
      const code = gbCodes.get(c);
      if (!code) throw new Error(`no two-byte GB18030 code for ${c}`);
      bytes.push(...code);
    }
  }
  return Uint8Array.from(bytes);
}

function decodeAll(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail]);
    }
  }
  return codes;
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
