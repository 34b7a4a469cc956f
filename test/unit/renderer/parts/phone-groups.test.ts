import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneGroups } from '../../../../renderer/parts/phone-groups.ts';

const fingerprintOf = (key: string) => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

test('a fingerprint is read aloud in 8 groups of 4 without letters that sound or look alike', () => {
  expect(phoneGroups(fingerprintOf('a'))).toHaveLength(8);
  fc.assert(
    fc.property(fc.string(), (key) => {
      for (const group of phoneGroups(fingerprintOf(key))) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test('the groups hold the first 160 bits of the fingerprint, in order', () => {
  const bits = phoneGroups('SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').join('');
  expect(bits).toBe('0'.repeat(32));
  const digest = createHash('sha256').update('key').digest();
  let value = 0n;
  for (const byte of digest.subarray(0, 20)) value = (value << 8n) | BigInt(byte);
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let expected = '';
  for (let shift = 155n; shift >= 0n; shift -= 5n) expected += letters[Number((value >> shift) & 31n)];
  expect(phoneGroups(fingerprintOf('key')).join('')).toBe(expected);
});

test('a fingerprint of another form is not re-coded', () => {
  expect(phoneGroups('7K4QM2XD')).toEqual(['7K4Q', 'M2XD']);
});
