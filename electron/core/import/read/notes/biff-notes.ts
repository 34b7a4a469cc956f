import { CFB } from 'xlsx';
import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';
import { HiddenRanges } from '../xlsx/hidden-ranges.ts';
import { fileNote } from './file-note.ts';

const bof = 0x809;
const boundSheet = 0x85;
const codePage = 0x42;
const externalSheet = 0x17;
const supportingBook = 0x1ae;
const rowRecord = 0x208;
const columns = 0x7d;
const lastColumn = 255;

/** What an .xls would run, follow or open, and what of it is hidden: listed from its container and its records, never done. Locked records must be opened before. */
export function biffNotes(bytes: Uint8Array): FileNote[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.readUInt32BE(0) !== 0xd0cf11e0) return recordNotes(buffer, []);
  const file = CFB.read(buffer, { type: 'buffer' });
  const entry = CFB.find(file, 'Workbook') ?? CFB.find(file, 'Book');
  const steps = (file.FullPaths as string[]).map((path) => path.split('/').filter((step) => step !== ''));
  const storages = [...new Set(steps.flatMap((path) => path.slice(1)))];
  return [
    ...recordNotes(
      entry?.content ? Buffer.from(entry.content as Uint8Array) : Buffer.alloc(0),
      storages.filter((name) => name === '_VBA_PROJECT_CUR'),
    ),
    ...fileNote(
      'embedded-objects',
      storages.filter((name) => /^MBD[0-9A-F]{8}$/.test(name)),
    ),
  ];
}

interface Sheet {
  readonly name: string;
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

function recordNotes(records: Buffer, projects: readonly string[]): FileNote[] {
  const isBook = records.length > 4 && records.readUInt16LE(0) === bof;
  const sheets = new Map<number, Sheet>();
  const macros = [...projects];
  const links: string[] = [];
  const dde: string[] = [];
  const hidden: FileNote[] = [];
  const link = (said: string) => {
    const [service, topic] = said.split('\u0003');
    if (said.startsWith('\u0001')) links.push(plainPath(said.slice(1)));
    else if (service && topic !== undefined) dde.push(`${service}|${topic}`);
  };
  let unicode = true;
  let decoder = new TextDecoder('windows-1252');
  // a file older than BIFF5 is one sheet without a name
  let sheet: Sheet | undefined = isBook ? undefined : emptySheet('Sheet1');
  if (sheet) sheets.set(0, sheet);
  for (const { at, type, body } of eachRecord(records)) {
    if (type === bof) {
      if (at === 0 && body.length >= 2) unicode = body.readUInt16LE(0) === 0x600;
      sheet = sheets.get(at) ?? sheet;
    } else if (type === codePage && body.length >= 2) {
      decoder = new TextDecoder(charsets[body.readUInt16LE(0)] ?? 'windows-1252');
    } else if (type === boundSheet && body.length > 7) {
      const name = unicode ? unicodeText(body, 7, body[6] ?? 0) : decoder.decode(body.subarray(7, 7 + (body[6] ?? 0)));
      const [state, kind] = [(body[4] ?? 0) & 3, body[5]];
      if (kind === 1 || kind === 6) macros.push(name);
      if (state !== 0) hidden.push(...fileNote(state === 1 ? 'hidden-sheet' : 'very-hidden-sheet', [name], name));
      sheets.set(body.readUInt32LE(0), emptySheet(name));
    } else if (type === supportingBook && body.length > 5) {
      const length = body.readUInt16LE(2);
      // this book itself, or functions that were added
      if (length !== 0x401 && length !== 0x3a01) link(unicodeText(body, 4, length));
    } else if (type === externalSheet && !unicode) {
      link(decoder.decode(body.subarray(1)));
    } else if (type === rowRecord && body.length >= 14) {
      if ((body.readUInt16LE(12) & 0x20) !== 0) sheet?.rows.add(body.readUInt16LE(0) + 1);
    } else if (type === columns && body.length >= 10 && (body.readUInt16LE(8) & 1) !== 0) {
      for (let c = body.readUInt16LE(0); c <= Math.min(body.readUInt16LE(2), lastColumn); c++)
        sheet?.columns.add(c + 1);
    }
  }
  return [
    ...fileNote('macros', macros),
    ...fileNote('external-links', links),
    ...fileNote('dde', dde),
    ...hidden,
    ...[...sheets.values()].flatMap((each) => [
      ...ranges('hidden-rows', each.rows, each.name),
      ...ranges('hidden-columns', each.columns, each.name),
    ]),
  ];
}

const emptySheet = (name: string): Sheet => ({ name, rows: new Set(), columns: new Set() });

const charsets: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };

function* eachRecord(records: Buffer): Generator<{ at: number; type: number; body: Buffer }> {
  for (let at = 0; at + 4 <= records.length; ) {
    const length = records.readUInt16LE(at + 2);
    yield { at, type: records.readUInt16LE(at), body: records.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** A string of so many characters behind a byte that says how wide they are. */
const unicodeText = (body: Buffer, at: number, length: number): string =>
  ((body[at] ?? 0) & 1) === 1
    ? body.toString('utf16le', at + 1, at + 1 + length * 2)
    : body.toString('latin1', at + 1, at + 1 + length);

/** Drives and folders stand as control characters in the name of a linked file. */
const plainPath = (said: string): string =>
  said
    .replace(/\u0001@/g, '\\\\')
    .replace(/\u0001(.)/g, '$1:\\')
    .replace(/\u0005./g, '')
    .replace(/[\u0002\u0003]/g, '\\')
    .replace(/\u0004/g, '..\\')
    .replace(/\p{Cc}/gu, '');

function ranges(code: 'hidden-rows' | 'hidden-columns', numbers: ReadonlySet<number>, sheet: string): FileNote[] {
  const found = new HiddenRanges();
  for (const n of [...numbers].sort((a, b) => a - b)) found.add(n);
  const note = found.note(code, sheet);
  return note ? [note] : [];
}
