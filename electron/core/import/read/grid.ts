import { type CellOrEmpty, packCells, unpackCells } from '../../../../shared/evidence/cell.ts';

/** A range of merged cells, 0-based columns and 1-based rows of the sheet, both ends included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What a reader knows of a sheet before and beside its rows. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
}

/** What a reader knows of a file. */
export interface FileHead {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'csv';
  /** of text files only: utf-8, gb18030, utf-16le, utf-16be */
  readonly encoding: string | null;
  /** of text files only */
  readonly delimiter: string | null;
  /** days are counted from 1904 (old Macintosh workbooks) */
  readonly date1904: boolean;
}

/**
 * Rows on their way from the reader: `packed` holds one row per line, as packCells writes them (JSON has no line breaks of its own),
 * `numbers` the sheet's own row numbers. One long string crosses a thread border many times faster than its cells would.
 */
export interface RowChunk {
  readonly numbers: Int32Array;
  readonly packed: string;
  readonly columns: number;
}

/** Where a reader puts what it reads: into memory here, or across a thread border. */
export interface Sink {
  file(head: FileHead): void;
  sheet(head: SheetHead): void;
  rows(chunk: RowChunk): void;
}

/** A sheet of cells: rows that hold anything, in order; nothing is interpreted. */
export interface SheetGrid extends SheetHead {
  readonly idx: number;
  readonly columns: number;
  readonly length: number;
  /** The sheet's own 1-based number of the i-th row; in text files the physical line on which it starts. */
  number(i: number): number;
  /** The i-th row as it is stored. */
  packed(i: number): string;
  cells(i: number): CellOrEmpty[];
}

/** 工作簿: a file as sheets of cells. */
export interface Workbook extends FileHead {
  readonly sheets: readonly SheetGrid[];
}

const rowsPerChunk = 4096;
const isBlank = (text: string): boolean => text.trim() === '';

/** More cell text than the bytes of the file can account for: one string that a small file repeats without end. */
export class TooMuchText extends Error {}
export class TooManyColumns extends Error {}

/** Columns a spreadsheet can have; a line of a text file with more is no row of a table. */
export const mostColumns = 16_384;

/** Text that a file of so many (unpacked) bytes may give. Repeated words of a real ledger give about ten times its XML. */
export const textBudget = (bytes: number): number => Math.max(64 * 2 ** 20, 32 * bytes);

/** Packs rows one by one and hands them on in chunks. Rows that hold nothing are left out. Throws TooMuchText beyond its budget. */
export class RowPacker {
  readonly #sink: Sink;
  #left: number;
  #numbers = new Int32Array(rowsPerChunk);
  #lines: string[] = [];
  #columns = 0;

  constructor(sink: Sink, budget: number) {
    this.#sink = sink;
    this.#left = budget;
  }

  add(n: number, cells: readonly CellOrEmpty[]): void {
    let text = 0;
    for (const cell of cells) if (cell !== null) text += cell.shown.length;
    this.#spend(text);
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

  #spend(text: number): void {
    this.#left -= text;
    if (this.#left < 0) throw new TooMuchText();
  }

  #take(n: number, line: string, width: number): void {
    if (width > mostColumns) throw new TooManyColumns();
    this.#numbers[this.#lines.length] = n;
    this.#lines.push(line);
    if (width > this.#columns) this.#columns = width;
    if (this.#lines.length === rowsPerChunk) this.flush();
  }

  flush(): void {
    if (this.#lines.length === 0) return;
    const numbers = this.#numbers.slice(0, this.#lines.length);
    this.#sink.rows({ numbers, packed: this.#lines.join('\n'), columns: this.#columns });
    this.#lines = [];
  }
}

/** Puts a workbook together from what a reader hands over. */
export class WorkbookBuilder implements Sink {
  #head: FileHead | undefined;
  readonly #sheets: PackedSheet[] = [];

  file(head: FileHead): void {
    this.#head = head;
  }

  sheet(head: SheetHead): void {
    this.#sheets.push(new PackedSheet(head, this.#sheets.length));
  }

  rows(chunk: RowChunk): void {
    this.#sheets.at(-1)?.take(chunk);
  }

  finish(): Workbook {
    if (!this.#head) throw new Error('a reader ended without saying what it read');
    return { ...this.#head, sheets: this.#sheets };
  }
}

class PackedSheet implements SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  readonly idx: number;
  columns = 0;
  readonly #numbers: number[] = [];
  readonly #lines: string[] = [];

  constructor(head: SheetHead, idx: number) {
    this.name = head.name;
    this.hidden = head.hidden;
    this.merges = head.merges;
    this.idx = idx;
  }

  take(chunk: RowChunk): void {
    for (const n of chunk.numbers) this.#numbers.push(n);
    for (const line of chunk.packed.split('\n')) this.#lines.push(line);
    this.columns = Math.max(this.columns, chunk.columns);
  }

  get length(): number {
    return this.#lines.length;
  }

  number(i: number): number {
    return at(this.#numbers, i);
  }

  packed(i: number): string {
    return at(this.#lines, i);
  }

  cells(i: number): CellOrEmpty[] {
    return unpackCells(at(this.#lines, i));
  }
}

function at<T>(list: readonly T[], i: number): T {
  const value = list[i];
  if (value === undefined) throw new RangeError(`no row ${i}`);
  return value;
}
