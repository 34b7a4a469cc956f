/** One record of a delimited text. `line` is the 1-based physical line on which it starts. */
export interface DelimitedRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
/** No spreadsheet cell is longer than 32 767 characters: a quote that is still open after this many never meant to quote. */
const longestQuoted = 131_072;

/**
 * Reads delimited text by RFC 4180, with the habits of real exports: records end with LF, CR or CRLF; a quote inside an unquoted
 * field is a character; text between a closing quote and the delimiter is kept; an opening quote that is never closed is a character,
 * so that one stray quote cannot swallow the rest of the file.
 */
export function* readDelimited(text: string, delimiter: string): Generator<DelimitedRecord> {
  const stop = delimiter.charCodeAt(0);
  const end = text.length;
  let line = 1;
  let i = 0;
  while (i < end) {
    const started = line;
    const fields: string[] = [];
    for (;;) {
      // one field, from i up to its delimiter, line end or the end of the text
      let field = '';
      let from = i;
      if (text.charCodeAt(i) === quote) {
        const close = closingQuote(text, i + 1, end);
        if (close > 0) {
          const inner = text.slice(i + 1, close);
          field = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
          line += lineEnds(text, i + 1, close);
          from = close + 1;
          i = from;
        }
      }
      let c = i < end ? text.charCodeAt(i) : -1;
      while (c !== stop && c !== lf && c !== cr && c !== -1) {
        i++;
        c = i < end ? text.charCodeAt(i) : -1;
      }
      fields.push(i > from ? field + text.slice(from, i) : field);
      if (c === stop) {
        i++;
        if (i < end) continue;
        fields.push('');
        break;
      }
      if (c === cr && text.charCodeAt(i + 1) === lf) i++;
      i++;
      line++;
      break;
    }
    yield { line: started, fields };
  }
}

/** The position of the quote that closes the field begun before `from`; 0 where there is none. */
function closingQuote(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + longestQuoted);
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return 0;
}

/** Line ends inside a quoted field, so that the rows after it keep their physical line. */
function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === lf || (c === cr && text.charCodeAt(i + 1) !== lf)) count++;
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
