import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesText, groupsOfFour, moneyText, percentText, showMoney } from '../../../../renderer/parts/show.ts';

test('an amount keeps its unit, its sign and its size, in both languages', () => {
  const shown = (fen: number) => [moneyText(fen, 'zh-CN'), moneyText(fen, 'zh-CN', 'exact'), moneyText(fen, 'en')];
  expect(shown(980_000)).toEqual(['9,800.00元', '9,800.00元', 'CNY 9,800.00']);
  expect(shown(128_640_055)).toEqual(['128.64万元', '1,286,400.55元', 'CNY 1.29 m']);
  expect(shown(-4_990_000)).toEqual(['−4.99万元', '−49,900.00元', 'CNY −49,900.00']);
  expect(shown(18_600_000_000)).toEqual(['1.86亿元', '186,000,000.00元', 'CNY 186.00 m']);
});

test('the setting 元 or 万元 holds for every amount, small and large', () => {
  expect(moneyText(18_600_000_000, 'zh-CN', 'yuan')).toBe('186,000,000.00元');
  expect(moneyText(12_345, 'zh-CN', 'wan')).toBe('0.01万元');
  expect(moneyText(128_640_000, 'en', 'wan')).toBe('CNY 1,286.40 k');
});

test('the exact text of an amount holds all of its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), (fen) => {
      const { figure } = showMoney(fen, 'zh-CN', 'exact');
      expect(Math.round(Number(figure.replaceAll(',', '').replace('−', '-')) * 100)).toBe(fen);
    }),
  );
});

test('bytes, shares and digests are shown short', () => {
  expect([bytesText(0), bytesText(999), bytesText(6_195), bytesText(15_014_000)]).toEqual([
    '0 B',
    '999 B',
    '6.05 KB',
    '14.3 MB',
  ]);
  expect(percentText(0.2654)).toBe('26.5%');
  expect(groupsOfFour('c3ab8ff1')).toEqual(['c3ab', '8ff1']);
});
