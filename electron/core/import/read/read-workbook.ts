import type { FileNote, FileWish } from '../../../../shared/protocol/import.requests.ts';
import { failed, ok, type Read } from '../../../../shared/protocol/problem.ts';
import { largestFile, mebibytes, tooLarge } from '../../open-ticket.ts';
import { utf8Pieces } from './decode-text.ts';
import { DelimitedRows } from './delimited-rows.ts';
import { type FileHead, type Sink, type Workbook, WorkbookBuilder } from './grid.ts';
import { biffNotes } from './notes/biff-notes.ts';
import { odsNotes } from './notes/ods-notes.ts';
import { xlsbNotes } from './notes/xlsb-notes.ts';
import { preflightZip } from './preflight-zip.ts';
import { sniffDelimiter } from './read-delimited.ts';
import { readHtml } from './read-html.ts';
import { DamagedFile, FileBomb, FileTooLarge, TooManyColumns, TooMuchText } from './refusals.ts';
import { mostColumns, RowPacker, textBudget } from './row-packer.ts';
import { sniff, zipFormat } from './sniff.ts';
import { sniffEncoding } from './sniff-encoding.ts';
import { unlock } from './unlock/unlock.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { findWorkbook } from './xlsx/workbook-parts.ts';
import { ZipParts } from './xlsx/zip-parts.ts';
import { bombClaim, zipDirectory, zipLimits } from './zip-directory.ts';
import { zipMembers } from './zip-members.ts';

/** What a person says about one file where its bytes do not say it, or say it wrongly. */
export interface ReadWish extends Omit<FileWish, 'file'> {
  /** of an archive: passwords that were said of files in it, by their names */
  readonly passwords?: Readonly<Record<string, string>>;
}

/**
 * Bytes of a file → sheets of cells, handed to `sink` as they are read. What the file is, its bytes say, never its name:
 * exports of many systems are tables of HTML or tab-separated text called .xls.
 * Problems: file.empty, file.too-large, file.unknown-format, file.damaged, file.password-protected, file.bomb.
 */
export async function readWorkbookInto(
  sink: Sink,
  bytes: Uint8Array,
  file: string,
  wish: ReadWish = {},
): Promise<Read<null>> {
  if (bytes.length === 0) return failed('file.empty', { params: { file } });
  if (bytes.length > largestFile) return tooLarge(file);
  try {
    return await readByContent(sink, bytes, file, wish);
  } catch (thrown) {
    if (thrown instanceof DamagedFile) return failed('file.damaged', { params: { file } });
    if (thrown instanceof FileBomb) return failed('file.bomb', { params: { file, ratio: thrown.ratio } });
    if (thrown instanceof FileTooLarge)
      return failed('file.too-large', { params: { file, limit: mebibytes(thrown.bytes) } });
    if (thrown instanceof TooMuchText) {
      const ratio = Math.round(textBudget(bytes.length) / bytes.length);
      return failed('file.bomb', { params: { file, ratio } });
    }
    if (thrown instanceof TooManyColumns) {
      return failed('file.too-large', { params: { file, limit: `${mostColumns} × 1048576` } });
    }
    throw thrown;
  }
}

async function readByContent(sink: Sink, bytes: Uint8Array, file: string, wish: ReadWish): Promise<Read<null>> {
  switch (sniff(bytes)) {
    case 'zip':
      return zipped(bytes, sink, file, wish);
    case 'ole':
      return ole(bytes, sink, file, wish);
    case 'biff':
      return oldSpreadsheet(bytes, sink, file);
    case 'text':
      return text(bytes, sink, file, wish);
  }
}

/** Sheets of OOXML are read by our own reader; what else comes in a zip (.ods, the binary .xlsb) SheetJS reads, once it is known what it unpacks to. */
async function zipped(bytes: Uint8Array, sink: Sink, file: string, wish: ReadWish): Promise<Read<null>> {
  const entries = await zipDirectory(bytes);
  if (!entries) throw new DamagedFile('no directory');
  const claim = bombClaim(entries, bytes.length);
  if (claim) throw new FileBomb(claim.ratio);
  const parts = new ZipParts(bytes, entries);
  const format = zipFormat(parts.names);
  if (!format) return archive(bytes, sink, file, wish);
  if (entries.some(({ encrypted }) => encrypted)) return failed('file.password-protected', { params: { file } });
  const workbook = await findWorkbook(parts);
  if (workbook !== undefined) {
    await readXlsx(parts, workbook, sink);
    return ok(null);
  }
  // documents and slides come in the same packages
  if (format === 'xlsx' && !parts.names.some((name) => name.startsWith('xl/')))
    return failed('file.unknown-format', { params: { file } });
  const verdict = await preflightZip(bytes);
  if (verdict.kind === 'bomb') throw new FileBomb(verdict.ratio);
  if (verdict.kind === 'too-large') throw new FileTooLarge(zipLimits.unpacked);
  if (verdict.kind === 'locked') return failed('file.password-protected', { params: { file } });
  if (verdict.kind === 'damaged') throw new DamagedFile('not to be unpacked');
  const notes = format === 'ods' ? await odsNotes(parts) : await xlsbNotes(parts);
  return spreadsheet(bytes, format, sink, file, { unpacked: verdict.bytes, notes });
}

/** A locked file is opened with its password, in memory, and read as what comes out of it. */
async function ole(bytes: Uint8Array, sink: Sink, file: string, wish: ReadWish): Promise<Read<null>> {
  const opened = unlock(bytes, wish.password);
  if (opened === 'not-locked') return oldSpreadsheet(bytes, sink, file);
  if (opened === 'wrong' && wish.password !== undefined) return failed('file.wrong-password', { params: { file } });
  if (typeof opened === 'string') return failed('file.password-protected', { params: { file } });
  return sniff(opened.bytes) === 'zip'
    ? zipped(opened.bytes, sink, file, {})
    : oldSpreadsheet(opened.bytes, sink, file);
}

/** An archive has no sheets: its files are handed over, each to be read as a file of its own. */
async function archive(
  bytes: Uint8Array,
  sink: Sink,
  file: string,
  { password, passwords }: ReadWish,
): Promise<Read<null>> {
  const members = await zipMembers(bytes, file, (name) => passwords?.[name] ?? password);
  if (members.length === 0) return failed('file.empty', { params: { file } });
  for (const member of members) sink.member(member);
  return ok(null);
}

/** The same, into memory. Problem: file.unknown-format for an archive of files. */
export async function readWorkbook(bytes: Uint8Array, name: string, wish: ReadWish = {}): Promise<Read<Workbook>> {
  const builder = new WorkbookBuilder();
  const outcome = await readWorkbookInto(builder, bytes, name, wish);
  return outcome.ok ? finished(builder, name) : outcome;
}

/** What was read, once the reader is through. */
export const finished = (builder: WorkbookBuilder, file: string): Read<Workbook> =>
  builder.members.length > 0 ? failed('file.unknown-format', { params: { file } }) : ok(builder.finish());

const oldSpreadsheet = (bytes: Uint8Array, sink: Sink, file: string): Promise<Read<null>> =>
  spreadsheet(bytes, 'xls', sink, file, { notes: biffNotes(bytes) });

/** SheetJS and its tables of code pages are loaded for the files that need them: statements in .xlsx and .csv do without. */
async function spreadsheet(
  bytes: Uint8Array,
  format: FileHead['format'],
  sink: Sink,
  file: string,
  { unpacked = bytes.length, notes = [] }: { unpacked?: number; notes?: readonly FileNote[] } = {},
): Promise<Read<null>> {
  const { readSpreadsheet } = await import('./read-spreadsheet.ts');
  const outcome = readSpreadsheet(bytes, format, sink, textBudget(unpacked), notes);
  if (outcome === 'password-protected') return failed('file.password-protected', { params: { file } });
  if (outcome === 'damaged') return failed('file.damaged', { params: { file } });
  return ok(null);
}

/** A page or an XML sheet is decoded whole, and no string is longer than 2^29 characters; delimited text goes piece by piece. */
const largestMarkup = 500 * 2 ** 20;

async function text(bytes: Uint8Array, sink: Sink, file: string, wish: ReadWish): Promise<Read<null>> {
  const encoding = wish.encoding ?? sniffEncoding(bytes);
  if (!encoding) return failed('file.unknown-format', { params: { file } });
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 2 ** 20), { stream: bytes.length > 2 ** 20 });
  const start = head.slice(0, 4096).trimStart().toLowerCase();
  // JSON lies beside tables in many folders; as lines of text it would be a sheet that nobody can map
  if (/^(\[\s*)?\{\s*"[^"\n]*"\s*:/.test(start)) return failed('file.unknown-format', { params: { file } });
  const isXml = /^<\?xml|^<(workbook|office:document)\b/.test(start) && !start.includes('<html');
  const isPage = !isXml && /^<(!doctype html|html|table|head|meta|style|body|div)\b/.test(start);
  if ((isXml || isPage) && bytes.length > largestMarkup) throw new FileTooLarge(largestMarkup);
  if (isXml) return spreadsheet(bytes, 'xml', sink, file);
  if (isPage) {
    sink.file({ format: 'html', encoding, delimiter: null, date1904: false });
    const page = new TextDecoder(encoding).decode(bytes);
    readHtml(wish.encoding ? page : withDeclaredCharset(bytes, page), withoutExtension(file), sink);
    return ok(null);
  }
  const delimiter = wish.delimiter ?? sniffDelimiter(head);
  sink.file({ format: 'csv', encoding, delimiter, date1904: false });
  sink.sheet({ name: withoutExtension(file), hidden: false });
  const packer = new RowPacker(sink, textBudget(bytes.length));
  const rows = new DelimitedRows(packer, delimiter);
  for (const piece of utf8Pieces(bytes, encoding)) rows.push(piece, { isLast: false });
  rows.push(new Uint8Array(), { isLast: true });
  packer.flush();
  sink.endSheet({ merges: [] });
  return ok(null);
}

/** 流水.2024.csv → 流水.2024 */
export const withoutExtension = (file: string): string => file.replace(/\.[^.\s]{1,5}$/, '') || file;

/** A page may say its own character set; bytes that are valid UTF-8 are UTF-8 whatever it says. */
function withDeclaredCharset(bytes: Uint8Array, decoded: string): string {
  const declared = /charset\s*=\s*["']?(big5|shift_jis|euc-kr|windows-125\d)/i.exec(decoded.slice(0, 2048))?.[1];
  return declared ? new TextDecoder(declared).decode(bytes) : decoded;
}
