import fc from 'fast-check';
import { expect, test } from 'vitest';
import cycles from '../../../../../../electron/core/graph/cycles.request.ts';
import { ask } from '../../../../../make/ask.ts';
import { Records } from '../../../../../make/records.ts';

const firm = (n: number) => `澄溪第${n}号商贸有限公司`;
const times = [undefined, '09:00:00', '15:00:00'];

interface Paid {
  readonly by: number;
  readonly to: number;
  readonly day: number;
  readonly time?: string | undefined;
  readonly yuan: number;
}

interface Limits {
  readonly minLength: number;
  readonly maxLength: number;
  readonly windowDays: number;
  readonly keep: number;
}

const dayText = (day: number) => `2024-03-${String(day).padStart(2, '0')}`;

function made(payments: readonly Paid[]) {
  const records = new Records();
  const rows = new Map<number, Paid>();
  for (const paid of payments) {
    if (paid.by === paid.to) continue;
    const { by, to, day, time, yuan } = paid;
    rows.set(records.pay({ by: firm(by), to: firm(to), yuan, on: dayText(day), ...(time ? { time } : {}) }), paid);
  }
  records.draw();
  const numbers = [...new Set([...rows.values()].flatMap(({ by, to }) => [by, to]))];
  const ids = new Map(numbers.map((n) => [n, records.party(firm(n))]));
  return { records, rows, ids, numberOf: new Map([...ids].map(([n, id]) => [id, n])) };
}

const rotated = (parties: readonly number[]): string => {
  const least = parties.indexOf(Math.min(...parties));
  return [...parties.slice(least), ...parties.slice(0, least)].join(' ');
};

/** Whether rows are a round, straight from the definition. */
function isRound(rows: readonly Paid[], { minLength, maxLength, windowDays, keep }: Limits, ordered: boolean): boolean {
  const fens = rows.map(({ yuan }) => yuan);
  const days = rows.map(({ day }) => day);
  return (
    rows.length >= minLength &&
    rows.length <= maxLength &&
    rows.every(({ to }, i) => to === rows[(i + 1) % rows.length]!.by) &&
    new Set(rows.map(({ by }) => by)).size === rows.length &&
    Math.min(...fens) >= keep * Math.max(...fens) &&
    Math.max(...days) - Math.min(...days) <= windowDays &&
    (!ordered ||
      rows.every((later, j) =>
        rows
          .slice(0, j)
          .every(
            (sooner) =>
              sooner.day < later.day ||
              (sooner.day === later.day && (!sooner.time || !later.time || sooner.time <= later.time)),
          ),
      ))
  );
}

/** The circles of parties in which some choice of rows is a round, by trying every sequence of rows. */
function circlesByTrying(payments: readonly Paid[], limits: Limits, ordered: boolean): string[] {
  const found = new Set<string>();
  const walk = (trail: Paid[]) => {
    if (isRound(trail, limits, ordered)) found.add(rotated(trail.map(({ by }) => by)));
    if (trail.length === limits.maxLength) return;
    for (const next of payments)
      if (
        next.by !== next.to &&
        (trail.length === 0 || (next.by === trail.at(-1)!.to && !trail.some(({ by }) => by === next.by)))
      )
        walk([...trail, next]);
  };
  walk([]);
  return [...found].toSorted();
}

const paid = (parties: number) =>
  fc.record({
    by: fc.integer({ min: 1, max: parties }),
    to: fc.integer({ min: 1, max: parties }),
    day: fc.integer({ min: 1, max: 12 }),
    time: fc.constantFrom(...times),
    yuan: fc.constantFrom(100, 150, 200, 400),
  });
const limits = fc.record({
  minLength: fc.constantFrom(2, 3),
  maxLength: fc.integer({ min: 3, max: 5 }),
  windowDays: fc.integer({ min: 0, max: 12 }),
  keep: fc.constantFrom(0.4, 0.5, 0.75, 1),
});
/** A circle of three planted among payments at random. */
const planted = fc
  .array(paid(5), { minLength: 4, maxLength: 12 })
  .map((list) => [
    ...list,
    { by: 1, to: 2, day: 2, yuan: 200 },
    { by: 2, to: 3, day: 4, yuan: 150 },
    { by: 3, to: 1, day: 5, yuan: 150 },
  ]);

for (const ordered of [true, false])
  test(`circles of money ${ordered ? 'in the order of time' : 'in any order'} are those that trying every sequence of payments finds`, async () => {
    await fc.assert(
      fc.asyncProperty(planted, limits, async (list, wanted) => {
        const { records, rows, numberOf } = made(list);
        const answer = await ask(cycles, 'graph.cycles', records.store, { ...wanted, ordered, limit: 500 });
        expect(answer.cutOff).toBe(null);
        const numbers = answer.cycles.map(({ parties }) => rotated(parties.map((id) => numberOf.get(id)!)));
        expect(numbers.toSorted()).toEqual(circlesByTrying(list, wanted, ordered));
        for (const { rounds, roundsTotal, fen } of answer.cycles) {
          const found = rounds.map((round) => round.rows.map(({ rowId }) => rows.get(rowId)!));
          for (const round of found) expect(isRound(round, wanted, ordered)).toBe(true);
          const used = rounds.flatMap((round) => round.rows.map(({ rowId }) => rowId));
          expect(new Set(used).size).toBe(used.length);
          expect(roundsTotal).toBe(rounds.length);
          expect(fen).toBe(rounds.reduce((sum, round) => sum + round.rows[0]!.fen!, 0));
        }
        records.store.close();
      }),
      { numRuns: 40 },
    );
  });

test('circles through a party are those of the whole case that it is part of', async () => {
  await fc.assert(
    fc.asyncProperty(planted, limits, fc.boolean(), async (list, wanted, ordered) => {
      const { records, ids } = made(list);
      const through = ids.get(1)!;
      const question = { ...wanted, ordered, limit: 500 };
      const all = await ask(cycles, 'graph.cycles', records.store, question);
      const some = await ask(cycles, 'graph.cycles', records.store, { ...question, parties: [through] });
      expect(some.cycles).toEqual(all.cycles.filter(({ parties }) => parties.includes(through)));
      records.store.close();
    }),
    { numRuns: 30 },
  );
});

test('each row of a round opens its cell, and money that goes round twice is two rounds, counted once each', async () => {
  const twice = [1, 11].flatMap((day) => [
    { by: 1, to: 2, day, yuan: 1_000 },
    { by: 2, to: 3, day: day + 1, yuan: 900 },
    { by: 3, to: 1, day: day + 3, yuan: 850 },
  ]);
  const { records, ids } = made([...twice, { by: 3, to: 4, day: 9, yuan: 900 }]);
  const answer = await ask(cycles, 'graph.cycles', records.store, {});
  expect(answer).toMatchObject({
    total: 1,
    rows: 6,
    cutOff: null,
    kinds: ['payment'],
    cycles: [
      {
        parties: [ids.get(1), ids.get(2), ids.get(3)],
        links: [
          `payment:${ids.get(1)}:${ids.get(2)}`,
          `payment:${ids.get(2)}:${ids.get(3)}`,
          `payment:${ids.get(3)}:${ids.get(1)}`,
        ],
        roundsTotal: 2,
        fen: 200_000,
        backFen: 170_000,
        first: '2024-03-01',
        last: '2024-03-14',
        rounds: [{ fen: 100_000, first: '2024-03-01', last: '2024-03-04' }, { first: '2024-03-11' }],
      },
    ],
  });
  expect(answer.cycles[0]!.rounds[0]!.rows[1]).toMatchObject({
    day: '2024-03-02',
    fen: 90_000,
    link: `payment:${ids.get(2)}:${ids.get(3)}`,
    source: { file: 'bank_flow.xlsx', row: 3, field: 'amount', cell: 'D3' },
  });
});
