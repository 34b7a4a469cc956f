import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from '../../../../../../electron/core/graph/trace/methods/share-out.ts';

const amount = fc.oneof(fc.nat(20), fc.nat(10_000_000_000), fc.nat(1_000_000_000_000_000));

test('shares add up to the fen, none is larger than its part, and none is a fen or more away from its exact share', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (parts, of) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const fen = Math.floor(total * of);
        const shares = shareOut(fen, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(fen);
        for (const [i, share] of shares.entries()) {
          expect(share).toBeLessThanOrEqual(parts[i]!);
          if (total === 0) continue;
          const away = BigInt(share) * BigInt(total) - BigInt(fen) * BigInt(parts[i]!);
          expect(away < BigInt(total) && -away < BigInt(total)).toBe(true);
        }
      },
    ),
  );
});

test('the fen that are left go to the largest remainders, the earlier part first', () => {
  expect(
    shareOut(
      10,
      [1, 1, 1].map((n) => n * 10),
    ),
  ).toEqual([4, 3, 3]);
  expect(shareOut(5, [3, 7])).toEqual([2, 3]);
});
