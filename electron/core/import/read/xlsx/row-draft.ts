import { negativeMark } from '../negative-mark.ts';
import { mostColumns } from '../row-packer.ts';
import { PlainText } from './plain-text.ts';
import type { SharedStrings } from './shared-strings.ts';

/** A row of nothing but blank texts is left out, as everywhere. */
const blank = /^"(?:\s|\\[nrtf]|\\u000b)*"$/;
const COMMA = 0x2c;

/** One row as `packCells` of shared/evidence/cell.ts writes it, put together cell by cell in bytes of UTF-8. Most texts never become strings. */
export class RowDraft {
  /** how many columns it has */
  width = 0;
  /** one of its cells holds something */
  filled = false;
  mayHoldNegatives = false;
  /** the text in it, in characters or more */
  characters = 0;
  #bytes: Buffer = Buffer.allocUnsafe(2 ** 12);
  #end = 0;
  /** no cell came after one that stands right of it */
  #inOrder = true;
  readonly #starts = new Int32Array(mostColumns);
  readonly #ends = new Int32Array(mostColumns);
  readonly #plain = new PlainText();

  clear(): void {
    this.width = 0;
    this.filled = false;
    this.mayHoldNegatives = false;
    this.characters = 0;
    this.#end = 0;
    this.#inOrder = true;
  }

  /** The bytes a copy of it takes. */
  get size(): number {
    return this.#end + 2;
  }

  /** A text as it stands in the XML; false: it is not written in JSON as it stands, and nothing was put. `bytes` are valid UTF-8. */
  plainText(column: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#startOf(column, to - from + 2);
    const end = this.#plain.copy(bytes, from, to, this.#bytes, start);
    if (end < 0) return false;
    this.#put(column, start, end, to - from);
    this.mayHoldNegatives ||= this.#plain.mayBeNegative;
    this.filled ||= this.#plain.saysSomething || saysSomething(this.#bytes.utf8Slice(start, end));
    return true;
  }

  /** A shared string; false: it has to be looked at as a string. */
  sharedText(column: number, strings: SharedStrings, index: number): boolean {
    const size = strings.size(index);
    if (size === 0) return false;
    const start = this.#startOf(column, size);
    strings.copyTo(index, this.#bytes, start);
    this.#put(column, start, start + size, strings.characters(index));
    this.mayHoldNegatives ||= strings.mayBeNegative(index);
    this.filled ||= strings.saysSomething(index);
    return true;
  }

  /** A cell as JSON writes it. */
  json(column: number, json: string): void {
    const start = this.#startOf(column, json.length * 3);
    const out = this.#bytes;
    let end = start;
    let isOdd = false;
    for (let i = 0; i < json.length; i++) {
      const code = json.charCodeAt(i);
      if (code === 0x2d || code === 0x28) isOdd = true;
      else if (code >= 0x80) {
        isOdd = true;
        end = start + out.write(json, start, 'utf8');
        break;
      }
      out[end++] = code;
    }
    this.#put(column, start, end, json.length);
    this.mayHoldNegatives ||= isOdd && negativeMark.test(json);
    this.filled ||= saysSomething(json);
  }

  /** Writes the row into `out`, which has room for it: the position after. */
  copyTo(out: Buffer, at: number): number {
    let o = at;
    out[o++] = 0x5b;
    if (this.#inOrder) {
      this.#bytes.copy(out, o, 0, this.#end);
      o += this.#end;
    } else
      for (let column = 0; column < this.width; column++) {
        if (column > 0) out[o++] = COMMA;
        o += this.#bytes.copy(out, o, this.#starts[column], this.#ends[column]);
      }
    out[o++] = 0x5d;
    return o;
  }

  /** Its cells, each as JSON writes it. */
  parts(): string[] {
    return Array.from({ length: this.width }, (_, column) =>
      this.#bytes.utf8Slice(this.#starts[column] as number, this.#ends[column] as number),
    );
  }

  /** Where a cell of that column may be written, `size` bytes; gaps before it are filled. */
  #startOf(column: number, size: number): number {
    const gap = Math.max(0, column - this.width);
    const needed = this.#end + 5 * gap + size + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    while (this.width < column) {
      const start = this.#afterComma();
      this.#put(this.width, start, start + this.#bytes.write('null', start, 'latin1'), 4);
    }
    return this.#afterComma();
  }

  #afterComma(): number {
    if (this.#end === 0) return 0;
    this.#bytes[this.#end] = COMMA;
    return this.#end + 1;
  }

  #put(column: number, start: number, end: number, characters: number): void {
    this.#starts[column] = start;
    this.#ends[column] = end;
    this.#end = end;
    this.characters += characters;
    if (column < this.width) this.#inOrder = false;
    else this.width = column + 1;
  }
}

/** Whether a cell, as JSON writes it, holds more than blanks. */
export function saysSomething(json: string): boolean {
  const first = json.charCodeAt(0);
  if (first !== 0x22) return first !== 0x6e; // null
  const second = json.charCodeAt(1);
  return (second > 0x22 && second < 0x7f && second !== 0x5c) || !blank.test(json);
}
