import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactYuan, fen, readMoney, showMoney } from '../../../../shared/evidence/money.ts';
import { text } from './cells.ts';

test.each<[number, string, string]>([
  [980_000, '9,800.00元', 'CNY 9,800.00'],
  [12_860_000, '12.86万元', 'CNY 128,600.00'],
  [128_640_000, '128.64万元', 'CNY 1.29 m'],
  [12_600_000_000, '1.26亿元', 'CNY 126.00 m'],
  [126_000_000_000, '12.60亿元', 'CNY 1.26 bn'],
  [0, '0.00元', 'CNY 0.00'],
  [999_999, '9,999.99元', 'CNY 9,999.99'],
  [1_000_000, '1.00万元', 'CNY 10,000.00'],
  [1_004_999, '1.00万元', 'CNY 10,049.99'],
  [1_005_000, '1.01万元', 'CNY 10,050.00'],
  [995_000_000_0, '9,950.00万元', 'CNY 99.50 m'],
  [9_999_999_999, '1.00亿元', 'CNY 100.00 m'],
  [99_999_999_999, '10.00亿元', 'CNY 1.00 bn'],
  [-12_860_000, '-12.86万元', 'CNY -128,600.00'],
])('%d fen is shown as %s and %s', (value, zh, en) => {
  expect([showMoney(fen(value), 'zh-CN'), showMoney(fen(value), 'en')]).toEqual([zh, en]);
});

test('the exact figure has thousands marks and two decimals', () => {
  expect([0, 5, 128_640_000, -100].map((value) => exactYuan(fen(value)))).toEqual([
    '0.00',
    '0.05',
    '1,286,400.00',
    '-1.00',
  ]);
});

test('what is shown, read again, is within half of its last digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000_000_000, max: 100_000_000_000_000 }), (value) => {
      const read = readMoney(text(showMoney(fen(value), 'zh-CN')));
      const step = Math.abs(value) < 999_950_000_0 ? 1e4 : 1e8;
      return (
        read.ok &&
        read.value !== null &&
        Math.abs(read.value.fen - value) <= (Math.abs(value) < 1_000_000 ? 0 : step / 2)
      );
    }),
  );
});
