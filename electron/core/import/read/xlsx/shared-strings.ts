import { isUtf8 } from 'node:buffer';
import { negativeMark } from '../negative-mark.ts';
import { ByteFeed } from './byte-feed.ts';
import { afterSpecial, BANG, endOfTag, GT, LT, localStart, MORE, QUESTION, SLASH, tagName } from './bytes.ts';
import { PlainText } from './plain-text.ts';
import { richText } from './rich-text.ts';
import { saysSomething } from './row-draft.ts';
import { cellText } from './xml-text.ts';

const pageBytes = 2 ** 20;
const flags = { says: 1, negative: 2 } as const;

/** The strings that cells name by number, each as JSON writes it, in bytes of UTF-8: a repeated word is quoted once. */
export class SharedStrings {
  readonly #feed = new ByteFeed();
  readonly #plain = new PlainText();
  /** the strings one after the other, none over two pages; one that is longer than a page has a page of its own */
  readonly #pages: Buffer[] = [];
  #used = pageBytes;
  #isUtf8 = false;
  readonly #page: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #characters: number[] = [];
  readonly #flags: number[] = [];

  /** As JSON writes it; undefined: there is no such string. */
  quoted(index: number): string | undefined {
    return this.#pageOf(index)?.utf8Slice(this.#from[index] as number, this.#to[index] as number);
  }

  /** The bytes of a string that is there and is not empty, with its quotes; 0 for others. */
  size(index: number): number {
    const size =
      index >= 0 && index < this.#to.length ? (this.#to[index] as number) - (this.#from[index] as number) : 0;
    return size > 2 ? size : 0;
  }

  copyTo(index: number, out: Buffer, at: number): void {
    this.#pageOf(index)?.copy(out, at, this.#from[index], this.#to[index]);
  }

  /** Its characters, or more. */
  characters(index: number): number {
    return this.#characters[index] as number;
  }

  saysSomething(index: number): boolean {
    return ((this.#flags[index] as number) & flags.says) !== 0;
  }

  mayBeNegative(index: number): boolean {
    return ((this.#flags[index] as number) & flags.negative) !== 0;
  }

  #pageOf(index: number): Buffer | undefined {
    return this.#pages[this.#page[index] ?? -1];
  }

  /** Where so many bytes have room. */
  #room(size: number): Buffer {
    if (this.#used + size > pageBytes) {
      this.#pages.push(Buffer.allocUnsafe(Math.max(size, pageBytes)));
      this.#used = 0;
    }
    return this.#pages.at(-1) as Buffer;
  }

  #keep(end: number, characters: number, says: boolean, negative: boolean): void {
    this.#page.push(this.#pages.length - 1);
    this.#from.push(this.#used);
    this.#to.push(end);
    this.#characters.push(characters);
    this.#flags.push((says ? flags.says : 0) | (negative ? flags.negative : 0));
    this.#used = end;
  }

  #add(text: string): void {
    const json = JSON.stringify(text);
    const page = this.#room(json.length * 3);
    const end = this.#used + page.write(json, this.#used, 'utf8');
    this.#keep(end, json.length, saysSomething(json), negativeMark.test(json));
  }

  #addPlain(bytes: Buffer, from: number, to: number): void {
    const page = this.#room(to - from + 2);
    const end = this.#isUtf8 ? this.#plain.copy(bytes, from, to, page, this.#used) : -1;
    if (end < 0) this.#add(cellText(bytes.utf8Slice(from, to)));
    else {
      const says = this.#plain.saysSomething || saysSomething(page.utf8Slice(this.#used, end));
      this.#keep(end, to - from, says, this.#plain.mayBeNegative);
    }
  }

  feed(chunk: Buffer): void {
    const { bytes, length } = this.#feed.join(chunk);
    this.#isUtf8 = isUtf8(bytes.subarray(0, bytes.lastIndexOf(LT) + 1));
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
    this.#addPlain(bytes, from, to);
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
      this.#add('');
      return end + 1;
    }
    const close = closingTag(bytes, end + 1, length, name);
    if (close === MORE) return MORE;
    this.#add(richText(bytes.utf8Slice(end + 1, close)));
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
