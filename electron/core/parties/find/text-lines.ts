import type { Alphabet } from './alphabets.ts';

/** Where in its line a text was found. */
export type At = 'whole' | 'start' | 'end' | 'inside';

/** Gives the thread back every so often, so that other questions are answered while a large index is made. */
export type Breathe = () => Promise<void> | undefined;

/**
 * Lines of text, each standing for a number (`of`, ascending), found by any part: what is typed is looked up under its rarest key, and only
 * the lines filed there are compared. A line is found once however often it holds the text.
 */
export class TextLines {
  readonly #by: Alphabet;
  readonly #pool: Uint8Array | Uint16Array;
  readonly #starts: Int32Array;
  readonly #of: Int32Array;
  /** keys share slots where there are more of them than a small index needs; lines in slot k: filed[from[k]] … filed[from[k + 1] - 1], ascending */
  readonly #from: Int32Array;
  readonly #filed: Int32Array;

  private constructor(by: Alphabet, made: Made) {
    this.#by = by;
    this.#pool = made.pool;
    this.#starts = made.starts;
    this.#of = made.of;
    this.#from = made.from;
    this.#filed = made.filed;
  }

  static async make(by: Alphabet, texts: readonly string[], of: Int32Array, breathe: Breathe): Promise<TextLines> {
    const { pool, starts } = await poolOf(by, texts, breathe);
    const slots = Math.min(by.keys, 64 + 8 * texts.length);
    const from = new Int32Array(slots + 1);
    const last = new Int32Array(slots).fill(-1);
    const each = async (put: (key: number, line: number) => void) => {
      for (let line = 0; line < texts.length; line++) {
        by.file(pool, starts[line]!, starts[line + 1]!, (key) => put(key % slots, line));
        if (line % 2_000 === 0) await breathe();
      }
    };
    await each((key, line) => {
      if (last[key] === line) return;
      last[key] = line;
      from[key + 1]!++;
    });
    for (let key = 0; key < slots; key++) from[key + 1]! += from[key]!;
    const filed = new Int32Array(from[slots]!);
    const next = from.slice(0, slots);
    await each((key, line) => {
      const at = next[key]!;
      if (at > from[key]! && filed[at - 1] === line) return;
      filed[at] = line;
      next[key] = at + 1;
    });
    return new TextLines(by, { pool, starts, of, from, filed });
  }

  /**
   * Tells `found` about every line that holds the text, in ascending order, until `most` lines were compared.
   * Returns whether all were.
   */
  walk(text: string, most: number, found: (of: number, at: At) => void): boolean {
    const typed = Uint16Array.from(
      { length: text.length },
      (_, at) => this.#by.letter(text.charCodeAt(at)) & this.#by.mask,
    );
    const key = this.#rarest(this.#by.ask(typed).map((each) => each % (this.#from.length - 1)));
    if (key === undefined) return true;
    const end = Math.min(this.#from[key + 1]!, this.#from[key]! + most);
    for (let i = this.#from[key]!; i < end; i++) {
      const line = this.#filed[i]!;
      const at = this.#place(line, typed);
      if (at !== undefined) found(this.#of[line]!, at);
    }
    return end === this.#from[key + 1]!;
  }

  #rarest(keys: readonly number[]): number | undefined {
    let rarest = keys[0];
    const size = (key: number) => this.#from[key + 1]! - this.#from[key]!;
    for (const key of keys) if (size(key) < size(rarest!)) rarest = key;
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
      if (at === start) return at === last ? 'whole' : 'start';
      best = at === last ? 'end' : (best ?? 'inside');
    }
    return best;
  }
}

function isAt(pool: ArrayLike<number>, at: number, typed: ArrayLike<number>, mask: number): boolean {
  for (let i = 1; i < typed.length; i++) if ((pool[at + i]! & mask) !== typed[i]) return false;
  return true;
}

interface Made {
  readonly pool: Uint8Array | Uint16Array;
  readonly starts: Int32Array;
  readonly of: Int32Array;
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
