declare global {
  /** Beside toString, whose checks cost more than the few bytes of a cell. */
  interface Buffer {
    utf8Slice(from: number, to: number): string;
    latin1Slice(from: number, to: number): string;
  }
}

/** Bytes of XML as the scanners see them. */
export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const QUOTE = 0x22;
export const APOS = 0x27;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const EQUALS = 0x3d;
export const COLON = 0x3a;

/** What a scanner answers where the piece of bytes ends inside what it looks at: it asks again when there is more. */
export const MORE = -1;

/**
 * The position after a comment, an instruction, a CDATA section or a declaration that begins at `at` with <! or <?. A declaration with
 * entities inside is passed over whole: none is ever kept.
 */
export function afterSpecial(bytes: Buffer, at: number): number {
  if (bytes[at + 1] === QUESTION) return after(bytes.indexOf('?>', at + 2, 'latin1'), 2);
  if (at + 9 > bytes.length) return MORE;
  if (bytes[at + 2] === 0x2d) return after(bytes.indexOf('-->', at + 4, 'latin1'), 3);
  if (bytes[at + 2] === 0x5b) return after(bytes.indexOf(']]>', at + 9, 'latin1'), 3);
  let quote = 0;
  let depth = 0;
  for (let i = at + 2; i < bytes.length; i++) {
    const c = bytes[i];
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === QUOTE || c === APOS) quote = c;
    else if (c === 0x5b) depth++;
    else if (c === 0x5d) depth--;
    else if (c === GT && depth <= 0) return i + 1;
  }
  return MORE;
}

const after = (at: number, more: number): number => (at < 0 ? MORE : at + more);

/** The position of the bracket that ends the tag begun at `at`, over quoted values. */
export function endOfTag(bytes: Buffer, at: number): number {
  const third = bytes[at + 2] as number;
  if (bytes[at + 3] === GT && third >= 0x61 && third <= 0x7a) return at + 3; // </c>, </v>, <si>
  const end = bytes.length;
  for (let i = at + 1; i < end; i++) {
    const c = bytes[i];
    if (c === GT) return i;
    if (c === QUOTE || c === APOS) {
      i = bytes.indexOf(c, i + 1);
      if (i < 0) return MORE;
    }
  }
  return MORE;
}

/** Where the name of a tag begins once its prefix is passed over; `at` is the first byte after < or </. */
export function localStart(bytes: Buffer, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const c = bytes[i] as number;
    if (c === COLON) return i + 1;
    if (c <= 0x20 || c === GT || c === SLASH) return at;
  }
  return at;
}

/** The name of a tag without its prefix. `end` is the position of its closing bracket. */
export function tagName(bytes: Buffer, at: number, end: number): string {
  const from = localStart(bytes, at, end);
  let to = from;
  while (to < end && (bytes[to] as number) > 0x20 && bytes[to] !== SLASH) to++;
  return bytes.latin1Slice(from, to);
}
