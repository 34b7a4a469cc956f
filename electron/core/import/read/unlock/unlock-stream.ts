import { createHash, timingSafeEqual } from 'node:crypto';
import { DamagedFile } from '../refusals.ts';
import type { Unlocked } from './unlock.ts';
import { xorDecrypt } from './xor-lock.ts';

const filePass = 0x2f;
/** Page breaks: nobody reads what stands under this identifier, so that the lock can be put under it. */
const nothing = 0x1a;
/** Records that stay readable in a locked stream: BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const open = new Set([0x809, filePass, 0x194, 0x195, 0xe1, 0x196, 0x138]);
const boundSheet = 0x85;
const blockBytes = 1024;

const hashed = (algorithm: 'md5' | 'sha1', ...pieces: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/** MS-XLS 2.2.10: decrypts the records of a workbook stream. */
export function unlockWorkbookStream(stream: Buffer, password: string): Unlocked {
  const at = findFilePass(stream);
  if (at === undefined) return 'not-locked';
  const length = stream.readUInt16LE(at + 2);
  // Excel 5 writes key and verifier alone, later ones the kind of lock before them
  if (length === 4 || (length === 6 && stream.readUInt16LE(at + 4) === 0)) {
    const lock = stream.subarray(at + length, at + 4 + length);
    const opened = Buffer.from(stream);
    opened.writeUInt16LE(nothing, at);
    return xorDecrypt(opened, lock, password, recordsOf) ? { bytes: opened } : 'wrong';
  }
  if (length < 40 || stream.readUInt16LE(at + 4) !== 1) return 'unknown-lock';
  const body = stream.subarray(at + 6, at + 4 + stream.readUInt16LE(at + 2));
  const [major, minor] = [body.readUInt16LE(0), body.readUInt16LE(2)];
  const keyOf =
    major === 1 && minor === 1 ? plainKeys(body, password) : minor === 2 ? cryptoKeys(body, password) : 'unknown-lock';
  if (typeof keyOf === 'string') return keyOf;
  const opened = Buffer.from(stream);
  opened.writeUInt16LE(nothing, at);
  decryptRecords(opened, keyOf);
  return { bytes: opened };
}

/** It stands right after the first record, or nowhere. */
function findFilePass(stream: Buffer): number | undefined {
  let at = 0;
  for (let n = 0; n < 8 && at + 4 <= stream.length; n++) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) return undefined;
    if (stream.readUInt16LE(at) === filePass) return at;
    at = end;
  }
  return undefined;
}

type KeyOf = (block: number) => Buffer;

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Excel 97: RC4 under a key of 40 bits made with MD5. */
function plainKeys(body: Buffer, password: string): KeyOf | 'wrong' {
  const salt = body.subarray(4, 20);
  const start = hashed('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const round = Buffer.concat([start, salt]);
  const base = hashed('md5', Buffer.concat(Array.from({ length: 16 }, () => round))).subarray(0, 5);
  const keyOf: KeyOf = (block) => hashed('md5', base, number32(block));
  const opened = rc4(keyOf(0), Buffer.from(body.subarray(20, 52)));
  if (opened.length < 32) throw new DamagedFile('a lock without its verifier');
  return timingSafeEqual(hashed('md5', opened.subarray(0, 16)), opened.subarray(16, 32)) ? keyOf : 'wrong';
}

/** Excel 2002: RC4 through CryptoAPI, keys of 40 to 128 bits made with SHA-1. */
function cryptoKeys(body: Buffer, password: string): KeyOf | 'wrong' | 'unknown-lock' {
  const verifier = 12 + body.readUInt32LE(8);
  if (verifier + 60 > body.length) throw new DamagedFile('a lock without its verifier');
  const bits = body.readUInt32LE(12 + 16) || 40;
  if (bits < 40 || bits > 128 || bits % 8 !== 0 || body.readUInt32LE(verifier) !== 16) return 'unknown-lock';
  const base = hashed('sha1', body.subarray(verifier + 4, verifier + 20), Buffer.from(password, 'utf16le'));
  const keyOf: KeyOf = (block) => {
    const key = hashed('sha1', base, number32(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const sealed = Buffer.concat([
    body.subarray(verifier + 20, verifier + 36),
    body.subarray(verifier + 40, verifier + 60),
  ]);
  const opened = rc4(keyOf(0), sealed);
  return timingSafeEqual(hashed('sha1', opened.subarray(0, 16)), opened.subarray(16, 36)) ? keyOf : 'wrong';
}

/** The key changes every 1024 bytes of the stream; headers of records are counted and stay as they are. */
function decryptRecords(stream: Buffer, keyOf: KeyOf): void {
  let block = -1;
  let pad: Buffer = Buffer.alloc(0);
  for (const { from, to } of recordsOf(stream)) {
    for (let i = from; i < to; i++) {
      const now = Math.floor(i / blockBytes);
      if (now !== block) {
        block = now;
        pad = rc4(keyOf(block), Buffer.alloc(blockBytes));
      }
      stream[i] = (stream[i] as number) ^ (pad[i % blockBytes] as number);
    }
  }
}

/** The parts of a locked stream that are encrypted: what stands in its records, but for those that stay readable. */
function* recordsOf(stream: Buffer): Generator<{ readonly from: number; readonly to: number; readonly start: number }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const to = Math.min(stream.length, at + 4 + length);
    if (!open.has(type) && type !== nothing) yield { from: at + (type === boundSheet ? 8 : 4), to, start: at + 4 };
    at += 4 + length;
  }
}

/** RC4 over the bytes given, in place. OpenSSL 3 has put it away; these files have nothing else. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  for (let n = 0, i = 0, j = 0; n < bytes.length; n++) {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    bytes[n] = (bytes[n] as number) ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  }
  return bytes;
}
