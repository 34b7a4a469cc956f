import { expect, test } from 'vitest';
import { addMonths, boundsOf, monthOf, monthsBetween } from '../../../../../../electron/core/models/ask/months.ts';
import {
  atLeastByChance,
  madOf,
  medianOf,
  percentileOf,
  robustZ,
} from '../../../../../../electron/core/models/ask/statistics.ts';

test('median and MAD are those of a hand calculation, whatever the order', () => {
  expect(medianOf([9, 1, 4])).toBe(4);
  expect(medianOf([9, 1, 4, 6])).toBe(5);
  expect(madOf([1, 1, 2, 2, 4, 6, 9])).toBe(1);
});

test('a value is measured against the spread of the others', () => {
  expect(robustZ(9, [1, 2, 3, 4, 5])).toBeCloseTo(6 / 1.4826, 6);
  // four of five are equal: the MAD is 0 and the mean deviation 0.4 stands in
  expect(robustZ(4, [2, 2, 2, 2, 4])).toBeCloseTo(2 / (1.2533 * 0.4), 6);
  expect(robustZ(3, [2, 2, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(robustZ(2, [2, 2, 2])).toBe(0);
});

test('a percentile is one of the values', () => {
  const values = Array.from({ length: 200 }, (_, i) => i + 1);
  expect(percentileOf(values, 99)).toBe(198);
  expect(percentileOf([5], 99)).toBe(5);
});

test('chances are those of the binomial distribution', () => {
  expect(atLeastByChance(2, 2, 0.5)).toBeCloseTo(0.25, 12);
  expect(atLeastByChance(1, 3, 0.5)).toBeCloseTo(0.875, 12);
  // 20 of 100 where 5 are to be expected
  expect(atLeastByChance(20, 100, 0.05)).toBeLessThan(1e-6);
  expect(atLeastByChance(20, 100, 0.05)).toBeGreaterThan(1e-8);
  expect(atLeastByChance(0, 10, 0.1)).toBe(1);
  expect(atLeastByChance(1, 10, 0)).toBe(0);
  expect(atLeastByChance(30_000, 100_000, 0.3)).toBeGreaterThan(0.49);
});

test('months are counted over the turn of the year', () => {
  expect(monthOf('2024-01-31')).toBe('2024-01');
  expect(addMonths('2024-01', -1)).toBe('2023-12');
  expect(addMonths('2023-11', 14)).toBe('2025-01');
  expect(monthsBetween('2023-12', '2024-12')).toBe(12);
  expect(boundsOf('2023-12')).toEqual({ from: '2023-12-01', before: '2024-01-01' });
});
