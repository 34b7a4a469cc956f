import { DamagedFile, TooManyColumns } from '../refusals.ts';
import { mostColumns } from '../row-packer.ts';
import {
  APOS,
  afterSpecial,
  BANG,
  EQUALS,
  endOfTag,
  GT,
  LT,
  localStart,
  MORE,
  QUESTION,
  QUOTE,
  SLASH,
} from './bytes.ts';
import type { CellFormat } from './cell-format.ts';
import { type CellKind, type CellParts, cellJson, indexIn } from './cell-value.ts';
import { richText } from './rich-text.ts';
import type { RowDraft } from './row-draft.ts';
import { closingTag, type SharedStrings } from './shared-strings.ts';

/** Scans one cell at a time out of the bytes of a sheet. What it answers is the position after the cell, or MORE. */
export class CellScanner implements CellParts {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  /** the bytes that are scanned hold whole characters only: their texts can go as they stand */
  isUtf8 = false;
  /** of the cell scanned last; cells that do not name their column follow the one before */
  column = -1;
  kind: CellKind = 'number';
  style = 0;
  formula = false;
  /** where the value stands in `bytes`; -1: there is none */
  from = -1;
  to = -1;
  /** the value where it does not stand in one piece, and the text of an inline string */
  text: string | undefined;
  formulaText = '';

  constructor(strings: SharedStrings, formats: readonly CellFormat[], date1904: boolean) {
    this.strings = strings;
    this.formats = formats;
    this.date1904 = date1904;
  }

  /** `at` is the position after the tag's name. The cell goes into the row unless it is empty. */
  scan(bytes: Buffer, at: number, length: number, row: RowDraft): number {
    const before = this.column;
    this.kind = 'number';
    this.style = 0;
    this.formula = false;
    this.from = -1;
    this.text = undefined;
    this.formulaText = '';
    this.column = before + 1;
    let next = this.#attributes(bytes, at, length);
    if (next !== MORE && bytes[next - 2] !== SLASH) next = this.#children(bytes, next, length);
    if (next === MORE) {
      this.column = before;
      return MORE;
    }
    if (this.column >= mostColumns) throw new TooManyColumns();
    if (this.#goesAsItStands(bytes, row)) return next;
    const json = cellJson(this, bytes);
    if (json !== undefined) row.json(this.column, json);
    return next;
  }

  /** Texts mostly stand in the file as they are kept. */
  #goesAsItStands(bytes: Buffer, row: RowDraft): boolean {
    if (this.formula || this.text !== undefined || this.to <= this.from || this.from < 0) return false;
    if (this.kind === 'text') return this.isUtf8 && row.plainText(this.column, bytes, this.from, this.to);
    return this.kind === 'shared' && row.sharedText(this.column, this.strings, indexIn(bytes, this.from, this.to));
  }

  #attributes(bytes: Buffer, at: number, length: number): number {
    let p = at;
    for (;;) {
      const c = bytes[p] as number;
      if (c === GT) return p + 1;
      if (c <= 0x20 || c === SLASH) {
        if (p >= length) return MORE;
        p++;
        continue;
      }
      const name = p;
      for (; bytes[p] !== EQUALS; p++) {
        if (p >= length) return MORE;
        if (bytes[p] === GT || bytes[p] === LT) throw new DamagedFile('an attribute without a value');
      }
      const isSingle = p === name + 1 || (bytes[name + 1] as number) <= 0x20;
      p++;
      while ((bytes[p] as number) <= 0x20 && p < length) p++;
      const quote = bytes[p];
      if (quote !== QUOTE && quote !== APOS) {
        if (p >= length) return MORE;
        throw new DamagedFile('an attribute without quotes');
      }
      const from = p + 1;
      p = from;
      while (bytes[p] !== quote) if (p++ >= length) return MORE;
      if (isSingle) this.#attribute(bytes, bytes[name] as number, from, p);
      p++;
    }
  }

  #attribute(bytes: Buffer, name: number, from: number, to: number): void {
    if (name === 0x72) {
      let column = 0;
      for (let p = from; p < to; p++) {
        const letter = (bytes[p] as number) & ~0x20;
        if (letter < 0x41 || letter > 0x5a) break;
        column = column * 26 + letter - 0x40;
        if (column > mostColumns) throw new TooManyColumns();
      }
      if (column > 0) this.column = column - 1;
    } else if (name === 0x73) {
      let style = 0;
      for (let p = from; p < to; p++) style = style * 10 + (bytes[p] as number) - 0x30;
      this.style = style;
    } else if (name === 0x74) this.kind = kindOf(bytes, from, to);
  }

  #children(bytes: Buffer, at: number, length: number): number {
    let p = at;
    for (;;) {
      while (bytes[p] !== LT) if (p++ >= length) return MORE;
      const first = bytes[p + 1] as number;
      if (p + 3 >= length) return MORE;
      if (first === BANG || first === QUESTION) {
        p = afterSpecial(bytes, p);
        if (p === MORE) return MORE;
        continue;
      }
      const end = first !== SLASH && bytes[p + 2] === GT ? p + 2 : endOfTag(bytes, p);
      if (end === MORE) return MORE;
      if (first === SLASH) return end + 1;
      p = this.#child(bytes, p, end, length);
      if (p === MORE) return MORE;
    }
  }

  #child(bytes: Buffer, open: number, end: number, length: number): number {
    const name = bytes[open + 2] === GT ? open + 1 : localStart(bytes, open + 1, end);
    const isEmpty = bytes[end - 1] === SLASH;
    const [first, second] = [bytes[name], bytes[name + 1] as number];
    const isSingle = second === GT || second <= 0x20 || second === SLASH;
    if (first === 0x66 && isSingle) {
      this.formula = true;
      if (isEmpty) return end + 1;
      const close = closingTag(bytes, end + 1, length, 'f');
      if (close === MORE) return MORE;
      this.formulaText = bytes.utf8Slice(end + 1, close);
      return this.#afterTag(bytes, close);
    }
    if (isEmpty) return end + 1;
    if (first === 0x76 && isSingle) {
      let to = end + 1;
      while (bytes[to] !== LT) if (to++ >= length) return MORE;
      if (to + 1 >= length) return MORE;
      if (bytes[to + 1] === SLASH) {
        this.from = end + 1;
        this.to = to;
        return this.#afterTag(bytes, to);
      }
      const close = closingTag(bytes, to, length, 'v');
      if (close === MORE) return MORE;
      this.text = richText(`<t>${bytes.utf8Slice(end + 1, close)}</t>`);
      return this.#afterTag(bytes, close);
    }
    if (first === 0x69 && second === 0x73) {
      if (this.kind === 'text' && this.#plainInline(bytes, end + 1, length)) return this.to + inlineEnd.length;
      const close = closingTag(bytes, end + 1, length, 'is');
      if (close === MORE) return MORE;
      this.text = richText(bytes.utf8Slice(end + 1, close));
      return this.#afterTag(bytes, close);
    }
    // what else a cell may hold (extensions) says nothing about its value
    const close = closingTag(bytes, end + 1, length, bytes.latin1Slice(name, nameEnd(bytes, name)));
    return close === MORE ? MORE : this.#afterTag(bytes, close);
  }

  /** <t>…</t></is>, which nearly all inline strings are. */
  #plainInline(bytes: Buffer, open: number, length: number): boolean {
    if (bytes[open] !== LT || bytes[open + 1] !== 0x74) return false;
    const third = bytes[open + 2] as number;
    if (third !== GT && third !== 0x20) return false;
    const end = third === GT ? open + 2 : endOfTag(bytes, open);
    if (end === MORE || bytes[end - 1] === SLASH) return false;
    let to = end + 1;
    while (bytes[to] !== LT) if (to++ >= length) return false;
    if (to + inlineEnd.length > length) return false;
    for (let i = 1; i < inlineEnd.length; i++) if (bytes[to + i] !== inlineEnd[i]) return false;
    this.from = end + 1;
    this.to = to;
    return true;
  }

  #afterTag(bytes: Buffer, at: number): number {
    const end = endOfTag(bytes, at);
    return end === MORE ? MORE : end + 1;
  }
}

const inlineEnd = Buffer.from('</t></is>');

function nameEnd(bytes: Buffer, at: number): number {
  let end = at;
  while ((bytes[end] as number) > 0x20 && bytes[end] !== GT && bytes[end] !== SLASH) end++;
  return end;
}

function kindOf(bytes: Buffer, from: number, to: number): CellKind {
  const first = bytes[from];
  if (first === 0x73) return to - from === 1 ? 'shared' : 'text';
  if (first === 0x69) return 'text';
  if (first === 0x62) return 'bool';
  if (first === 0x65) return 'error';
  if (first === 0x64) return 'date';
  return 'number';
}
