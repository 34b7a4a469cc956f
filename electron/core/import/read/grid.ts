import { type CellOrEmpty, unpackCells } from '../../../../shared/evidence/cell.ts';
import type { FileNote, TextEncoding } from '../../../../shared/protocol/import.requests.ts';

import type { Read } from '../../../../shared/protocol/problem.ts';

/** A range of merged cells, 0-based columns and 1-based rows of the sheet, both ends included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What a reader knows of a sheet before its rows. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a reader knows of a sheet once its rows are through: in .xlsx the merged ranges stand below them. */
export interface SheetFoot {
  readonly merges: readonly Merge[];
}

/** What a reader knows of a file. */
export interface FileHead {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'csv';
  /** of text files only */
  readonly encoding: TextEncoding | null;
  /** of text files only */
  readonly delimiter: string | null;
  /** days are counted from 1904 (old Macintosh workbooks) */
  readonly date1904: boolean;
}

/**
 * Rows on their way from the reader: `packed` is UTF-8 and holds one row per line, as packCells writes them (JSON has no line breaks of its own),
 * `numbers` the sheet's own row numbers. Bytes change their owner at a thread border; cells would have to be copied one by one.
 */
export interface RowChunk {
  readonly numbers: Int32Array<ArrayBuffer>;
  /** where each line ends: at its line break, the last at the end of `packed` */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly columns: number;
  /** false: no cell of these rows can be an amount below zero */
  readonly mayHoldNegatives: boolean;
}

/** A file out of an archive: `folder` is the way to it, from the archive's own name on. */
export interface Member {
  readonly name: string;
  readonly folder: string;
  /** its bytes, or why they are not read */
  readonly content: Read<Uint8Array<ArrayBuffer>>;
}

/** Where a reader puts what it reads: into memory here, or across a thread border. */
export interface Sink {
  file(head: FileHead): void;
  sheet(head: SheetHead): void;
  rows(chunk: RowChunk): void;
  endSheet(foot: SheetFoot): void;
  /** Takes back the sheet begun last: its rows do not stand in order and will come again, in order. */
  forgetSheet(): void;
  /** A file that an archive holds; an archive has no sheets of its own. */
  member(member: Member): void;
  /** At any time: about the file, or about a sheet that it names. */
  note(note: FileNote): void;
}

/** A sheet of cells: rows that hold anything, in order; nothing is interpreted. */
export interface SheetGrid extends SheetHead, SheetFoot {
  readonly idx: number;
  readonly columns: number;
  readonly length: number;
  /** The sheet's own 1-based number of the i-th row; in text files the physical line on which it starts. */
  number(i: number): number;
  /** The i-th row as it is stored. */
  packed(i: number): string;
  cells(i: number): CellOrEmpty[];
  /** The rows as the reader packed them, in order and without gaps, one line for each; left out: each by `packed`. */
  readonly blocks?: ReadonlyArray<{ readonly rows: number; readonly packed: Uint8Array }>;
  /**
   * Gives back the memory of the rows before this one, which are kept elsewhere: whoever asks for one of them from now on is answered by `again`. Left
   * out: nothing is given back.
   */
  readonly letGo?: (before: number, again: (i: number) => string) => void;
  /** false: no cell of the sheet can be an amount below zero. */
  readonly mayHoldNegatives: boolean;
}

/** 工作簿: a file as sheets of cells. */
export interface Workbook extends FileHead {
  readonly notes: readonly FileNote[];
  readonly sheets: readonly SheetGrid[];
}

/** Puts a workbook together from what a reader hands over. */
export class WorkbookBuilder implements Sink {
  #head: FileHead | undefined;
  readonly #sheets: PackedSheet[] = [];
  readonly #notes: FileNote[] = [];
  /** what was in it, where it is an archive */
  readonly members: Member[] = [];

  file(head: FileHead): void {
    this.#head = head;
  }

  sheet(head: SheetHead): void {
    this.#sheets.push(new PackedSheet(head, this.#sheets.length));
  }

  rows(chunk: RowChunk): void {
    this.#sheets.at(-1)?.take(chunk);
  }

  endSheet({ merges }: SheetFoot): void {
    const sheet = this.#sheets.at(-1);
    if (sheet) sheet.merges = merges;
  }

  forgetSheet(): void {
    this.#sheets.pop();
  }

  note(note: FileNote): void {
    this.#notes.push(note);
  }

  member(member: Member): void {
    this.members.push(member);
  }

  finish(): Workbook {
    if (!this.#head) throw new Error('a reader ended without saying what it read');
    return { ...this.#head, notes: this.#notes, sheets: this.#sheets };
  }
}

/** Rows that came together, as the bytes of their lines: a million rows as strings would take twice the memory. */
interface Packet {
  readonly bytes: Buffer;
  /** where each line ends */
  readonly ends: Uint32Array;
  readonly numbers: Int32Array;
  /** position in the sheet of the first row */
  readonly first: number;
}

/** Rows lie together in pieces of this size: a large piece that is given back is of use to others, many small ones between others are not (measured). */
const pieceBytes = 4 * 2 ** 20;

class PackedSheet implements SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  merges: readonly Merge[] = [];
  readonly idx: number;
  columns = 0;
  length = 0;
  mayHoldNegatives = false;
  readonly #packets: Packet[] = [];
  #packet: Packet | undefined;
  #piece = Buffer.alloc(0);
  #filled = 0;
  #held = 0;
  /** rows before this one are elsewhere, and so many packets with them */
  #before = 0;
  #gone = 0;
  #again: (i: number) => string = () => '';
  #last: { readonly i: number; readonly line: string } | undefined;

  constructor(head: SheetHead, idx: number) {
    this.name = head.name;
    this.hidden = head.hidden;
    this.idx = idx;
  }

  take({ packed, numbers, ends, columns, mayHoldNegatives }: RowChunk): void {
    this.mayHoldNegatives ||= mayHoldNegatives;
    this.#packets.push({ bytes: this.#keep(packed), ends, numbers, first: this.length });
    this.length += numbers.length;
    this.columns = Math.max(this.columns, columns);
  }

  /** Takes the bytes over. */
  #keep(packed: RowChunk['packed']): Buffer {
    if (packed.length > this.#piece.length - this.#filled) {
      this.#piece = Buffer.allocUnsafeSlow(Math.max(packed.length, Math.min(pieceBytes, this.#held)));
      this.#filled = 0;
    }
    const bytes = this.#piece.subarray(this.#filled, this.#filled + packed.length);
    bytes.set(packed);
    this.#filled += packed.length;
    this.#held += packed.length;
    packed.buffer.transfer(0); // at once, not when memory is next looked through
    return bytes;
  }

  letGo(before: number, again: (i: number) => string): void {
    this.#before = before;
    this.#again = again;
    for (let packet = this.#packets[this.#gone]; packet; packet = this.#packets[this.#gone]) {
      const next = this.#packets[this.#gone + 1];
      if (next === undefined || next.first > before) return;
      const piece = packet.bytes.buffer as ArrayBuffer;
      if (next.bytes.buffer !== piece) piece.transfer(0);
      this.#gone++;
    }
  }

  get blocks(): Array<{ rows: number; packed: Uint8Array }> {
    return this.#packets.map(({ numbers, bytes }) => ({ rows: numbers.length, packed: bytes }));
  }

  number(i: number): number {
    const { numbers, first } = this.#packetOf(i);
    return numbers[i - first] as number;
  }

  packed(i: number): string {
    if (this.#last?.i === i) return this.#last.line;
    if (i >= 0 && i < this.#before) return this.#again(i);
    const { bytes, ends, first } = this.#packetOf(i);
    const at = i - first;
    const line = bytes.toString('utf8', at === 0 ? 0 : (ends[at - 1] as number) + 1, ends[at]);
    this.#last = { i, line };
    return line;
  }

  cells(i: number): CellOrEmpty[] {
    return unpackCells(this.packed(i));
  }

  /** The packet that holds a row: mostly the one of the row before. */
  #packetOf(i: number): Packet {
    const near = this.#packet;
    if (near && i >= near.first && i < near.first + near.numbers.length) return near;
    if (i < 0 || i >= this.length) throw new RangeError(`no row ${i}`);
    let low = 0;
    let high = this.#packets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#packets[middle] as Packet).first <= i) low = middle;
      else high = middle - 1;
    }
    this.#packet = this.#packets[low] as Packet;
    return this.#packet;
  }
}
