import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../../shared/protocol/import.requests.ts';

const headBytes = 2 ** 20;
const windowBytes = 2 ** 16;
/** Windows looked at beside the head of a large file. */
const windows = 8;

/**
 * The encoding of a text: byte order mark; else zero bytes say UTF-16; else all bytes as UTF-8; else GB18030, which holds GBK and
 * GB2312, unless that gives rare characters only and Big5 common ones; else the one with the fewest damaged characters.
 * undefined: no text. A large file is judged by its head and by windows over the rest of it.
 */
export function sniffEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const marked = byMark(bytes);
  if (marked) return marked;
  const wide = byZeros(bytes);
  if (wide) return wide;
  if (hasControls(bytes)) return undefined;
  if (isUtf8(bytes)) return 'utf-8';
  const samples = samplesOf(bytes);
  const damage = (encoding: TextEncoding) => damaged(samples, encoding);
  const [gb18030, big5] = [damage('gb18030'), damage('big5')];
  if (big5 === 0 && isRatherBig5(samples)) return 'big5';
  if (gb18030 === 0) return 'gb18030';
  if (big5 === 0) return 'big5';
  const few = 2 + samples.reduce((sum, sample) => sum + sample.length, 0) / 10_000;
  if (damage('utf-8') <= few) return 'utf-8';
  if (gb18030 <= few) return 'gb18030';
  return big5 <= few ? 'big5' : undefined;
}

function byMark(bytes: Uint8Array): TextEncoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 commas, digits and line ends carry a zero byte, always on the same side; other text holds no zero byte at all. */
function byZeros(bytes: Uint8Array): TextEncoding | undefined {
  const end = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (even + odd < Math.max(2, end / 200)) return undefined;
  const encoding = even > odd * 8 ? 'utf-16be' : odd > even * 8 ? 'utf-16le' : undefined;
  return encoding && damaged([bytes.subarray(0, end)], encoding) === 0 && !wideControls(bytes, end, encoding)
    ? encoding
    : undefined;
}

function wideControls(bytes: Uint8Array, end: number, encoding: TextEncoding): boolean {
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
  const end = Math.min(bytes.length, headBytes);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (isControl(byte)) controls++;
  }
  return controls > end / 1000;
}

/** The head and windows of a text, cut at line ends: no byte of a Chinese character is one. A small text is its own sample. */
function samplesOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= 2 * headBytes) return [bytes];
  const step = Math.floor((bytes.length - headBytes) / windows);
  const cuts = Array.from({ length: windows }, (_, i) => headBytes + i * step);
  return [
    bytes.subarray(0, lineEnd(bytes, headBytes)),
    ...cuts.map((from) => bytes.subarray(lineEnd(bytes, from), lineEnd(bytes, from + windowBytes))),
  ];
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at < 0 || at > from + windowBytes ? Math.min(from, bytes.length) : at;
}

function damaged(samples: readonly Uint8Array[], encoding: TextEncoding): number {
  let marks = 0;
  for (const sample of samples) {
    const text = new TextDecoder(encoding).decode(sample);
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) marks++;
  }
  return marks;
}

/** Both encodings hold the characters in daily use in one block; a text in the other encoding falls outside of it half the time. */
function isRatherBig5(samples: readonly Uint8Array[]): boolean {
  let [pairs, gbk, big5] = [0, 0, 0];
  for (const sample of samples) {
    for (let i = 0; i + 1 < sample.length; i++) {
      const lead = sample[i] as number;
      if (lead < 0x81) continue;
      const trail = sample[++i] as number;
      // signs and punctuation say nothing
      if (lead >= 0xa1 && lead <= 0xa3) continue;
      pairs++;
      if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) gbk++;
      if (lead >= 0xa4 && lead <= 0xc6) big5++;
    }
  }
  return pairs >= 4 && big5 > pairs * 0.9 && gbk < pairs * 0.7;
}
