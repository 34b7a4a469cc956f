export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Text of a CSV or TXT file: byte order mark; else zero bytes say UTF-16; else strict UTF-8; else GB18030, which holds GBK
 * and GB2312. undefined: not text. A file that was cut inside a character keeps its replacement mark, so that the damage shows.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byMark(bytes);
  if (marked) return decode(bytes, marked);
  const wide = byZeros(bytes);
  if (wide) return decode(bytes, wide);
  if (hasControls(bytes)) return undefined;
  const strict = decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030');
  if (strict) return strict;
  return [decode(bytes, 'utf-8'), decode(bytes, 'gb18030')].find((decoded) => fewMarks(decoded.text));
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 commas, digits and line ends carry a zero byte, always on the same side; other text holds no zero byte at all. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  const end = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (even + odd < Math.max(2, end / 200)) return undefined;
  const encoding = even > odd * 8 ? 'utf-16be' : odd > even * 8 ? 'utf-16le' : undefined;
  return encoding && decodeStrictly(bytes.subarray(0, end), encoding) && !wideControls(bytes, end, encoding)
    ? encoding
    : undefined;
}

function wideControls(bytes: Uint8Array, end: number, encoding: Encoding): boolean {
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i + 1 - low] === 0 && isControl(bytes[i + low] ?? 0)) return true;
  }
  return false;
}

/** A byte that no text holds: programs, pictures and damaged archives are full of them. */
const isControl = (byte: number): boolean =>
  byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26;

function hasControls(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1 << 20);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (isControl(byte)) controls++;
  }
  return controls > end / 1000;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not this encoding
    throw error;
  }
}

const decode = (bytes: Uint8Array, encoding: Encoding): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

function fewMarks(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) marks++;
  return marks <= 2 + text.length / 10_000;
}
