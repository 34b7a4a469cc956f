import { failed, ok, type Read } from '../../../../shared/protocol/problem.ts';
import { decodeText } from './decode-text.ts';
import {
  type FileHead,
  mostColumns,
  RowPacker,
  type Sink,
  TooManyColumns,
  TooMuchText,
  textBudget,
  type Workbook,
  WorkbookBuilder,
} from './grid.ts';
import { preflightZip, zipLimits } from './preflight-zip.ts';
import { readDelimited, sniffDelimiter } from './read-delimited.ts';
import { readHtml } from './read-html.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/** Bytes of one file that are read at all. */
export const largestFile = 1024 * 2 ** 20;

/**
 * Bytes of a file → sheets of cells, handed to `sink` as they are read. What the file is, its bytes say, never its name:
 * exports of many systems are tables of HTML or tab-separated text called .xls.
 * Problems: file.empty, file.too-large, file.unknown-format, file.damaged, file.password-protected, file.bomb.
 */
export async function readWorkbookInto(sink: Sink, bytes: Uint8Array, name: string): Promise<Read<null>> {
  const file = name;
  if (bytes.length === 0) return failed('file.empty', { params: { file } });
  if (bytes.length > largestFile) return tooLarge(file);
  try {
    return await readByContent(sink, bytes, file);
  } catch (thrown) {
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

async function readByContent(sink: Sink, bytes: Uint8Array, file: string): Promise<Read<null>> {
  switch (sniff(bytes)) {
    case 'zip': {
      const verdict = await preflightZip(bytes);
      if (verdict.kind === 'bomb') return failed('file.bomb', { params: { file, ratio: verdict.ratio } });
      if (verdict.kind === 'too-large')
        return failed('file.too-large', { params: { file, limit: mebibytes(zipLimits.unpacked) } });
      if (verdict.kind === 'locked') return failed('file.password-protected', { params: { file } });
      if (verdict.kind === 'damaged') return failed('file.damaged', { params: { file } });
      const format = zipFormat(verdict.names);
      return format
        ? spreadsheet(bytes, format, sink, file, verdict.bytes)
        : failed('file.unknown-format', { params: { file } });
    }
    case 'ole':
      return isEncryptedPackage(bytes)
        ? failed('file.password-protected', { params: { file } })
        : spreadsheet(bytes, 'xls', sink, file);
    case 'biff':
      return spreadsheet(bytes, 'xls', sink, file);
    case 'text':
      return text(bytes, sink, file);
  }
}

/** The same, into memory. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<Read<Workbook>> {
  const builder = new WorkbookBuilder();
  const outcome = await readWorkbookInto(builder, bytes, name);
  return outcome.ok ? ok(builder.finish()) : outcome;
}

export const tooLarge = (file: string) => failed('file.too-large', { params: { file, limit: mebibytes(largestFile) } });

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

function spreadsheet(
  bytes: Uint8Array,
  format: FileHead['format'],
  sink: Sink,
  file: string,
  unpacked = bytes.length,
): Read<null> {
  const outcome = readSpreadsheet(bytes, format, sink, textBudget(unpacked));
  if (outcome === 'password-protected') return failed('file.password-protected', { params: { file } });
  if (outcome === 'damaged') return failed('file.damaged', { params: { file } });
  return ok(null);
}

/** A text is decoded whole, and no string is longer than 2^29 characters. */
const largestText = 500 * 2 ** 20;

function text(bytes: Uint8Array, sink: Sink, file: string): Read<null> {
  if (bytes.length > largestText) return failed('file.too-large', { params: { file, limit: mebibytes(largestText) } });
  const decoded = decodeText(bytes);
  if (!decoded) return failed('file.unknown-format', { params: { file } });
  const { encoding } = decoded;
  const start = decoded.text.slice(0, 4096).trimStart().toLowerCase();
  if (/^<\?xml|^<(workbook|office:document)\b/.test(start) && !start.includes('<html')) {
    return spreadsheet(bytes, 'xml', sink, file);
  }
  if (/^<(!doctype html|html|table|head|meta|style|body|div)\b/.test(start)) {
    sink.file({ format: 'html', encoding, delimiter: null, date1904: false });
    readHtml(withDeclaredCharset(bytes, decoded.text), withoutExtension(file), sink);
    return ok(null);
  }
  const delimiter = sniffDelimiter(decoded.text);
  sink.file({ format: 'csv', encoding, delimiter, date1904: false });
  sink.sheet({ name: withoutExtension(file), hidden: false, merges: [] });
  const packer = new RowPacker(sink, textBudget(bytes.length));
  for (const { line, fields } of readDelimited(decoded.text, delimiter)) packer.addTexts(line, fields);
  packer.flush();
  return ok(null);
}

/** 流水.2024.csv → 流水.2024 */
export const withoutExtension = (file: string): string => file.replace(/\.[^.\s]{1,5}$/, '') || file;

/** A page may say its own character set; bytes that are valid UTF-8 are UTF-8 whatever it says. */
function withDeclaredCharset(bytes: Uint8Array, decoded: string): string {
  const declared = /charset\s*=\s*["']?(big5|shift_jis|euc-kr|windows-125\d)/i.exec(decoded.slice(0, 2048))?.[1];
  return declared ? new TextDecoder(declared).decode(bytes) : decoded;
}

function sniff(bytes: Uint8Array): 'zip' | 'ole' | 'biff' | 'text' {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'ole';
  // workbooks older than Excel 5 are a bare stream that begins with its BOF record
  if (a === 0x09 && (b === 0 || b === 2 || b === 4) && (c === 4 || c === 6 || c === 8) && d === 0) return 'biff';
  return 'text';
}

function zipFormat(names: readonly string[]): FileHead['format'] | undefined {
  const all = names.map((name) => name.replaceAll('\\', '/').toLowerCase());
  if (all.includes('[content_types].xml') || all.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (all.includes('content.xml')) return 'ods';
  return undefined;
}

/** A workbook with an opening password is an OLE file around one encrypted stream, named so in UTF-16. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['EncryptedPackage', 'EncryptionInfo'].some((stream) => buffer.includes(Buffer.from(stream, 'utf16le')));
}
