import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeGb18030 } from '../../../../build/sample/files/gb18030.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

test('Chinese text takes two bytes a character, ASCII one', () => {
  expect([...encodeGb18030('澄溪A1')]).toEqual([0xb3, 0xce, 0xcf, 0xaa, 0x41, 0x31]);
});

test('every text comes back, also characters that take four bytes', () => {
  expect(decode(encodeGb18030('䶮€・😀￥'))).toBe('䶮€・😀￥');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !/[\ue000-\uf8ff]/.test(text)),
      (text) => {
        expect(decode(encodeGb18030(text))).toBe(text);
      },
    ),
  );
});
