import { isNegative, negativeLeads } from '../negative-mark.ts';

/** What a byte is to a text. `plain`: it goes as it is, and the text is not blank; `faint`: it goes as it is, and may be part of a space. */
const kinds = { plain: 0, faint: 1, sign: 2, odd: 3 } as const;
const UNDERSCORE = 0x5f;
const LETTER_X = 0x78;

const kindOf = new Uint8Array(256).fill(kinds.faint);
kindOf.fill(kinds.odd, 0, 0x20);
kindOf.fill(kinds.plain, 0x21, 0x7f);
// leads of the Chinese characters in daily use
kindOf.fill(kinds.plain, 0xe4, 0xea);
for (const byte of negativeLeads) kindOf[byte] = kinds.sign;
// what JSON escapes, what XML refers with, and what Excel writes characters with that XML cannot hold (_x000D_)
for (const byte of [0x22, 0x5c, 0x26, UNDERSCORE]) kindOf[byte] = kinds.odd;

/** What was seen of a text while it was copied. One for all texts of a reader: nothing is made for each. */
export class PlainText {
  /** some character is no space for certain; otherwise it is not known */
  saysSomething = false;
  mayBeNegative = false;

  /**
   * Copies a text of the XML, in bytes of valid UTF-8 with another byte on each side, between two quotes to `at` in `out`, which has room
   * for it: the position after, or -1 where JSON or XML would write it in another way than it stands.
   */
  copy(bytes: Buffer, from: number, to: number, out: Buffer, at: number): number {
    this.saysSomething = false;
    this.mayBeNegative = false;
    let o = at;
    out[o++] = 0x22;
    for (let p = from; p < to; p++) {
      const byte = bytes[p] as number;
      const kind = kindOf[byte];
      if (kind === kinds.plain) this.saysSomething = true;
      else if (kind === kinds.sign) {
        if (isNegative(bytes, p)) this.mayBeNegative = true;
        if (byte < 0x80) this.saysSomething = true;
      } else if (kind === kinds.odd) {
        if (byte !== UNDERSCORE || bytes[p + 1] === LETTER_X) return -1;
        this.saysSomething = true;
      }
      out[o++] = byte;
    }
    out[o++] = 0x22;
    return o;
  }
}
