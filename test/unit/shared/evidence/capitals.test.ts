import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCapitals } from '../../../../shared/evidence/capitals.ts';
import { capitals, fen } from '../../../../shared/evidence/money.ts';

test.each<[number, string]>([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角'],
  [10_105, '壹佰零壹元零伍分'],
  [140_950, '壹仟肆佰零玖元伍角'],
  [600_714, '陆仟零柒元壹角肆分'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [3_800_000_000, '叁仟捌佰万元整'],
  [126_000_000_000, '壹拾贰亿陆仟万元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [1_000_100, '壹万零壹元整'],
  [10_010_000, '壹拾万零壹佰元整'],
  [100_000_000_000_000, '壹万亿元整'],
  [-4_500, '负肆拾伍元整'],
])('%d fen is written %s and read back', (value, words) => {
  expect(capitals(fen(value))).toBe(words);
  expect(readCapitals(words)?.fen).toBe(value);
});

test.each<[string, number]>([
  ['一百零五', 10_500],
  ['二十五元', 2_500],
  ['十五', 1_500],
  ['两万', 2_000_000],
  ['三千万', 3_000_000_000],
  ['貳萬參仟圓', 2_300_000],
  ['壹拾元零伍分', 1_005],
  ['壹元零角伍分', 105],
])('%s, as people write it, is %d fen', (words, value) => {
  expect(readCapitals(words)?.fen).toBe(value);
});

test.each([
  '一',
  '三五',
  '一万五',
  '二百五',
  '一亿五',
  '万',
  '亿元',
  '伍仟佰',
  '壹万亿亿',
  '仟元',
  '五角元',
  '三五角',
  '零拾元',
  '元',
  '',
])('%j can be read in two ways, or in none', (words) => {
  expect(readCapitals(words)).toBeUndefined();
});

test('every amount that is written in words is read as itself', () => {
  const amounts = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(amounts, (value) => readCapitals(capitals(fen(value)))?.fen === value),
    { numRuns: 2_000 },
  );
});
