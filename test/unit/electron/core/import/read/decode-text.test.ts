import { expect, test } from 'vitest';
import { utf8Pieces } from '../../../../../../electron/core/import/read/decode-text.ts';
import { sniffEncoding } from '../../../../../../electron/core/import/read/sniff-encoding.ts';

function decodeText(bytes: Uint8Array) {
  const encoding = sniffEncoding(bytes);
  return encoding && { text: Buffer.concat([...utf8Pieces(bytes, encoding)]).toString('utf8'), encoding };
}

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

test('Big5 is told from GBK by the characters each would give', () => {
  // 戶名,金額,摘要 / 張某,學術推廣費 in Big5
  const big5 = Uint8Array.from([
    0xa4, 0xe1, 0xa6, 0x57, 0x2c, 0xaa, 0xf7, 0xc3, 0x42, 0x2c, 0xba, 0x4b, 0xad, 0x6e, 0x0a, 0xb1, 0x69, 0xac, 0x59,
    0x2c, 0xbe, 0xc7, 0xb3, 0x4e, 0xb1, 0xc0, 0xbc, 0x73, 0xb6, 0x4f, 0x0a,
  ]);
  expect(decodeText(big5)).toEqual({ text: '戶名,金額,摘要\n張某,學術推廣費\n', encoding: 'big5' });
  expect(sniffEncoding(gbk)).toBe('gb18030');
});

test('a large text is the same text however its pieces fall', () => {
  const line = '户名,学术推广费,𠮷,1.00\n';
  const bytes = utf8(line.repeat(100_000));
  expect(Buffer.concat([...utf8Pieces(bytes, 'utf-8')]).toString('utf8')).toBe(line.repeat(100_000));
  expect(sniffEncoding(bytes)).toBe('utf-8');
});
