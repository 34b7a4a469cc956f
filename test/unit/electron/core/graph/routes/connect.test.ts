import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjacency } from '../../../../../../electron/core/graph/adjacency.ts';
import common from '../../../../../../electron/core/graph/common.request.ts';
import connectRequest from '../../../../../../electron/core/graph/connect.request.ts';
import { connect } from '../../../../../../electron/core/graph/routes/connect.ts';
import { caseInMemory } from '../../../../../case-in-memory.ts';
import { ask } from '../../../../../make/ask.ts';
import { Records } from '../../../../../make/records.ts';

const PARTIES = 8;

/** A case that holds nothing but parties 1 … 8 and links between them. */
function drawn(links: ReadonlyArray<readonly [number, number]>) {
  const store = caseInMemory();
  const party = store.db.prepare("insert into party (id, uid, kind, name, created_at) values (?, ?, 'person', ?, '')");
  for (let id = 1; id <= PARTIES; id++) party.run(id, `u${id}`, `主体${id}`);
  const link = store.db.prepare(
    "insert or ignore into link (kind, source, target, rows, fen) values ('payment', ?, ?, 1, 100)",
  );
  for (const [source, target] of links) if (source !== target) link.run(source, target);
  return store;
}

/** The parts in which the given links leave the given parties. */
function partsOf(links: ReadonlyArray<readonly [number, number]>, parties: readonly number[]): number[][] {
  const group = new Map(parties.map((party) => [party, party]));
  for (let again = true; again; ) {
    again = false;
    for (const [a, b] of links) {
      const [one, other] = [group.get(a), group.get(b)];
      if (one === undefined || other === undefined || one === other) continue;
      again = true;
      for (const [party, of] of group) if (of === other) group.set(party, one);
    }
  }
  return [...Map.groupBy(parties, (party) => group.get(party)).values()];
}

/** The least number of links that connects the terminals: by trying every set of further parties. */
function leastNetwork(links: ReadonlyArray<readonly [number, number]>, terminals: readonly number[]): number {
  const others = Array.from({ length: PARTIES }, (_, i) => i + 1).filter((party) => !terminals.includes(party));
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** others.length; set++) {
    const parties = [...terminals, ...others.filter((_, i) => set & (1 << i))];
    if (partsOf(links, parties).length === 1) least = Math.min(least, parties.length - 1);
  }
  return least;
}

const links = fc.array(fc.tuple(fc.integer({ min: 1, max: PARTIES }), fc.integer({ min: 1, max: PARTIES })), {
  minLength: 3,
  maxLength: 16,
});
const terminals = fc.uniqueArray(fc.integer({ min: 1, max: PARTIES }), { minLength: 2, maxLength: 4 });
const free = { mayUse: () => true, mayPass: () => true, needsRows: () => false };

test('a network connects what can be connected, with no party too many and at most twice the links of the smallest', () => {
  fc.assert(
    fc.property(links, terminals, (list, asked) => {
      const store = drawn(list);
      const { hops, parts } = connect(adjacency(store), asked, free, PARTIES, () => 0);
      const everybody = Array.from({ length: PARTIES }, (_, i) => i + 1);
      const whole = partsOf(list, everybody).map((part) => part.filter((party) => asked.includes(party)).toSorted());
      expect(parts.map((part) => part.toSorted()).toSorted()).toEqual(
        whole.filter((part) => part.length > 0).toSorted(),
      );
      const parties = [...new Set(hops.flat())];
      // a forest, made of links of the case, whose leaves were all asked for
      const trees = parts.filter((part) => part.length > 1).length;
      expect(hops.length).toBe(Math.max(0, parties.length - trees));
      for (const [a, b] of hops) expect(list.some(([x, y]) => (x === a && y === b) || (x === b && y === a))).toBe(true);
      for (const party of parties)
        if (hops.filter((hop) => hop.includes(party)).length === 1) expect(asked).toContain(party);
      if (parts.length === 1) expect(hops.length).toBeLessThanOrEqual(2 * leastNetwork(list, asked));
      store.close();
    }),
    { numRuns: 150 },
  );
});

test('what stays apart is a gap, and it is said how many hops it would take without conditions', async () => {
  const store = drawn([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
  ]);
  const answer = await ask(connectRequest, 'graph.connect', store, { parties: [1, 3, 6, 8], maxHops: 2 });
  expect(answer).toMatchObject({
    parts: [[1, 3], [6], [8]],
    between: 1,
    hops: 2,
    gaps: [
      { part: 1, leastHops: 3, to: 3 },
      { part: 2, leastHops: null, to: null },
    ],
  });
  expect(answer.links.map(({ id }) => id).toSorted()).toEqual(['payment:1:2', 'payment:2:3']);
  expect(answer.nodes.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 6, 8]);
});

const firm = (n: number) => `澄溪第${n}号商贸有限公司`;

test('common counterparties are those linked to all, or to enough, with sums by kind and direction', async () => {
  const records = new Records();
  const pay = (by: string, to: string, yuan: number, on = '2024-03-01') => records.pay({ by, to, yuan, on });
  const bank = '澄溪市农村商业银行股份有限公司';
  for (const n of [1, 2, 3]) pay(firm(n), firm(9), n * 100);
  pay(firm(9), firm(1), 50, '2024-05-01');
  for (const n of [1, 2]) pay(firm(n), firm(8), 9_000);
  for (const n of [1, 2, 3]) pay(bank, firm(n), 5);
  records.fee({ company: firm(3), payee: firm(9), yuan: 70, on: '2024-03-02' });
  records.draw();
  const id = (n: number) => records.party(firm(n));
  const parties = [id(1), id(2), id(3)];
  const all = await ask(common, 'graph.common', records.store, { parties, excludeHubs: true });
  expect(all).toMatchObject({
    total: 1,
    hubs: 1,
    found: [
      {
        party: id(9),
        with: 3,
        byKind: [
          { kind: 'payment', direction: 'in', with: 3, rows: 3, fen: 60_000 },
          { kind: 'fee', direction: 'in', with: 1, rows: 1, fen: 7_000 },
          { kind: 'payment', direction: 'out', with: 1, rows: 1, fen: 5_000 },
        ],
      },
    ],
  });
  expect(all.links).toHaveLength(5);
  const two = await ask(common, 'graph.common', records.store, { parties, atLeast: 2, excludeHubs: true });
  expect(two.found.map(({ party }) => party)).toEqual([id(9), id(8)]);
  const inMay = await ask(common, 'graph.common', records.store, {
    parties,
    atLeast: 2,
    since: '2024-05-01',
    until: '2024-05-31',
    kinds: ['payment'],
  });
  expect(inMay.total).toBe(0);
});
