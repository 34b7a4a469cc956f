import type { Alphabet } from './alphabets.ts';
import { KeyTable } from './key-table.ts';

/** Where in its line a text was found, the best first: all of it, its beginning, its end, within. Numbers, for half a million of them are looked at while a person types. */
export const AT = { whole: 0, start: 1, end: 2, inside: 3 } as const;
export type At = (typeof AT)[keyof typeof AT];

/** Gives the thread back every so often, so that other questions are answered while a large index is made. */
export type Breathe = () => Promise<void> | undefined;

/** Comparing a line costs as much as reading off so many that are filed with their place. */
const COMPARED = 4;

/**
 * Lines of text, each standing for a number (`of`, ascending), found by any part: what is typed is looked up under its rarest key. Where it is one
 * key, the lines filed there are the answer; else they are compared. A line is found once however often it holds the text.
 */
export class TextLines {
  readonly #by: Alphabet;
  readonly #pool: Uint8Array | Uint16Array;
  readonly #starts: Int32Array;
  readonly #of: Int32Array;
  readonly #keys: KeyTable;
  /** lines under key k: filed[from[k]] … filed[from[k + 1] - 1], ascending; each is 4 × line + where it holds the key (AT), the best of its places */
  readonly #from: Int32Array;
  readonly #filed: Int32Array;

  private constructor(by: Alphabet, made: Made) {
    this.#by = by;
    this.#pool = made.pool;
    this.#starts = made.starts;
    this.#of = made.of;
    this.#keys = made.keys;
    this.#from = made.from;
    this.#filed = made.filed;
  }

  static async make(by: Alphabet, texts: readonly string[], of: Int32Array, breathe: Breathe): Promise<TextLines> {
    const { pool, starts } = await poolOf(by, texts, breathe);
    const keys = new KeyTable();
    const each = async (put: (key: number, line: number, at: At) => void) => {
      for (let line = 0; line < texts.length; line++) {
        const [start, stop] = [starts[line]!, starts[line + 1]!];
        by.file(pool, start, stop, (key, begin, end) => put(key, line, atOf(begin === start, end === stop)));
        if (line % 2_000 === 0) await breathe();
      }
    };
    let counts = new Int32Array(1_024);
    let last = new Int32Array(1_024).fill(-1);
    await each((key, line) => {
      const k = keys.numberOf(key);
      if (k === counts.length) [counts, last] = [longer(counts, 0), longer(last, -1)];
      if (last[k] === line) return;
      last[k] = line;
      counts[k]!++;
    });
    const from = new Int32Array(keys.size + 1);
    for (let k = 0; k < keys.size; k++) from[k + 1] = from[k]! + counts[k]!;
    const filed = new Int32Array(from[keys.size]!);
    const next = from.slice(0, keys.size);
    await each((key, line, at) => {
      const k = keys.numberOf(key);
      const before = next[k]! - 1;
      if (before >= from[k]! && filed[before]! >> 2 === line) filed[before] = Math.min(filed[before]!, 4 * line + at);
      else filed[next[k]!++] = 4 * line + at;
    });
    return new TextLines(by, { pool, starts, of, keys, from, filed });
  }

  /**
   * Tells `found` about every line that holds the text, in ascending order, as long as it costs no more than `most` lines read off.
   * Returns whether all were told.
   */
  walk(text: string, most: number, found: (of: number, at: At) => void): boolean {
    const typed = Uint16Array.from(
      { length: text.length },
      (_, at) => this.#by.letter(text.charCodeAt(at)) & this.#by.mask,
    );
    const key = this.#rarest(this.#by.ask(typed));
    if (key === undefined) return true;
    const isOneKey = typed.length <= this.#by.oneKey;
    const [start, stop] = [this.#from[key]!, this.#from[key + 1]!];
    const end = Math.min(stop, start + (isOneKey ? most : Math.ceil(most / COMPARED)));
    for (let i = start; i < end; i++) {
      const line = this.#filed[i]! >> 2;
      const at = isOneKey ? ((this.#filed[i]! & 3) as At) : this.#place(line, typed);
      if (at !== undefined) found(this.#of[line]!, at);
    }
    return end === stop;
  }

  /** The key under which the fewest lines are filed; undefined: under one of them there are none, or there are no keys. */
  #rarest(keys: readonly number[]): number | undefined {
    let rarest: number | undefined;
    const size = (k: number) => this.#from[k + 1]! - this.#from[k]!;
    for (const key of keys) {
      const k = this.#keys.find(key);
      if (k === undefined) return undefined;
      if (rarest === undefined || size(k) < size(rarest)) rarest = k;
    }
    return rarest;
  }

  #place(line: number, typed: ArrayLike<number>): At | undefined {
    const pool = this.#pool;
    const mask = this.#by.mask;
    const first = typed[0];
    const start = this.#starts[line]!;
    const end = this.#starts[line + 1]!;
    const last = end - typed.length;
    let best: At | undefined;
    for (let at = start; at <= last; at++) {
      if ((pool[at]! & mask) !== first || !isAt(pool, at, typed, mask)) continue;
      if (!this.#by.mayBegin(pool, at, { start, end }, typed)) continue;
      if (at === start) return at === last ? AT.whole : AT.start;
      best = at === last ? AT.end : (best ?? AT.inside);
    }
    return best;
  }
}

function isAt(pool: ArrayLike<number>, at: number, typed: ArrayLike<number>, mask: number): boolean {
  for (let i = 1; i < typed.length; i++) if ((pool[at + i]! & mask) !== typed[i]) return false;
  return true;
}

const atOf = (isStart: boolean, isEnd: boolean): At =>
  isStart ? (isEnd ? AT.whole : AT.start) : isEnd ? AT.end : AT.inside;

/** Twice as long; the rest is filled. */
function longer(list: Int32Array, rest: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(2 * list.length).fill(rest);
  long.set(list);
  return long;
}

interface Made {
  readonly pool: Uint8Array | Uint16Array;
  readonly starts: Int32Array;
  readonly of: Int32Array;
  readonly keys: KeyTable;
  readonly from: Int32Array;
  readonly filed: Int32Array;
}

async function poolOf(by: Alphabet, texts: readonly string[], breathe: Breathe) {
  const starts = new Int32Array(texts.length + 1);
  for (const [line, text] of texts.entries()) starts[line + 1] = starts[line]! + text.length;
  const size = starts[texts.length]!;
  const pool = by.wide ? new Uint16Array(size) : new Uint8Array(size);
  for (const [line, text] of texts.entries()) {
    for (let i = 0, at = starts[line]!; i < text.length; i++) pool[at + i] = by.letter(text.charCodeAt(i));
    if (line % 2_000 === 0) await breathe();
  }
  return { pool, starts };
}
