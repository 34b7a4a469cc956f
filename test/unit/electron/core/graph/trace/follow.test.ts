import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Followed, type Following, follow } from '../../../../../../electron/core/graph/trace/follow.ts';
import { type Ledger, traits } from '../../../../../../electron/core/graph/trace/ledger.ts';
import { traceMethod, traceMethods } from '../../../../../../electron/core/graph/trace/methods/index.ts';
import { type Traced, traceMoney } from '../../../../../../electron/core/graph/trace/trace-money.ts';
import { traceEnds } from '../../../../../../shared/protocol/trace-words.ts';
import { countedByHand, countedInBoxes, inProportion, othersFirst } from '../../../../../make/follow-single-fen.ts';
import { makeLedger, type Paid } from '../../../../../make/ledger.ts';

const PARTIES = 6;

/** Everything party 1 pays (upwards: receives) is followed, but between the seeds. */
function ask(ledger: Ledger, more: Partial<Following> = {}): Following {
  const direction = more.direction ?? 'down';
  const seedParties = more.seedParties ?? new Set([1]);
  const [givers, takers] = direction === 'down' ? [ledger.payer, ledger.payee] : [ledger.payee, ledger.payer];
  return {
    direction,
    layers: 5,
    seedParties,
    isSeed: Uint8Array.from(ledger.row, (_, i) =>
      seedParties.has(givers[i]!) && !seedParties.has(takers[i]!) ? 1 : 0,
    ),
    minRow: 0,
    withinDays: null,
    stops: new Set(),
    normal: new Set(),
    method: traceMethod('fifo'),
    pruned: new Map(),
    ...more,
  };
}

const found = ({ hops }: Followed): Record<string, number> =>
  Object.fromEntries(hops.position.map((i, n) => [`${i} ${hops.layer[n]}`, hops.fen[n]!]));

const resting = ({ rests }: Followed): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: rests.count }, (_, rest) => [
      `${rests.party[rest]} ${rests.layer[rest]} ${traceEnds[rests.end[rest]!]}`,
      rests.fen[rest]!,
    ]),
  );

/** Random books with fan-in, fan-out and payments that go round; sides without a name; balances before the first booking. */
const books = fc
  .record({
    paid: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: PARTIES }),
        to: fc.integer({ min: 0, max: PARTIES }),
        fen: fc.integer({ min: 1, max: 30 }),
        day: fc.integer({ min: 0, max: 6 }),
        second: fc.constantFrom(0, 1, 86_401),
      }),
      { maxLength: 30 },
    ),
    opening: fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.integer({ min: 1, max: 40 })),
    circle: fc.boolean(),
  })
  .map(({ paid, opening, circle }) => {
    const round: Paid[] = circle
      ? [
          { from: 1, to: 2, fen: 20, day: 1 },
          { from: 2, to: 3, fen: 18, day: 2 },
          { from: 3, to: 2, fen: 15, day: 3 },
          { from: 2, to: 4, fen: 12, day: 4 },
          { from: 4, to: 1, fen: 9, day: 5 },
        ]
      : [];
    const all = [...paid, ...round].filter(({ from, to }) => from !== to);
    return makeLedger(PARTIES, all, { opening, covered: [1, 2, 3] });
  });

const questions = fc.record({
  direction: fc.constantFrom('down' as const, 'up' as const),
  seeds: fc.uniqueArray(fc.integer({ min: 1, max: PARTIES }), { minLength: 1, maxLength: 3 }),
  rowsOnly: fc.boolean(),
  layers: fc.integer({ min: 1, max: 7 }),
});

/** In every layer: what arrived, with all that rested before it, is what started. */
function expectWhole({ seedFen, layers }: Pick<Traced, 'seedFen' | 'layers'>): void {
  let rested = 0;
  for (const { fen, rests } of layers) {
    expect(fen + rested).toBe(seedFen);
    for (const rest of rests.values()) rested += rest.fen;
  }
  expect(rested).toBe(seedFen);
}

test('first in, first out gives, payment by payment and layer by layer, what following every single fen gives, down and up', () => {
  fc.assert(
    fc.property(books, questions, (ledger, { direction, seeds, rowsOnly, layers }) => {
      const seedParties = new Set(rowsOnly ? [] : seeds);
      const question = ask(ledger, { direction, seedParties, layers });
      if (rowsOnly) for (const row of seeds) if (row < ledger.size) question.isSeed[row] = 1;
      const byHand = countedByHand(ledger, direction, question.isSeed, seedParties, layers);
      const followed = follow(ledger, question);
      expect(followed.seedFen).toBe(byHand.seedFen);
      expect(found(followed)).toEqual(Object.fromEntries(byHand.hops));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['balance-first', othersFirst],
  ['pro-rata', inProportion],
] as const)(
  '%s gives, payment by payment and layer by layer, what moving single fen between boxes gives',
  (id, leave) => {
    fc.assert(
      fc.property(books, questions, (ledger, { seeds, layers }) => {
        const question = ask(ledger, { seedParties: new Set(seeds), layers, method: traceMethod(id) });
        const inBoxes = countedInBoxes(ledger, question.isSeed, question.seedParties, layers, leave);
        expect(found(follow(ledger, question))).toEqual(Object.fromEntries(inBoxes));
      }),
      { numRuns: 250 },
    );
  },
);

describe.each(traceMethods.map(({ id }) => id))('%s', (id) => {
  const method = traceMethod(id);
  test('what is traced and what rests make up the seed to the fen in every layer, whatever the conditions', () => {
    fc.assert(
      fc.property(
        books,
        questions,
        fc.record({
          minRow: fc.constantFrom(0, 10),
          minTotal: fc.constantFrom(0, 12),
          minShare: fc.constantFrom(0, 20),
          withinDays: fc.constantFrom(null, 0, 2),
          stops: fc.subarray(['corporate', 'abroad', 'normal'] as const),
        }),
        (ledger, { direction, seeds, layers }, { stops, ...conditions }) => {
          const odd: Ledger = { ...ledger, traits: Uint8Array.from([0, 0, 4, 0, 8, 1, 2]) };
          const traced = traceMoney(odd, {
            ...ask(odd, { direction, seedParties: new Set(seeds), layers, method }),
            ...conditions,
            stops: new Set(stops),
            normal: new Set([2, 5]),
          });
          expectWhole(traced);
          const { count, fen, layer } = traced.hops;
          for (let hop = 0; hop < count; hop++) {
            expect(fen[hop]).toBeGreaterThanOrEqual(conditions.minTotal);
            expect(fen[hop]! * 100).toBeGreaterThanOrEqual(conditions.minShare * traced.layers[layer[hop]! - 1]!.fen);
          }
          for (const fen of traced.followed.hops.fen) expect(Number.isSafeInteger(fen) && fen > 0).toBe(true);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('no payment carries more than it is, over all layers together', () => {
    fc.assert(
      fc.property(books, questions, (ledger, { direction, seeds, layers }) => {
        const { hops } = follow(ledger, ask(ledger, { direction, seedParties: new Set(seeds), layers, method }));
        const carried = new Map<number, number>();
        for (const [n, i] of hops.position.entries()) carried.set(i, (carried.get(i) ?? 0) + hops.fen[n]!);
        for (const [i, fen] of carried) expect(fen).toBeLessThanOrEqual(ledger.fen[i]!);
      }),
    );
  });
});

test('pro rata, traced down from one payment to another or up from the second to the first, differs by rounding only', () => {
  const ledger = makeLedger(4, [
    { from: 1, to: 2, fen: 1_000_000, day: 1 },
    { from: 3, to: 2, fen: 500_000, day: 2 },
    { from: 2, to: 3, fen: 700_000, day: 3 },
    { from: 1, to: 2, fen: 333_333, day: 4 },
    { from: 2, to: 4, fen: 900_000, day: 5 },
  ]);
  const only = (i: number) => Uint8Array.from(ledger.row, (_, at) => (at === i ? 1 : 0));
  const at = (direction: 'down' | 'up', seed: number) =>
    found(
      follow(
        ledger,
        ask(ledger, { direction, seedParties: new Set(), isSeed: only(seed), method: traceMethod('pro-rata') }),
      ),
    );
  expect(Math.abs(at('down', 0)['4 2']! - at('up', 4)['0 2']!)).toBeLessThanOrEqual(2);
});

const mixed = makeLedger(
  4,
  [
    { from: 1, to: 2, fen: 100, day: 1 },
    { from: 3, to: 2, fen: 100, day: 2 },
    { from: 2, to: 4, fen: 120, day: 3 },
  ],
  { opening: { 2: 50 } },
);

test.each([
  ['fifo', 70], // 50 that were there, then 70 of the 100
  ['pro-rata', 48], // 100 of 250
  ['balance-first', 0], // 150 of other money pay the 120
] as const)('of 120 paid out of 50 + 100 + 100, %s traces %i', (id, fen) => {
  const { hops } = follow(mixed, ask(mixed, { method: traceMethod(id) }));
  const second = hops.layer.indexOf(2);
  expect(second < 0 ? 0 : hops.fen[second]).toBe(fen);
});

test('money that stays says why: no statement of the account, stop rules, thresholds, time, the way back', () => {
  const ledger = makeLedger(
    6,
    [
      { from: 1, to: 2, fen: 100, day: 1 },
      { from: 2, to: 3, fen: 10, day: 2 },
      { from: 2, to: 4, fen: 20, day: 2 },
      { from: 2, to: 1, fen: 30, day: 3 },
      { from: 2, to: 0, fen: 5, day: 3 },
      { from: 2, to: 5, fen: 1, day: 3 },
      { from: 2, to: 6, fen: 25, day: 20 },
    ],
    { covered: [1, 2], traits: { 3: traits.cash } },
  );
  expect(resting(follow(ledger, ask(ledger, { minRow: 5, withinDays: 7 })))).toEqual({
    '3 2 cash': 10,
    '4 2 no-statement': 20,
    '1 2 returned': 30,
    '2 1 unknown-side': 5,
    '2 1 below-row': 1,
    '2 1 late': 34,
  });
});

test('money is never traced to a payment before it came', () => {
  const ledger = makeLedger(3, [
    { from: 2, to: 3, fen: 100, day: 1 },
    { from: 1, to: 2, fen: 100, day: 2 },
  ]);
  expect(found(follow(ledger, ask(ledger)))).toEqual({ '1 1': 100 });
});

test('of payments of which only the day is known, what comes stands before what goes, in whatever order they are given', () => {
  const paid: Paid[] = [
    { from: 3, to: 4, fen: 100, day: 1 },
    { from: 2, to: 3, fen: 100, day: 1 },
    { from: 1, to: 2, fen: 100, day: 1 },
  ];
  for (const given of [paid, paid.toReversed()]) {
    const ledger = makeLedger(4, given);
    expect(follow(ledger, ask(ledger)).hops.layer).toEqual([1, 2, 3]);
  }
});

test('the order in which payments are given changes no amount', () => {
  const pay = fc.record({
    from: fc.integer({ min: 1, max: 4 }),
    to: fc.integer({ min: 1, max: 4 }),
    fen: fc.integer({ min: 1, max: 30 }),
    day: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(
      fc
        .array(pay, { maxLength: 16 })
        .chain((paid) => fc.tuple(fc.constant(paid), fc.shuffledSubarray(paid, { minLength: paid.length }))),
      fc.constantFrom(...traceMethods),
      ([paid, shuffled], method) => {
        const [one, other] = [paid, shuffled].map((list) => {
          const ledger = makeLedger(
            4,
            list.filter(({ from, to }) => from !== to),
          );
          const { hops, layers } = traceMoney(ledger, { ...ask(ledger, { method }), minTotal: 0, minShare: 0 });
          return { hops, layers };
        });
        expect(one).toEqual(other);
      },
    ),
  );
});
