import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { DamagedFile } from '../refusals.ts';
import { xmlTags } from '../xlsx/xml-tags.ts';
import type { Unlocked } from './unlock.ts';

/** MS-OFFCRYPTO 2.3: how the package of an .xlsx is encrypted with a password. */
export function unlockPackage(info: Buffer, packed: Buffer, password: string): Unlocked {
  if (info.length < 8 || packed.length < 8) throw new DamagedFile('a lock without its parts');
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  if (major === 4 && minor === 4) return agile(info.subarray(8).toString('utf8'), packed, password);
  if (major >= 2 && major <= 4 && minor === 2) return standard(info, packed, password);
  return 'unknown-lock';
}

/** Excel writes 100 000 rounds; a file that asks for billions would hold the reader for hours. */
const mostRounds = 10_000_000;
const hashes: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};
const segment = 4096;

const blocks = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierValue: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};

const hashed = (algorithm: string, ...pieces: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The password, hashed with the salt and then as often as the file asks for. */
function stretched(algorithm: string, salt: Buffer, password: string, rounds: number): Buffer {
  let hash = hashed(algorithm, salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < rounds; i++) hash = hashed(algorithm, number32(i), hash);
  return hash;
}

const fitted = (bytes: Buffer, length: number, fill: number): Buffer =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, fill)]);

function decrypted(mode: 'cbc' | 'ecb', key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

interface AgileKey {
  readonly salt: Buffer;
  readonly block: number;
  readonly bytes: number;
  readonly hash: string;
}

function agileKey(attributes: ReadonlyMap<string, string>): AgileKey | undefined {
  const hash = hashes[attributes.get('hashAlgorithm') ?? ''];
  const [block, bits] = [Number(attributes.get('blockSize')), Number(attributes.get('keyBits'))];
  if (hash === undefined || attributes.get('cipherAlgorithm') !== 'AES' || block !== 16) return undefined;
  if (attributes.get('cipherChaining') !== 'ChainingModeCBC' || ![128, 192, 256].includes(bits)) return undefined;
  return { salt: Buffer.from(attributes.get('saltValue') ?? '', 'base64'), block, bytes: bits / 8, hash };
}

function agile(xml: string, packed: Buffer, password: string): Unlocked {
  let data: AgileKey | undefined;
  let lock: ReadonlyMap<string, string> | undefined;
  for (const { name, closes, attributes } of xmlTags(xml)) {
    if (name === 'keyData' && !closes) data = agileKey(attributes);
    if (name === 'encryptedKey' && !closes) lock ??= attributes;
  }
  const by = lock && agileKey(lock);
  const rounds = Number(lock?.get('spinCount'));
  if (!data || !by || !lock || !(rounds >= 0 && rounds <= mostRounds)) return 'unknown-lock';
  const hash = stretched(by.hash, by.salt, password, rounds);
  const opened = (block: Buffer, attribute: string): Buffer => {
    const key = fitted(hashed(by.hash, hash, block), by.bytes, 0x36);
    return decrypted('cbc', key, fitted(by.salt, by.block, 0x36), Buffer.from(lock.get(attribute) ?? '', 'base64'));
  };
  const input = opened(blocks.verifierInput, 'encryptedVerifierHashInput').subarray(0, by.salt.length);
  const expected = hashed(by.hash, input);
  const value = opened(blocks.verifierValue, 'encryptedVerifierHashValue').subarray(0, expected.length);
  if (value.length !== expected.length || !timingSafeEqual(value, expected)) return 'wrong';
  const key = opened(blocks.key, 'encryptedKeyValue').subarray(0, data.bytes);
  const pieces: Buffer[] = [];
  for (let at = 8, n = 0; at < packed.length; at += segment, n++) {
    const piece = packed.subarray(at, at + segment);
    const iv = fitted(hashed(data.hash, data.salt, number32(n)), data.block, 0x36);
    pieces.push(decrypted('cbc', key, iv, piece.subarray(0, piece.length & ~15)));
  }
  return { bytes: cut(Buffer.concat(pieces), packed) };
}

function standard(info: Buffer, packed: Buffer, password: string): Unlocked {
  const header = 12;
  const verifier = header + info.readUInt32LE(8);
  if (verifier + 72 > info.length) throw new DamagedFile('a lock without its verifier');
  const bytes = (info.readUInt32LE(header + 16) || 128) / 8;
  if (info.readUInt32LE(verifier) !== 16 || ![16, 24, 32].includes(bytes)) return 'unknown-lock';
  const salt = info.subarray(verifier + 4, verifier + 20);
  const hash = hashed('sha1', stretched('sha1', salt, password, 50_000), number32(0));
  const mixed = (fill: number): Buffer => {
    const pad = Buffer.alloc(64, fill);
    for (const [i, byte] of hash.entries()) pad[i] = fill ^ byte;
    return hashed('sha1', pad);
  };
  const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, bytes);
  const input = decrypted('ecb', key, null, info.subarray(verifier + 20, verifier + 36));
  const value = decrypted('ecb', key, null, info.subarray(verifier + 40, verifier + 72)).subarray(0, 20);
  if (!timingSafeEqual(hashed('sha1', input), value)) return 'wrong';
  const body = packed.subarray(8);
  return { bytes: cut(decrypted('ecb', key, null, body.subarray(0, body.length & ~15)), packed) };
}

/** The package without what fills its last block; its true length stands in front of it. */
function cut(opened: Buffer, packed: Buffer): Uint8Array {
  const size = Number(packed.readBigUInt64LE(0));
  if (size > opened.length) throw new DamagedFile('a package shorter than it says');
  return new Uint8Array(opened.subarray(0, size));
}
