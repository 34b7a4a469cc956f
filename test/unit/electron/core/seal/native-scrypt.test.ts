import { scrypt as inJavaScript } from '@noble/hashes/scrypt.js';
import { expect, test } from 'vitest';
import { scrypt } from '../../../../../electron/core/seal/native-scrypt.ts';

test('the vector of RFC 7914 §12', () => {
  const key = scrypt('pleaseletmein', 'SodiumChloride', { N: 16384, r: 8, p: 1, dkLen: 64 });
  expect(Buffer.from(key).toString('hex')).toBe(
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  );
});

test.each([
  ['山重水复疑无路', { N: 2, r: 1, p: 1, dkLen: 1 }],
  ['', { N: 1024, r: 8, p: 3, dkLen: 32 }],
  ['\u{20000} 口令', { N: 2 ** 18, r: 8, p: 1, dkLen: 32 }],
])('gives the bytes of the one it stands for: %s %o', (password, cost) => {
  const salt = Uint8Array.from({ length: 44 }, (_, i) => (i * 37) % 256);
  expect(scrypt(password, salt, cost)).toEqual(inJavaScript(password, salt, cost));
});
