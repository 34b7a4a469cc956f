import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Adjacency,
  adjacency,
  keepSnapshot,
  leaving,
  linkCount,
  linkId,
  reaching,
} from '../../../../../electron/core/graph/adjacency.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { drawingOf, markDrawn } from '../../../../../electron/core/store/drawings.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const PARTIES = 8;

/** A case of parties whose links are written as a drawing leaves them. */
function empty(): Store {
  const store = caseInMemory();
  const party = store.db.prepare("insert into party (id, uid, kind, name, created_at) values (?, ?, 'person', ?, '')");
  for (let id = 1; id <= PARTIES; id++) party.run(id, `u${id}`, `主体${id}`);
  return store;
}

interface Link {
  readonly kind: string;
  readonly source: number;
  readonly target: number;
  readonly rows: number;
  readonly fen: number | null;
  readonly day: string | null;
}

function put(store: Store, links: readonly Link[]): void {
  const insert = store.db.prepare(
    'insert or replace into link (kind, source, target, rows, fen, first_day, last_day) values (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { kind, source, target, rows, fen, day } of links) insert.run(kind, source, target, rows, fen, day, day);
}

/** What the graph says of every link, and of every party in both directions, whatever the order of links. */
function told(graph: Adjacency) {
  const links = Array.from({ length: graph.links }, (_, link) => link);
  const values = new Map(
    links.map((link) => [
      linkId(graph, link),
      [graph.rows[link], graph.fen[link], graph.first[link], graph.last[link]],
    ]),
  );
  const named = (found: Int32Array) => [...found].map((link) => linkId(graph, link)).sort();
  return {
    values: Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1))),
    out: Array.from({ length: PARTIES + 1 }, (_, party) => named(leaving(graph, party))),
    into: Array.from({ length: PARTIES + 1 }, (_, party) => named(reaching(graph, party))),
    money: [...graph.money],
  };
}

/** The same store as if it had just been opened: another connection object, for which nothing is in memory. */
const opened = (store: Store): Store => ({
  ...store,
  db: new Proxy(store.db, {
    get(db, name) {
      const found: unknown = Reflect.get(db, name);
      return typeof found === 'function' ? found.bind(db) : found;
    },
  }),
});

/** The same without a snapshot: every link is read. */
function readAnew(store: Store): Adjacency {
  store.db.exec('delete from link_snapshot');
  return adjacency(opened(store));
}

const link = fc.record({
  kind: fc.constantFrom('payment', 'fee', 'employment', 'kinship'),
  source: fc.integer({ min: 1, max: PARTIES }),
  target: fc.integer({ min: 1, max: PARTIES }),
  rows: fc.integer({ min: 1, max: 400 }),
  fen: fc.option(fc.integer({ min: -5, max: 2 ** 40 })),
  day: fc.option(fc.constantFrom('2024-01-01', '2024-02-29', '2025-12-31')),
});
const step = fc.record({
  parties: fc.uniqueArray(fc.integer({ min: 1, max: PARTIES }), { minLength: 1, maxLength: 3 }),
  links: fc.array(link, { maxLength: 6 }),
});

test('links patched after any decisions are the links read anew, whether they were in memory or in the snapshot', () => {
  fc.assert(
    fc.property(fc.array(link, { maxLength: 30 }), fc.array(step, { maxLength: 4 }), (first, steps) => {
      const store = empty();
      put(store, first);
      markDrawn(store);
      keepSnapshot(store);
      expect(told(adjacency(opened(store)))).toEqual(told(adjacency(store)));
      for (const { parties, links } of steps) {
        const has = (party: number) => parties.includes(party);
        const list = parties.join();
        store.db.exec(`delete from link where source in (${list}) or target in (${list})`);
        put(
          store,
          links.filter(({ source, target }) => has(source) || has(target)),
        );
        markDrawn(store, parties);
        adjacency(store);
      }
      const [inMemory, inSnapshot] = [told(adjacency(store)), told(adjacency(opened(store)))];
      expect(inSnapshot).toEqual(inMemory);
      expect(told(readAnew(store))).toEqual(inMemory);
      store.close();
    }),
    { numRuns: 60 },
  );
});

// with ids this far apart links are sorted by blocks of parties first
test.each([1, 70])(
  'among thousands of parties, ids %i apart, each has the links that reach it and those that leave it, in their order',
  (apart) => {
    const parties = 3_000;
    const store = caseInMemory();
    const party = store.db.prepare(
      "insert into party (id, uid, kind, name, created_at) values (?, ?, 'person', ?, '')",
    );
    for (let n = 1; n <= parties; n++) party.run(n * apart, `u${n}`, `主体${n}`);
    const links = Array.from({ length: 9_000 }, (_, n): Link => {
      const source = 1 + ((n * 7_919) % parties);
      const target = 1 + ((n * n + source) % parties);
      return { kind: 'payment', source: source * apart, target: target * apart, rows: 1, fen: n, day: null };
    });
    put(store, links);
    markDrawn(store);
    keepSnapshot(store);
    const graph = adjacency(opened(store));
    const all = Array.from({ length: graph.links }, (_, link) => link);
    const into = Map.groupBy(all, (link) => graph.target[link]!);
    const out = Map.groupBy(all, (link) => graph.source[link]!);
    for (let id = 0; id <= parties * apart; id += apart === 1 ? 1 : 35) {
      expect([...reaching(graph, id)]).toEqual(into.get(id) ?? []);
      expect([...leaving(graph, id)]).toEqual(out.get(id) ?? []);
    }
    expect(all.map((link) => linkId(graph, link)).sort()).toEqual(
      [...new Set(links.map(({ source, target }) => `payment:${source}:${target}`))].sort(),
    );
  },
);

test('parties far apart that have no links have none', () => {
  const store = caseInMemory();
  const last = 200_000;
  store.db.exec(`insert into party (id, uid, kind, name, created_at) values (${last}, 'u', 'person', '甲', '')`);
  markDrawn(store);
  keepSnapshot(store);
  expect(linkCount(adjacency(opened(store)), last)).toBe(0);
});

test('a snapshot from before a whole drawing, or of other kinds of links, is not used', () => {
  const store = empty();
  const paid = (target: number): Link => ({ kind: 'payment', source: 1, target, rows: 1, fen: 5, day: null });
  put(store, [paid(2)]);
  markDrawn(store);
  keepSnapshot(store);
  put(store, [paid(3)]);
  markDrawn(store);
  expect(adjacency(opened(store)).links).toBe(2);
  keepSnapshot(store);
  expect(drawingOf(store)).toBe('2');
  store.db.exec('update link_snapshot set data = cast(\'{"kinds":["payment"]}\' as blob) where part = \'head\'');
  put(store, [paid(4)]);
  expect(adjacency(opened(store)).links).toBe(3);
});

test('whoever has an earlier drawing in memory takes a whole one from its snapshot, not link by link', () => {
  const store = empty();
  const paid = (target: number): Link => ({ kind: 'payment', source: 1, target, rows: 1, fen: 5, day: null });
  put(store, [paid(2)]);
  markDrawn(store);
  keepSnapshot(store);
  const screen = opened(store);
  expect(adjacency(screen).links).toBe(1);
  put(store, [paid(3), paid(4)]);
  markDrawn(store);
  keepSnapshot(store);
  store.db.exec('delete from link');
  expect(adjacency(screen).links).toBe(3);
});

test('a party that was made after the drawing has no links yet', () => {
  const store = empty();
  put(store, [{ kind: 'payment', source: 1, target: PARTIES, rows: 1, fen: 5, day: null }]);
  markDrawn(store);
  const graph = adjacency(store);
  expect([1, PARTIES].map((party) => linkCount(graph, party))).toEqual([1, 1]);
  for (const later of [PARTIES + 1, PARTIES + 2])
    expect([linkCount(graph, later), leaving(graph, later).length, reaching(graph, later).length]).toEqual([0, 0, 0]);
});

test('a drawing that was taken back leaves nothing in memory', () => {
  const store = empty();
  markDrawn(store);
  keepSnapshot(store);
  const draw = (target: number) => {
    put(store, [{ kind: 'payment', source: 1, target, rows: 1, fen: 5, day: null }]);
    markDrawn(store);
    keepSnapshot(store);
  };
  const undone = () =>
    store.transaction(() => {
      draw(2);
      throw new Error('taken back');
    });
  expect(undone).toThrow('taken back');
  draw(3);
  expect([...adjacency(store).target]).toEqual([3]);
});

test('figures of links that were drawn anew meanwhile are not taken for those of the drawing before', () => {
  const store = empty();
  markDrawn(store);
  keepSnapshot(store);
  const graph = adjacency(opened(store));
  markDrawn(store);
  keepSnapshot(store);
  expect(() => graph.fen).toThrow('job.running');
});

test('a case without a single link opens its graph like every other: each column is there and holds nothing', () => {
  const store = empty();
  markDrawn(store);
  keepSnapshot(store);
  const graph = adjacency(opened(store));
  expect([graph.rows, graph.fen, graph.first, graph.last].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  expect(told(graph)).toEqual(told(readAnew(store)));
});
