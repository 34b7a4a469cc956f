import { expect, test } from 'vitest';
import { lastTwelve } from '../../../../../renderer/screens/overview/last-twelve.ts';

const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const at = from + i;
    return `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });

test('twelve months of one calendar year are named by it', () => {
  expect(lastTwelve(months(0, 24))).toEqual({ months: months(12, 12), year: '2025' });
});

test('months of two years have no year in their head', () => {
  expect(lastTwelve(months(0, 20)).year).toBeNull();
  expect(lastTwelve([])).toEqual({ months: [], year: null });
});
