import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowsByHash } from '../../../../../electron/core/import/rows-by-hash.ts';

test('rows are found again by their hash, in the order in which they came', () => {
  const hash = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 ** 53 - 1 }));
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 300 }), (hashes) => {
      const rows = new RowsByHash(1000);
      for (const [i, each] of hashes.entries()) rows.add(each, i + 1);
      for (const each of new Set(hashes)) {
        expect(rows.has(each)).toBe(true);
        expect([...rows.of(each)]).toEqual(hashes.flatMap((other, i) => (other === each ? [i + 1] : [])));
      }
      expect(rows.has(2 ** 53 - 2)).toBe(hashes.includes(2 ** 53 - 2));
    }),
  );
});

test('ten thousand rows and more are kept, but of one hash no more than are compared', () => {
  const rows = new RowsByHash(3);
  for (let row = 1; row <= 20_000; row++) rows.add(row * 2 ** 20, row);
  for (let row = 1; row <= 20_000; row++) expect([...rows.of(row * 2 ** 20)]).toEqual([row]);
  for (let row = 1; row <= 9; row++) rows.add(7, row);
  expect([...rows.of(7)]).toEqual([1, 2, 3]);
});
