import { expect, test } from 'vitest';
import { spanOf } from '../../../../../renderer/screens/overview/span-of.ts';

const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const at = from + i;
    return `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });

test('months of one calendar year are called by it, others by the years they span', () => {
  expect(spanOf(months(0, 12)).years).toBe('2021');
  expect(spanOf(months(0, 13)).years).toBe('2021–2022');
});

test('of a longer case the last three years are shown', () => {
  expect(spanOf(months(0, 48))).toEqual({ months: months(12, 36), years: '2022–2024' });
});

test('a case without dates has no span', () => {
  expect(spanOf([])).toEqual({ months: [], years: '' });
});
