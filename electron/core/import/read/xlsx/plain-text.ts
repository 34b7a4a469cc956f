import { kinds, kindsOfBytes } from '../byte-kinds.ts';
import { isNegative } from '../negative-mark.ts';

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const LETTER_X = 0x78;

/** XML refers with &, and Excel writes characters that XML cannot hold as _x000D_. */
const kindOf = kindsOfBytes([AMPERSAND, UNDERSCORE]);

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
