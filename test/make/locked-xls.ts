import { createHash } from 'node:crypto';
import { CFB } from 'xlsx';

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const md5 = (...pieces: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(pieces)).digest();

/** Every byte that RC4 gives under a key. */
function padOf(key: Buffer, length: number): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => state[i & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    Array.from({ length }, () => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return at(at(i) + at(j));
    }),
  );
}
const crypted = (pad: Buffer, bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, i) => byte ^ (pad[i] ?? 0)));

/** Locks an .xls of Excel 97 as Excel 97 did: RC4 under a key of 40 bits (MS-OFFCRYPTO 2.3.6). */
export function lockedXls(bytes: Uint8Array, password: string): Uint8Array {
  const file = CFB.read(bytes, { type: 'buffer' });
  const entry = CFB.find(file, '/Workbook');
  if (!entry) throw new Error('not an .xls of Excel 97');
  const plain = Buffer.from(entry.content as Uint8Array);
  const [salt, verifier] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];
  const short = md5(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const base = md5(...Array.from({ length: 16 }, () => Buffer.concat([short, salt]))).subarray(0, 5);
  const pad = (block: number) => padOf(md5(base, number32(block)), 1024);
  const lock = Buffer.concat([
    Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]),
    salt,
    crypted(pad(0), Buffer.concat([verifier, md5(verifier)])),
  ]);
  const first = 4 + plain.readUInt16LE(2);
  const stream = Buffer.concat([plain.subarray(0, first), lock, plain.subarray(first)]);
  encryptRecords(stream, lock.length, pad);
  entry.content = stream;
  entry.size = stream.length;
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const beginning = 0x809;
const filePass = 0x2f;
const boundSheet = 0x85;

/** Sheets begin so many bytes later than they did; where they begin stays readable, as the beginnings and the lock itself do. */
function encryptRecords(stream: Buffer, shift: number, padOfBlock: (block: number) => Buffer): void {
  const pads = new Map<number, Buffer>();
  const pad = (i: number): number => {
    const block = Math.floor(i / 1024);
    const known = pads.get(block) ?? padOfBlock(block);
    pads.set(block, known);
    return known[i % 1024] ?? 0;
  };
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, end] = [stream.readUInt16LE(at), at + 4 + stream.readUInt16LE(at + 2)];
    if (type === boundSheet) stream.writeUInt32LE(stream.readUInt32LE(at + 4) + shift, at + 4);
    if (type !== beginning && type !== filePass)
      for (let i = at + (type === boundSheet ? 8 : 4); i < end && i < stream.length; i++)
        stream[i] = (stream[i] ?? 0) ^ pad(i);
    at = end;
  }
}
