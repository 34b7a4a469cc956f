import { TooManyColumns } from './refusals.ts';
import { mostColumns } from './row-packer.ts';

/** One record of a delimited text. `line` is the 1-based physical line on which it starts. */
export interface DelimitedRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
/** No spreadsheet cell is longer than 32 767 characters: a quote that is still open after this many bytes never meant to quote. */
const longestQuoted = 131_072;
/** A record that is not over after so many bytes is no row of a table; it is looked at again with every piece that comes. */
export const longestRecord = 4 * 2 ** 20;

/** A record with the position after it and the physical lines it takes. */
interface Scanned {
  readonly fields: string[];
  readonly next: number;
  readonly lines: number;
}

/**
 * Reads delimited text by RFC 4180, with the habits of real exports: records end with LF, CR or CRLF; a quote inside an unquoted
 * field is a character; text between a closing quote and the delimiter is kept; an opening quote that is never closed is a character,
 * so that one stray quote cannot swallow the rest of the file.
 */
export function* readDelimited(text: string, delimiter: string): Generator<DelimitedRecord> {
  const bytes = Buffer.from(text, 'utf8');
  const stop = Buffer.from(delimiter, 'utf8');
  let line = 1;
  let i = 0;
  while (i < bytes.length) {
    const record = scanRecord(bytes, i, stop, true);
    if (!record) return;
    yield { line, fields: record.fields };
    line += record.lines;
    i = record.next;
  }
}

/**
 * The record of UTF-8 that begins at `from`; undefined where more is needed to know it (never when `isLast`). Quotes, line ends and delimiters are
 * told by their bytes: none of them stands inside another character. Throws TooManyColumns where it is no row of a table.
 */
export function scanRecord(bytes: Buffer, from: number, stop: Uint8Array, isLast: boolean): Scanned | undefined {
  const end = bytes.length;
  const first = stop[0] as number;
  const fields: string[] = [];
  let lines = 0;
  let i = from;
  for (;;) {
    // one field, from i up to its delimiter, line end or the end of the text
    let field = '';
    let start = i;
    if (bytes[i] === quote) {
      const close = closingQuote(bytes, i + 1, isLast);
      if (close === undefined) return undefined;
      if (close > 0) {
        const inner = bytes.toString('utf8', i + 1, close);
        field = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
        lines += lineEnds(bytes, i + 1, close);
        start = close + 1;
        i = start;
      }
    }
    let c = i < end ? (bytes[i] as number) : -1;
    while ((c !== first || !isStop(bytes, i, stop)) && c !== lf && c !== cr && c !== -1) {
      i++;
      c = i < end ? (bytes[i] as number) : -1;
    }
    // the next piece may go on with this field, with the line feed of this line end, or with the field after this delimiter
    if (!isLast && i + stop.length >= end) return undefined;
    if (i - from > longestRecord || fields.length > 64 * mostColumns) throw new TooManyColumns();
    fields.push(i > start ? field + bytes.toString('utf8', start, i) : field);
    if (c === first) {
      i += stop.length;
      if (i < end) continue;
      fields.push('');
      return { fields, next: i, lines: lines + 1 };
    }
    if (c === cr && bytes[i + 1] === lf) i++;
    return { fields, next: i + 1, lines: lines + 1 };
  }
}

/** A delimiter that somebody names may be a Chinese comma, of three bytes. */
function isStop(bytes: Uint8Array, at: number, stop: Uint8Array): boolean {
  for (let k = 1; k < stop.length; k++) if (bytes[at + k] !== stop[k]) return false;
  return true;
}

/** The position of the quote that closes the field begun before `from`; 0 where there is none, undefined where it may still come. */
function closingQuote(bytes: Buffer, from: number, isLast: boolean): number | undefined {
  const limit = Math.min(bytes.length, from + longestQuoted);
  const isCut = !isLast && limit === bytes.length && limit < from + longestQuoted;
  for (let at = bytes.indexOf(quote, from); at >= 0 && at < limit; at = bytes.indexOf(quote, at + 2)) {
    if (at + 1 === bytes.length && !isLast) return undefined;
    if (bytes[at + 1] !== quote) return at;
  }
  return isCut ? undefined : 0;
}

/** Line ends inside a quoted field, so that the rows after it keep their physical line. */
function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const c = bytes[i];
    if (c === lf || (c === cr && bytes[i + 1] !== lf)) count++;
  }
  return count;
}

const delimiters = [',', '\t', ';', '|'] as const;

/** The delimiter under which most of the first records have the same number of fields, and more than one. */
export function sniffDelimiter(text: string): string {
  const head = text.slice(0, 262_144);
  const best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue;
    const score = evenness(head, delimiter);
    if (score > best.score) Object.assign(best, { delimiter, score });
  }
  return best.delimiter;
}

function evenness(head: string, delimiter: string): number {
  const widths = new Map<number, number>();
  let seen = 0;
  for (const { fields } of readDelimited(head, delimiter)) {
    if (fields.length > 1) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    if (++seen === 200) break;
  }
  let best = 0;
  // squared: a delimiter that divides every record goes before one that divides most of them into more fields
  for (const [width, records] of widths) best = Math.max(best, (records / seen) ** 2 * Math.log2(width));
  return best;
}
