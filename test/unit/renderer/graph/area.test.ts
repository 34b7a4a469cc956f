import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside } from '../../../../renderer/graph/area.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

test('a lasso holds what lies within its line, also where it bends inwards', () => {
  expect(isInside({ x: 5, y: 5 }, square)).toBe(true);
  expect(isInside({ x: 11, y: 5 }, square)).toBe(false);
  const bent = [...square.slice(0, 3), { x: 5, y: 4 }, { x: 0, y: 10 }];
  expect(isInside({ x: 5, y: 8 }, bent)).toBe(false);
  expect(isInside({ x: 5, y: 2 }, bent)).toBe(true);
});

test('which way round a lasso is drawn makes no difference', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(spot, fc.array(spot, { minLength: 3, maxLength: 12 }), (at, line) => {
      expect(isInside(at, line)).toBe(isInside(at, line.toReversed()));
    }),
  );
});
