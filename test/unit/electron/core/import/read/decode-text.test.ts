import { expect, test } from 'vitest';
import { decodeText } from '../../../../../../electron/core/import/read/decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, big: boolean) => {
  const buffer = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? buffer.swap16() : buffer);
};
// 学术推广费 in GBK; 𠮷 (four bytes) in GB18030
const gbk = Uint8Array.from([0xd1, 0xa7, 0xca, 0xf5, 0xcd, 0xc6, 0xb9, 0xe3, 0xb7, 0xd1]);
const fourByte = Uint8Array.from([0x95, 0x34, 0xb2, 0x35, 0x2c, 0x31]);

test('UTF-8 with and without its mark, GBK, four-byte GB18030 and UTF-16 are told apart by their bytes', () => {
  expect(decodeText(utf8('金额,1'))).toEqual({ text: '金额,1', encoding: 'utf-8' });
  expect(decodeText(utf8('\ufeff金额,1'))).toEqual({ text: '金额,1', encoding: 'utf-8' });
  expect(decodeText(gbk)).toEqual({ text: '学术推广费', encoding: 'gb18030' });
  expect(decodeText(fourByte)).toEqual({ text: '𠮷,1', encoding: 'gb18030' });
  expect(decodeText(wide('\ufeff金额,1\n', false))).toEqual({ text: '金额,1\n', encoding: 'utf-16le' });
  expect(decodeText(wide('金额,1\n', true))).toEqual({ text: '金额,1\n', encoding: 'utf-16be' });
  expect(decodeText(wide('金额,1\n', false))).toEqual({ text: '金额,1\n', encoding: 'utf-16le' });
});

test('a file cut inside a character shows the damage instead of hiding it', () => {
  const whole = utf8('户名,金额\n张某,12.50\n李某');
  expect(decodeText(whole.subarray(0, whole.length - 1))?.text).toBe('户名,金额\n张某,12.50\n李\ufffd');
});

test('programs, pictures and zeros are not text', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))).toBeUndefined();
  expect(decodeText(new Uint8Array(4096))).toBeUndefined();
  expect(decodeText(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))).toBeUndefined();
});
