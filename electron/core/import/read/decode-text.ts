import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../../shared/protocol/import.requests.ts';

/** Small enough that its text is made where the last one was: with pieces of 1 MiB, decoding alone took five times as long. */
const pieceBytes = 2 ** 16;

/** A text in pieces of valid UTF-8: no string of a gigabyte is ever made. A character that is none in its encoding becomes U+FFFD, so that the damage shows. */
export function* utf8Pieces(bytes: Uint8Array, encoding: TextEncoding): Generator<Uint8Array> {
  if (encoding === 'utf-8' && isUtf8(bytes)) {
    yield bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length });
    yield Buffer.from(text, 'utf8');
  }
}
