import fc from 'fast-check';
import { expect, test } from 'vitest';
import path from '../../../../../../electron/core/graph/path.request.ts';
import relax from '../../../../../../electron/core/graph/path-relax.request.ts';
import { ask } from '../../../../../make/ask.ts';
import { Records } from '../../../../../make/records.ts';

const firm = (n: number) => `澄溪第${n}号商贸有限公司`;

interface Paid {
  readonly by: number;
  readonly to: number;
  readonly day: number;
}

const dayText = (day: number) => `2024-03-${String(day).padStart(2, '0')}`;

/** A case of firms that pay each other in March, and their ids by number. */
function made(payments: readonly Paid[]) {
  const records = new Records();
  for (const { by, to, day } of payments)
    if (by !== to) records.pay({ by: firm(by), to: firm(to), yuan: 100 + day, on: dayText(day) });
  records.draw();
  const numbers = [...new Set(payments.flatMap(({ by, to }) => (by === to ? [] : [by, to])))];
  const ids = new Map(numbers.map((n) => [n, records.party(firm(n))]));
  return { records, ids, numberOf: new Map([...ids].map(([n, id]) => [id, n])) };
}

/** Simple paths whose payments can be chosen so that none is before the one before it: by trying all. */
function orderedPaths(payments: readonly Paid[], from: number, to: number, maxHops: number): string[] {
  const found = new Set<string>();
  const walk = (trail: number[], day: number) => {
    if (trail.at(-1) === to) {
      found.add(trail.join(' '));
      return;
    }
    if (trail.length > maxHops) return;
    for (const next of payments)
      if (next.by === trail.at(-1) && next.by !== next.to && next.day >= day && !trail.includes(next.to))
        walk([...trail, next.to], next.day);
  };
  walk([from], 0);
  return [...found].toSorted();
}

const payments = fc.array(
  fc.record({
    by: fc.integer({ min: 1, max: 6 }),
    to: fc.integer({ min: 1, max: 6 }),
    day: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 6, maxLength: 16 },
);

test('strict order is decided on payments, in both directions, as trying all of them decides it', async () => {
  await fc.assert(
    fc.asyncProperty(payments, fc.integer({ min: 1, max: 5 }), async (list, maxHops) => {
      const { records, ids, numberOf } = made(list);
      const [from, to] = [ids.get(1), ids.get(2)];
      if (from === undefined || to === undefined) return;
      const question = { order: 'strict', maxHops, limit: 200 } as const;
      const along = await ask(path, 'graph.path', records.store, { ...question, from, to, direction: 'along' });
      const numbers = (parties: readonly number[]) => parties.map((id) => numberOf.get(id)).join(' ');
      const wanted = orderedPaths(list, 1, 2, maxHops);
      expect(along.paths.map(({ parties }) => numbers(parties)).toSorted()).toEqual(wanted);
      for (const { hops } of along.paths) {
        const days = hops.map(({ row }) => row!.day!);
        expect(days).toEqual(days.toSorted());
      }
      const against = await ask(path, 'graph.path', records.store, {
        ...question,
        from: to,
        to: from,
        direction: 'against',
      });
      expect(against.paths.map(({ parties }) => numbers(parties.toReversed())).toSorted()).toEqual(wanted);
      records.store.close();
    }),
    { numRuns: 30 },
  );
});

test('links that overlap in time are no path in order unless single payments are', async () => {
  // 1 pays 2 early and late, 2 pays 3 only before the first payment or never in between
  const { records, ids } = made([
    { by: 1, to: 3, day: 5 },
    { by: 1, to: 3, day: 9 },
    { by: 3, to: 2, day: 2 },
    { by: 3, to: 2, day: 4 },
  ]);
  const question = { from: ids.get(1)!, to: ids.get(2)!, direction: 'along' } as const;
  expect((await ask(path, 'graph.path', records.store, question)).paths).toHaveLength(1);
  expect((await ask(path, 'graph.path', records.store, { ...question, order: 'strict' })).paths).toEqual([]);
  const { paths } = await ask(path, 'graph.path', records.store, { ...question, order: 'tolerant', maxGap: 30 });
  expect(paths).toMatchObject([
    {
      broken: 1,
      first: '2024-03-04',
      last: '2024-03-05',
      hops: [
        { row: { day: '2024-03-05', source: { file: 'bank_flow.xlsx', field: 'amount' } }, broken: null },
        { row: { day: '2024-03-04' }, broken: { why: 'earlier', days: 1, statements: false } },
      ],
    },
  ]);
});

test('within a period only its rows count, for whether a hop is there and for its sum', async () => {
  const { records, ids } = made([
    { by: 1, to: 3, day: 1 },
    { by: 1, to: 3, day: 8 },
    { by: 3, to: 2, day: 8 },
    { by: 1, to: 2, day: 1 },
  ]);
  const question = { from: ids.get(1)!, to: ids.get(2)!, since: dayText(7), until: dayText(9) };
  const { paths } = await ask(path, 'graph.path', records.store, question);
  expect(paths).toMatchObject([{ parties: [ids.get(1), ids.get(3), ids.get(2)], minFen: 10_800 }]);
  expect((await ask(path, 'graph.path', records.store, { ...question, minFen: 10_900 })).paths).toEqual([]);
  expect((await ask(path, 'graph.path', records.store, { ...question, minFen: 10_800 })).paths).toHaveLength(1);
});

test('where there is no path, it is said how many there would be without each condition', async () => {
  const { records, ids } = made([
    { by: 1, to: 3, day: 5 },
    { by: 3, to: 4, day: 4 },
    { by: 4, to: 2, day: 6 },
    { by: 5, to: 6, day: 6 },
  ]);
  const question = { from: ids.get(1)!, to: ids.get(2)!, maxHops: 2 } as const;
  expect((await ask(path, 'graph.path', records.store, question)).paths).toEqual([]);
  expect(await ask(relax, 'graph.path-relax', records.store, question)).toEqual({
    without: [{ what: 'hops', paths: 1, more: false, maxHops: 3 }],
    leastHops: 3,
  });
  expect(
    await ask(relax, 'graph.path-relax', records.store, { ...question, maxHops: 3, order: 'strict', minFen: 10_000 }),
  ).toEqual({ without: [{ what: 'order', paths: 1, more: false, maxHops: null }], leastHops: 3 });
  expect(await ask(relax, 'graph.path-relax', records.store, { from: ids.get(1)!, to: ids.get(5)! })).toEqual({
    without: [],
    leastHops: null,
  });
});

test('banks, tax offices and parties with more than 200 counterparties are no stations when hubs are left out', async () => {
  const records = new Records();
  const bank = '澄溪市农村商业银行股份有限公司';
  records.pay({ by: firm(1), to: bank, yuan: 100, on: dayText(1) });
  records.pay({ by: bank, to: firm(2), yuan: 100, on: dayText(2) });
  records.draw();
  const question = { from: records.party(firm(1)), to: records.party(firm(2)) };
  expect((await ask(path, 'graph.path', records.store, question)).paths).toHaveLength(1);
  expect((await ask(path, 'graph.path', records.store, { ...question, excludeHubs: true })).paths).toEqual([]);
  const { without } = await ask(relax, 'graph.path-relax', records.store, { ...question, excludeHubs: true });
  expect(without).toEqual([{ what: 'hubs', paths: 1, more: false, maxHops: null }]);
});
