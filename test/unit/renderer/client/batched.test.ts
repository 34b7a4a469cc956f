import { expect, test } from 'vitest';
import { batched } from '../../../../renderer/client/batched.ts';

test('questions of one moment are asked together, each gets its own answer', async () => {
  const asked: number[][] = [];
  const double = batched<number, number>({ size: 3, atOnce: 2 }, async (list) => {
    asked.push([...list]);
    await new Promise((done) => setTimeout(done, 1));
    return list.map((n) => n * 2);
  });
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(double))).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(asked).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(await double(8)).toBe(16);
});

test('a joint question that fails fails for all of its askers, and for nobody else', async () => {
  const ask = batched<number, number>({ size: 2, atOnce: 1 }, async (list) => {
    if (list.includes(1)) throw new Error('no');
    return list;
  });
  const results = await Promise.allSettled([0, 1, 2].map(ask));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
