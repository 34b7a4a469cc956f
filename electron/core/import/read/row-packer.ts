import { type CellOrEmpty, packCells } from '../../../../shared/evidence/cell.ts';
import type { Sink } from './grid.ts';
import { negativeMark } from './negative-mark.ts';
import { TooManyColumns, TooMuchText } from './refusals.ts';

const rowsPerChunk = 512;
const isBlank = (text: string): boolean => text.trim() === '';

/** Columns a spreadsheet can have; a line of a text file with more is no row of a table. */
export const mostColumns = 16_384;

/** Text that a file of so many (unpacked) bytes may give. Repeated words of a real ledger give about ten times its XML. */
export const textBudget = (bytes: number): number => Math.max(64 * 2 ** 20, 32 * bytes);

/** Packs rows one by one and hands them on in chunks. Rows that hold nothing are left out. Throws TooMuchText beyond its budget. */
export class RowPacker {
  readonly #sink: Sink;
  #left: number;
  readonly #numbers = new Int32Array(rowsPerChunk);
  readonly #ends = new Uint32Array(rowsPerChunk);
  #rows = 0;
  #bytes: Buffer<ArrayBuffer> = Buffer.alloc(2 ** 17);
  #at = 0;
  #columns = 0;
  #mayHoldNegatives = false;

  constructor(sink: Sink, budget: number) {
    this.#sink = sink;
    this.#left = budget;
  }

  add(n: number, cells: readonly CellOrEmpty[]): void {
    let text = 0;
    for (const cell of cells) if (cell !== null) text += cell.shown.length;
    this.spend(text);
    if (cells.some((cell) => cell !== null && (cell.type !== 'text' || !isBlank(cell.shown)))) {
      this.#take(n, packCells(cells), cells.length);
    }
  }

  /** A row of plain texts, as delimited files hold them. */
  addTexts(n: number, texts: readonly string[]): void {
    let width = texts.length;
    while (width > 0 && texts[width - 1] === '') width--;
    const cells: Array<string | null> = new Array(width);
    let filled = false;
    for (let i = 0; i < width; i++) {
      const text = texts[i] as string;
      cells[i] = text === '' ? null : text;
      filled ||= !isBlank(text);
    }
    if (filled) this.#take(n, JSON.stringify(cells), width);
  }

  /** A row of cells each of which is already written as packCells writes it. */
  addPacked(n: number, parts: readonly string[], filled: boolean): void {
    if (!filled) return;
    const line = `[${parts.join(',')}]`;
    this.spend(line.length);
    this.#take(n, line, parts.length);
  }

  /** Where so many bytes of a row may be written as packCells writes them, without empty cells at its end. Hand the row on with `addBytes`. */
  room(most: number): { readonly bytes: Buffer; readonly at: number } {
    const needed = this.#at + most + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#at);
      this.#bytes = larger;
    }
    return { bytes: this.#bytes, at: this.#at };
  }

  /** The row that was written into `room`, up to `end`. */
  addBytes(n: number, end: number, width: number): void {
    if (width > mostColumns) throw new TooManyColumns();
    this.#bytes[end] = 0x0a;
    this.#at = end + 1;
    this.#ends[this.#rows] = end;
    this.#numbers[this.#rows++] = n;
    if (width > this.#columns) this.#columns = width;
    if (this.#rows === rowsPerChunk) this.flush();
  }

  /** A cell of the row at hand may be an amount below zero. */
  meetNegative(): void {
    this.#mayHoldNegatives = true;
  }

  /** So many characters more come into the rows. */
  spend(text: number): void {
    this.#left -= text;
    if (this.#left < 0) throw new TooMuchText();
  }

  #take(n: number, line: string, width: number): void {
    this.#mayHoldNegatives ||= negativeMark.test(line);
    // a character of a string is three bytes at most
    const { bytes, at } = this.room(line.length * 3);
    this.addBytes(n, at + bytes.write(line, at, 'utf8'), width);
  }

  flush(): void {
    if (this.#rows === 0) return;
    const numbers = this.#numbers.slice(0, this.#rows);
    const ends = this.#ends.slice(0, this.#rows);
    const packed = new Uint8Array(this.#bytes.subarray(0, this.#at - 1));
    const columns = this.#columns;
    this.#rows = 0;
    this.#at = 0;
    this.#sink.rows({ numbers, ends, packed, columns, mayHoldNegatives: this.#mayHoldNegatives });
  }
}
