import { expect, test } from 'vitest';
import { keyOf, placeOf, type Suggestion } from '../../../../../renderer/screens/alike/pairs.ts';

const pair = (a: number, b: number) => ({ a: { id: a }, b: { id: b } }) as Suggestion;
const list = (...pairs: Suggestion[]) => [pairs.length, (index: number) => pairs[index]] as const;
const [one, two, three] = [pair(1, 2), pair(3, 4), pair(5, 6)];

test('a pair stays chosen when those before it are decided and leave the list, and when they come back', () => {
  const chosen = { index: 1, key: keyOf(two) };
  expect(placeOf(chosen, ...list(one, two, three))).toBe(1);
  expect(placeOf(chosen, ...list(two, three))).toBe(0);
  expect(placeOf({ index: 0, key: keyOf(two) }, ...list(one, two, three))).toBe(1);
});

test('where the chosen pair is gone, its place is chosen, and never one behind the last', () => {
  expect(placeOf({ index: 1, key: keyOf(two) }, ...list(one, three))).toBe(1);
  expect(placeOf({ index: 2, key: keyOf(three) }, ...list(one))).toBe(0);
  expect(placeOf({ index: 0 }, ...list())).toBe(0);
});
