import { ByteFeed } from './byte-feed.ts';
import { afterSpecial, BANG, endOfTag, GT, LT, localStart, MORE, QUESTION, SLASH, tagName } from './bytes.ts';
import { richText } from './rich-text.ts';
import { cellText } from './xml-text.ts';

/** The strings that cells name by number, each as JSON writes it: a repeated word is quoted once. */
export class SharedStrings {
  readonly #quoted: string[] = [];
  readonly #feed = new ByteFeed();

  /** undefined: there is no such string. */
  quoted(index: number): string | undefined {
    return this.#quoted[index];
  }

  feed(chunk: Buffer): void {
    const { bytes, length } = this.#feed.join(chunk);
    this.#feed.keep(bytes, this.#units(bytes, length), length);
  }

  /** Scans what is whole; answers where the first that is not whole begins. */
  #units(bytes: Buffer, length: number): number {
    let at = 0;
    for (;;) {
      const open = bytes.indexOf(LT, at);
      if (open < 0) return length;
      const next = this.#unit(bytes, open, length);
      if (next === MORE) return open;
      at = next;
    }
  }

  /** <si><t>…</t></si>, which nearly all of them are; MORE: look again with patience. */
  #plainString(bytes: Buffer, open: number, length: number): number {
    if (bytes[open + 2] !== 0x69 || bytes[open + 3] !== GT || bytes[open + 4] !== LT) return MORE;
    const from = endOfTag(bytes, open + 4) + 1;
    if (from === MORE + 1 || bytes[from - 2] === SLASH) return MORE;
    const to = bytes.indexOf(LT, from);
    if (to < 0 || to + 9 >= length) return MORE;
    for (let i = 0; i < plainEnd.length; i++) if (bytes[to + i] !== plainEnd[i]) return MORE;
    this.#quoted.push(JSON.stringify(cellText(bytes.utf8Slice(from, to))));
    return to + 9;
  }

  /** One tag, or one whole string: the position after it. */
  #unit(bytes: Buffer, open: number, length: number): number {
    const first = bytes[open + 1];
    if (first === 0x73 && bytes[open + 5] === 0x74) {
      const next = this.#plainString(bytes, open, length);
      if (next !== MORE) return next;
    }
    if (first === BANG || first === QUESTION) return afterSpecial(bytes, open);
    const end = endOfTag(bytes, open);
    if (end === MORE || first === SLASH) return end === MORE ? MORE : end + 1;
    const name = tagName(bytes, open + 1, end);
    // sstItem: files of the first Excel 2007 that was handed out
    if (name !== 'si' && name !== 'sstItem') return end + 1;
    if (bytes[end - 1] === SLASH) {
      this.#quoted.push('""');
      return end + 1;
    }
    const close = closingTag(bytes, end + 1, length, name);
    if (close === MORE) return MORE;
    this.#quoted.push(JSON.stringify(richText(bytes.utf8Slice(end + 1, close))));
    const after = endOfTag(bytes, close);
    return after === MORE ? MORE : after + 1;
  }
}

const plainEnd = Buffer.from('</t></si>');

const isLetter = (c: number | undefined): boolean => c !== undefined && c >= 0x41 && c <= 0x7a;

/** Where the tag </name>, with or without a prefix, begins that closes what begins at `from`; such an element never holds another of its name. */
export function closingTag(bytes: Buffer, from: number, length: number, name: string): number {
  let at = from;
  for (;;) {
    const open = bytes.indexOf(LT, at);
    if (open < 0) return MORE;
    const first = bytes[open + 1];
    if (first === BANG || first === QUESTION) {
      at = afterSpecial(bytes, open);
      if (at === MORE) return MORE;
    } else if (first === SLASH) {
      const local = localStart(bytes, open + 2, length);
      if (local + name.length >= length) return MORE;
      if (!isLetter(bytes[local + name.length]) && bytes.latin1Slice(local, local + name.length) === name) return open;
      at = open + 2;
    } else at = open + 1;
  }
}
