import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatedRow, Hop } from '../../../../../../electron/core/graph/routes/hop-rows.ts';
import { byMoment, NO_TIME } from '../../../../../../electron/core/graph/routes/moment.ts';
import {
  beginning,
  chainOf,
  type InOrder,
  inOrder,
  type OrderWanted,
} from '../../../../../../electron/core/graph/routes/time-order.ts';

type When = readonly [day: number, second: number];

const row = ([day, second]: When): DatedRow => ({
  day,
  second,
  link: 0,
  from: { row: 1, day: null, time: null, fen: 100, text: '', aside: null, field: null },
});
const hopOf = (rows: readonly When[], standing = false): Hop => ({
  links: [0],
  rows: rows.map(row).sort(byMoment),
  standing,
});

function walked(hops: readonly Hop[], wanted: OrderWanted): InOrder | undefined {
  let state: InOrder | undefined = beginning;
  for (const hop of hops) state = state && inOrder(state, hop, wanted);
  return state;
}

/** One row of each hop, in every combination. */
const choices = (hops: readonly Hop[]): DatedRow[][] =>
  hops.reduce<DatedRow[][]>((all, { rows }) => all.flatMap((sofar) => rows.map((each) => [...sofar, each])), [[]]);

/** Straight from the definition: nothing stands before anything earlier, and what has a time of day keeps to it. */
const isOrdered = (rows: readonly DatedRow[], maxGap = Number.POSITIVE_INFINITY): boolean =>
  rows.every((later, j) =>
    rows.slice(0, j).every((sooner, i) => {
      if (j === i + 1 && later.day - sooner.day > maxGap) return false;
      if (sooner.day !== later.day) return sooner.day < later.day;
      return sooner.second === NO_TIME || later.second === NO_TIME || sooner.second <= later.second;
    }),
  );

/** The fewest places where a sequence has to be cut so that every piece is in order. */
function fewestBreaks(rows: readonly DatedRow[], maxGap?: number): number {
  if (rows.length < 2) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (let cuts = 0; cuts < 2 ** (rows.length - 1); cuts++) {
    const pieces: DatedRow[][] = [[]];
    for (const [i, each] of rows.entries()) {
      if (i > 0 && cuts & (1 << (i - 1))) pieces.push([]);
      pieces.at(-1)!.push(each);
    }
    if (pieces.every((piece) => isOrdered(piece, maxGap))) best = Math.min(best, pieces.length - 1);
  }
  return best;
}

const when = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(NO_TIME, 100, 200, 300));
const someHops = fc.array(fc.array(when, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
const gap = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });

test('a route is in order exactly when some choice of its rows is, with and without a longest gap', () => {
  fc.assert(
    fc.property(someHops, gap, (list, maxGap) => {
      const hops = list.map((rows) => hopOf(rows));
      const state = walked(hops, { order: 'strict', maxGap });
      expect(state !== undefined).toBe(choices(hops).some((rows) => isOrdered(rows, maxGap)));
      if (!state) return;
      const chain = chainOf(state).map((station) => station.row!);
      expect(chain.length).toBe(hops.length);
      expect(isOrdered(chain, maxGap)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('tolerant order breaks no more hops than it must, and marks them', () => {
  fc.assert(
    fc.property(someHops, gap, (list, maxGap) => {
      const hops = list.map((rows) => hopOf(rows));
      const state = walked(hops, { order: 'tolerant', maxGap })!;
      expect(state.breaks).toBe(Math.min(...choices(hops).map((rows) => fewestBreaks(rows, maxGap))));
      const chain = chainOf(state);
      expect(chain.filter(({ broken }) => broken !== null).length).toBe(state.breaks);
    }),
    { numRuns: 1_000 },
  );
});

test('a link that holds at any time stands in no order; rows without a day cannot be proved to follow', () => {
  const kinship = hopOf([], true);
  const undated = hopOf([]);
  const paid = (day: number) => hopOf([[day, NO_TIME]]);
  expect(walked([paid(5), kinship, paid(5)], { order: 'strict' })).toMatchObject({ breaks: 0 });
  expect(walked([paid(5), kinship, paid(4)], { order: 'strict' })).toBeUndefined();
  expect(walked([paid(5), undated, paid(6)], { order: 'strict' })).toBeUndefined();
  const tolerant = walked([paid(5), undated, paid(3)], { order: 'tolerant' })!;
  expect(chainOf(tolerant).map(({ broken }) => broken)).toEqual([
    null,
    { why: 'undated', days: null },
    { why: 'earlier', days: 2 },
  ]);
  const late = walked([paid(5), paid(40)], { order: 'tolerant', maxGap: 30 })!;
  expect(chainOf(late).at(-1)?.broken).toEqual({ why: 'too-late', days: 35 });
});
