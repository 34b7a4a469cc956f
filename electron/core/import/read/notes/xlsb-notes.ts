import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';
import { HiddenRanges } from '../xlsx/hidden-ranges.ts';
import { readNotes } from '../xlsx/notes.ts';
import { relationsOf } from '../xlsx/relations.ts';
import type { NamedSheet } from '../xlsx/workbook-parts.ts';
import type { ZipParts } from '../xlsx/zip-parts.ts';
import { fileNote } from './file-note.ts';

const rowHeader = 0;
const columns = 60;
const bundledSheet = 156;
const connection = 201;
const supportingBook = 360;
const byDde = 1;

/** What an .xlsb would run, follow or open, and what of it is hidden: listed from its parts, never done. */
export async function xlsbNotes(parts: ZipParts): Promise<FileNote[]> {
  const workbook = parts.names.find((name) => /(^|\/)workbook\.bin$/.test(name));
  if (workbook === undefined) return [];
  const relations = (await relationsOf(parts, workbook)).filter(({ external }) => !external);
  const sheets: NamedSheet[] = [];
  for (const { type, body } of await recordsOf(parts, workbook)) {
    if (type !== bundledSheet) continue;
    const id = wideText(body, 8);
    const relation = relations.find((each) => each.id === id.text);
    const visibility = (['visible', 'hidden', 'veryHidden'] as const)[body.readUInt32LE(0)] ?? 'visible';
    const { text: name } = wideText(body, id.end);
    sheets.push({ name, visibility, part: relation?.target ?? '', type: relation?.type ?? 'worksheet' });
  }
  const notes = await readNotes(parts, { relations, sheets });
  const dde: string[] = [];
  for (const { type, target } of relations) {
    if (type !== 'externalLink' || !parts.has(target)) continue;
    for (const record of await recordsOf(parts, target)) {
      if (record.type !== supportingBook || record.body.readUInt16LE(0) !== byDde) continue;
      const service = wideText(record.body, 2);
      dde.push(`${service.text}|${wideText(record.body, service.end).text}`);
    }
  }
  notes.push(...fileNote('dde', dde));
  const connections = parts.names.find((name) => name.endsWith('/connections.bin'));
  if (connections !== undefined) {
    const found = (await recordsOf(parts, connections)).filter(({ type }) => type === connection);
    notes.push(
      ...fileNote(
        'data-connections',
        found.map((_, i) => `${i + 1}`),
      ),
    );
  }
  for (const { name, part } of sheets) if (parts.has(part)) notes.push(...(await hiddenIn(parts, part, name)));
  return notes;
}

async function hiddenIn(parts: ZipParts, part: string, sheet: string): Promise<FileNote[]> {
  const [hiddenRows, hiddenColumns] = [new HiddenRanges(), new HiddenRanges()];
  for (const { type, body } of await recordsOf(parts, part)) {
    if (type === rowHeader && ((body[11] ?? 0) & 0x10) !== 0) hiddenRows.add(body.readUInt32LE(0) + 1);
    if (type === columns && ((body[16] ?? 0) & 1) !== 0)
      hiddenColumns.add(body.readUInt32LE(0) + 1, body.readUInt32LE(4) + 1);
  }
  const notes = [hiddenRows.note('hidden-rows', sheet), hiddenColumns.note('hidden-columns', sheet)];
  return notes.filter((note) => note !== undefined);
}

interface BinaryRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** The records of a part that may speak of what is listed; cells are passed over. */
async function recordsOf(parts: ZipParts, part: string): Promise<BinaryRecord[]> {
  const pieces: Buffer[] = [];
  for await (const piece of parts.chunks(part)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const found: BinaryRecord[] = [];
  let at = 0;
  /** seven bits of every byte, the lowest first */
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const low = bytes[at++] ?? 0;
    const type = low < 0x80 ? low : (low & 0x7f) | ((bytes[at++] ?? 0) << 7);
    const length = number(4);
    // one that the file breaks off says nothing that could be trusted
    if (wanted.has(type) && length >= 12 && at + length <= bytes.length)
      found.push({ type, body: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

const wanted: ReadonlySet<number> = new Set([rowHeader, columns, bundledSheet, connection, supportingBook]);

/** A string behind its length, and where it ends. A length of 0xffffffff is no string. */
function wideText(body: Buffer, at: number): { text: string; end: number } {
  if (at + 4 > body.length) return { text: '', end: body.length };
  const length = body.readUInt32LE(at);
  if (length === 0xffffffff) return { text: '', end: at + 4 };
  const end = Math.min(body.length, at + 4 + length * 2);
  return { text: body.toString('utf16le', at + 4, end), end };
}
