import { expect, test } from 'vitest';
import { limitForFew } from '../../../../../../electron/core/models/ask/few-values.ts';

test('against few values the limit is wider, as Student’s t has it, and against very many it is the limit itself', () => {
  // two-sided 5 %: 1.96 of the normal curve, 2.571, 2.201 and 2.042 in any table of t with 5, 11 and 30 degrees of freedom
  const five = 1.959964;
  expect(limitForFew(five, 6)).toBeCloseTo(2.571, 2);
  expect(limitForFew(five, 12)).toBeCloseTo(2.201, 3);
  expect(limitForFew(five, 31)).toBeCloseTo(2.042, 3);
  expect(limitForFew(3.5, 100_000)).toBeCloseTo(3.5, 3);
  expect(limitForFew(3.5, 6)).toBeGreaterThan(limitForFew(3.5, 12));
  expect(limitForFew(3.5, 1)).toBe(Number.POSITIVE_INFINITY);
});
