import { isUtf8 } from 'node:buffer';
import type { Merge } from '../grid.ts';
import { DamagedFile } from '../refusals.ts';
import { ByteFeed } from './byte-feed.ts';
import { afterSpecial, BANG, endOfTag, GT, LT, localStart, MORE, QUESTION, SLASH, tagName } from './bytes.ts';
import type { CellFormat } from './cell-format.ts';
import { CellScanner } from './cell-scanner.ts';
import { HiddenRanges } from './hidden-ranges.ts';
import { RowDraft } from './row-draft.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { RowTarget } from './sheet-rows.ts';
import { xmlTags } from './xml-tags.ts';

const mostMerges = 200_000;
const largestRow = 2 ** 31 - 1;

/** The XML of one sheet, taken apart as its bytes arrive; nothing of it is kept but the row at hand. */
export class SheetScanner {
  readonly merges: Merge[] = [];
  readonly hiddenRows = new HiddenRanges();
  readonly hiddenColumns = new HiddenRanges();
  readonly #feed = new ByteFeed();
  readonly #target: RowTarget;
  readonly #cells: CellScanner;
  readonly #onRoot: (name: string) => void;
  #root = '';
  #rootClosed = false;
  #inData = false;
  #inRow = false;
  #row = 0;
  readonly #draft = new RowDraft();

  constructor(
    target: RowTarget,
    book: { strings: SharedStrings; formats: readonly CellFormat[]; date1904: boolean },
    onRoot: (name: string) => void,
  ) {
    this.#target = target;
    this.#cells = new CellScanner(book.strings, book.formats, book.date1904);
    this.#onRoot = onRoot;
  }

  feed(chunk: Buffer): void {
    const { bytes, length } = this.#feed.join(chunk);
    this.#cells.isUtf8 = isUtf8(bytes.subarray(0, bytes.lastIndexOf(LT) + 1));
    this.#feed.keep(bytes, this.#units(bytes, length), length);
  }

  /** Scans what is whole; answers where the first that is not whole begins. */
  #units(bytes: Buffer, length: number): number {
    let at = 0;
    for (;;) {
      let open = at;
      while (bytes[open] !== LT) if (open++ >= length) return length;
      const next = this.#unit(bytes, open, length);
      if (next === MORE) return open;
      at = next;
    }
  }

  end(): void {
    if (!this.#rootClosed || this.#inData || !this.#feed.isEmpty)
      throw new DamagedFile('a sheet that ends in the middle');
  }

  /** One cell, or one tag around cells: the position after it, or MORE where it is not whole. */
  #unit(bytes: Buffer, open: number, length: number): number {
    const first = bytes[open + 1] as number;
    if (first === BANG || first === QUESTION) return afterSpecial(bytes, open);
    if (this.#inRow && first !== SLASH) {
      const name = localStart(bytes, open + 1, length);
      if (name + 1 >= length) return MORE;
      const after = bytes[name + 1] as number;
      if (bytes[name] === 0x63 && (after <= 0x20 || after === GT || after === SLASH))
        return this.#cells.scan(bytes, name + 1, length, this.#draft);
    }
    const end = endOfTag(bytes, open);
    if (end === MORE || end >= length) return MORE;
    if (first === SLASH) this.#closes(tagName(bytes, open + 2, end));
    else this.#opens(bytes, open, end);
    return end + 1;
  }

  #opens(bytes: Buffer, open: number, end: number): void {
    const name = tagName(bytes, open + 1, end);
    const isEmpty = bytes[end - 1] === SLASH;
    if (this.#root === '') {
      this.#root = name;
      this.#rootClosed = isEmpty;
      this.#onRoot(name);
    } else if (this.#inData && name === 'row') {
      this.#endRow(); // one that was never closed
      this.#beginRow(bytes, open, end);
      if (isEmpty) this.#endRow();
    } else if (name === 'sheetData') this.#inData = !isEmpty;
    else if (name === 'col') this.#hidesColumns(bytes, open, end);
    else if (name === 'mergeCell') this.#merges(bytes, open, end);
  }

  #closes(name: string): void {
    if (name === 'row') this.#endRow();
    else if (name === 'sheetData') {
      this.#endRow();
      this.#inData = false;
    } else if (name === this.#root) this.#rootClosed = true;
  }

  #beginRow(bytes: Buffer, open: number, end: number): void {
    this.#inRow = true;
    this.#draft.clear();
    this.#cells.column = -1;
    let n = 0;
    const tag = bytes.latin1Slice(open, end);
    const said = tag.indexOf(' r="');
    if (said > 0) n = Number(tag.slice(said + 4, tag.indexOf('"', said + 4)));
    else if (/\sr\s*=/.test(tag)) n = Number(attributesOf(bytes, open, end).get('r'));
    this.#row = n >= 1 && n <= largestRow && Number.isInteger(n) ? n : this.#row + 1;
    if (tag.includes('hidden') && isOn(attributesOf(bytes, open, end).get('hidden'))) this.hiddenRows.add(this.#row);
  }

  #endRow(): void {
    if (!this.#inRow) return;
    this.#inRow = false;
    if (this.#draft.width > 0) this.#target.row(this.#row, this.#draft);
  }

  #hidesColumns(bytes: Buffer, open: number, end: number): void {
    const attributes = attributesOf(bytes, open, end);
    const [from, to] = [Number(attributes.get('min')), Math.min(16_384, Number(attributes.get('max')))];
    if (isOn(attributes.get('hidden')) && from >= 1 && to >= from) this.hiddenColumns.add(from, to);
  }

  #merges(bytes: Buffer, open: number, end: number): void {
    const range = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(
      attributesOf(bytes, open, end).get('ref') ?? '',
    );
    if (!range || this.merges.length >= mostMerges) return;
    this.merges.push({
      fromRow: Number(range[2]),
      toRow: Number(range[4]),
      fromColumn: columnIndex(range[1] ?? ''),
      toColumn: columnIndex(range[3] ?? ''),
    });
  }
}

const attributesOf = (bytes: Buffer, open: number, end: number): ReadonlyMap<string, string> =>
  xmlTags(bytes.utf8Slice(open, end + 1)).next().value?.attributes ?? new Map<string, string>();

const isOn = (value: string | undefined): boolean => value !== undefined && /^(1|true|on)$/i.test(value);

function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}
