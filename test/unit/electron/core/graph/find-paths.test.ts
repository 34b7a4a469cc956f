import fc from 'fast-check';
import Graph from 'graphology';
import { expect, test } from 'vitest';
import { adjacency } from '../../../../../electron/core/graph/adjacency.ts';
import { anyTrail, findPaths, type PathQuestion } from '../../../../../electron/core/graph/find-paths.ts';
import path from '../../../../../electron/core/graph/path.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { ask } from '../../../../make/ask.ts';

/** A case that holds nothing but parties 1 … n and links. */
function drawn(
  parties: number,
  links: ReadonlyArray<readonly [source: number, target: number, kind?: string, fen?: number | null]>,
  kinds: Record<number, string> = {},
): Store {
  const store = caseInMemory();
  const party = store.db.prepare("insert into party (id, uid, kind, name, created_at) values (?, ?, ?, ?, '')");
  for (let id = 1; id <= parties; id++) party.run(id, `u${id}`, kinds[id] ?? 'person', `主体${id}`);
  const link = store.db.prepare('insert or ignore into link (kind, source, target, rows, fen) values (?, ?, ?, 1, ?)');
  for (const [source, target, kind = 'payment', fen = 100] of links)
    if (source !== target) link.run(kind, source, target, fen);
  return store;
}

/** All simple paths with their length, straight from the definition, over another library's graph. */
function simplePaths(
  links: ReadonlyArray<readonly [number, number]>,
  from: number,
  to: number,
  maxHops: number,
  directed: boolean,
): string[] {
  const graph = new Graph({ type: directed ? 'directed' : 'undirected', multi: false });
  for (const [a, b] of links) if (a !== b) graph.mergeEdge(String(a), String(b));
  if (!graph.hasNode(String(from)) || !graph.hasNode(String(to))) return [];
  const found: string[] = [];
  const walk = (trail: string[]) => {
    const next = directed ? graph.outNeighbors(trail.at(-1)!) : graph.neighbors(trail.at(-1)!);
    for (const node of next) {
      if (trail.includes(node)) continue;
      if (node === String(to)) found.push([...trail, node].join(' '));
      else if (trail.length < maxHops) walk([...trail, node]);
    }
  };
  walk([String(from)]);
  return found.toSorted();
}

const question = (more: Partial<PathQuestion>): PathQuestion => ({
  from: 1,
  to: 2,
  directed: false,
  maxHops: 4,
  limit: 100_000,
  mayUse: () => true,
  mayPass: () => true,
  ...more,
});

test('on any small graph all simple paths are found, each once, shortest first, as another library finds them', () => {
  const links = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })), { maxLength: 20 });
  fc.assert(
    fc.property(links, fc.boolean(), fc.integer({ min: 1, max: 5 }), (list, directed, maxHops) => {
      const store = drawn(8, list);
      const { paths, truncated } = findPaths(adjacency(store), question({ directed, maxHops }), () => 0, anyTrail);
      expect(paths.map(({ parties }) => parties.join(' ')).toSorted()).toEqual(
        simplePaths(list, 1, 2, maxHops, directed),
      );
      expect(paths.map(({ parties }) => parties.length)).toEqual(
        paths.map(({ parties }) => parties.length).toSorted((a, b) => a - b),
      );
      expect(truncated).toBe(false);
      store.close();
    }),
    { numRuns: 300 },
  );
});

test('whatever was asked of a graph before, the next question finds all paths of its own', () => {
  const party = fc.integer({ min: 1, max: 8 });
  const ends = fc.uniqueArray(party, { minLength: 2, maxLength: 2 });
  const asked = fc.array(fc.record({ ends, directed: fc.boolean(), maxHops: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(party, party), { maxLength: 20 }), asked, (list, questions) => {
      const store = drawn(8, list);
      const graph = adjacency(store);
      for (const { ends, directed, maxHops } of questions) {
        const [from, to] = ends as [number, number];
        const { paths } = findPaths(graph, question({ from, to, directed, maxHops }), () => 0, anyTrail);
        expect(paths.map(({ parties }) => parties.join(' ')).toSorted()).toEqual(
          simplePaths(list, from, to, maxHops, directed),
        );
      }
      store.close();
    }),
    { numRuns: 50 },
  );
});

test('with a limit the shortest come first, and it is said that there may be more', () => {
  const links = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), {
    minLength: 8,
    maxLength: 20,
  });
  fc.assert(
    fc.property(links, fc.integer({ min: 1, max: 3 }), (list, limit) => {
      const store = drawn(7, list);
      const all = simplePaths(list, 1, 2, 4, false)
        .map((each) => each.split(' ').length)
        .toSorted((a, b) => a - b);
      const { paths, truncated } = findPaths(adjacency(store), question({ limit }), () => 0, anyTrail);
      expect(paths.map(({ parties }) => parties.length)).toEqual(all.slice(0, limit));
      if (all.length > limit) expect(truncated).toBe(true);
      store.close();
    }),
    { numRuns: 150 },
  );
});

test('of paths of one length, the one whose smallest sum is largest comes first', async () => {
  const store = drawn(5, [
    [1, 3, 'payment', 100],
    [3, 2, 'payment', 9_000],
    [1, 4, 'payment', 500],
    [4, 2, 'payment', 400],
    [1, 5, 'employment', null],
    [5, 2, 'employment', null],
  ]);
  const { paths } = await ask(path, 'graph.path', store, { from: 1, to: 2 });
  expect(paths.map(({ parties, minFen }) => [parties, minFen])).toEqual([
    [[1, 4, 2], 400],
    [[1, 3, 2], 100],
    [[1, 5, 2], null],
  ]);
});

test('nobody is connected through cash, but cash itself can be asked about', async () => {
  const store = drawn(
    3,
    [
      [1, 3],
      [3, 2],
    ],
    { 3: 'cash' },
  );
  expect((await ask(path, 'graph.path', store, { from: 1, to: 2 })).paths).toEqual([]);
  expect((await ask(path, 'graph.path', store, { from: 1, to: 3 })).paths).toMatchObject([
    { parties: [1, 3], links: ['payment:1:3'] },
  ]);
});

test('kinds and sums narrow what may be walked; a link without money has no sum that could be too small', async () => {
  const store = drawn(4, [
    [1, 3, 'payment', 100],
    [3, 2, 'employment', null],
    [1, 4, 'payment', 99],
    [4, 2, 'payment', 100],
  ]);
  const paths = async (more: object) =>
    (await ask(path, 'graph.path', store, { from: 1, to: 2, ...more })).paths.map(({ parties }) => parties);
  expect(await paths({ minFen: 100 })).toEqual([[1, 3, 2]]);
  expect(await paths({ kinds: ['payment'] })).toEqual([[1, 4, 2]]);
  expect(await paths({ kinds: ['payment'], minFen: 100 })).toEqual([]);
  expect(await paths({ maxHops: 1 })).toEqual([]);
});

test('the answer draws what it names: every party and every link of its paths', async () => {
  const store = drawn(4, [
    [1, 3],
    [3, 2],
    [2, 3],
    [1, 4],
  ]);
  const { paths, nodes, links } = await ask(path, 'graph.path', store, { from: 1, to: 2 });
  expect(nodes.map(({ id }) => id).toSorted()).toEqual([1, 2, 3]);
  expect(links.map(({ id }) => id).toSorted()).toEqual(paths.flatMap((each) => each.links).toSorted());
});
