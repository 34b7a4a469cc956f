import { createCipheriv, createHash } from 'node:crypto';
import { CFB } from 'xlsx';

const hash = (...pieces: readonly Uint8Array[]): Buffer => {
  const made = createHash('sha512');
  for (const piece of pieces) made.update(piece);
  return made.digest();
};
const n32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
function aes(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  cipher.setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])),
    cipher.final(),
  ]);
}

/** Locks a workbook as Excel does since 2010 (MS-OFFCRYPTO 2.3.4.10). */
export function lockedWorkbook(bytes: Uint8Array, password: string): Uint8Array {
  const [salt, dataSalt, secret, input] = [1, 2, 3, 4].map((n) => Buffer.alloc(n === 3 ? 32 : 16, n)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const rounds = 1000;
  let h = hash(salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < rounds; i++) h = hash(n32(i), h);
  const by = (block: string, value: Buffer) =>
    aes(hash(h, Buffer.from(block, 'hex')).subarray(0, 32), salt, value).toString('base64');
  const about =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<?xml version="1.0"?><encryption xmlns="e" xmlns:p="p"><keyData ${about} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${rounds}" ${about} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${by('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${by('d7aa0f6d3061344e', hash(input))}" encryptedKeyValue="${by('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const pieces: Buffer[] = [];
  for (let at = 0, n = 0; at < bytes.length; at += 4096, n++)
    pieces.push(aes(secret, hash(dataSalt, n32(n)).subarray(0, 16), Buffer.from(bytes.subarray(at, at + 4096))));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length));
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(
    file,
    '/EncryptionInfo',
    Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
  );
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.concat([size, ...pieces]));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}
