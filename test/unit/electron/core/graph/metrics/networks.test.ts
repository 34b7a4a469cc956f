import { expect, test } from 'vitest';
import { betweenness } from '../../../../../../electron/core/graph/metrics/betweenness.ts';
import { communitiesOf } from '../../../../../../electron/core/graph/metrics/communities.ts';
import { directedLists, type Edge } from '../../../../../../electron/core/graph/metrics/graph-lists.ts';
import { withoutLeaves } from '../../../../../../electron/core/graph/metrics/k-core.ts';
import { seeded } from '../../../../../make/many-mentions.ts';

const edge = (from: number, to: number, weight = 1): Edge => ({ from, to, weight });
const both = (pairs: ReadonlyArray<readonly [number, number]>): Edge[] =>
  pairs.flatMap(([a, b]) => [edge(a, b), edge(b, a)]);

/** Directed graph of random edges, none twice. */
function drawn(size: number, many: number, seed: number): Edge[] {
  const random = seeded(seed);
  const edges = new Map<number, Edge>();
  while (edges.size < many) {
    const [from, to] = [Math.floor(random() * size), Math.floor(random() * size)];
    if (from !== to) edges.set(from * size + to, edge(from, to, 1 + Math.floor(random() * 9)));
  }
  return [...edges.values()];
}

/** Every shortest path written out, one by one. */
function shortestPaths(edges: readonly Edge[], from: number, to: number, stops: ReadonlySet<number>): number[][] {
  let paths = [[from]];
  const seen = new Set([from]);
  while (paths.length > 0) {
    const longer = paths
      .filter((path) => path.length === 1 || !stops.has(path.at(-1)!))
      .flatMap((path) =>
        edges.filter((each) => each.from === path.at(-1) && !seen.has(each.to)).map((each) => [...path, each.to]),
      );
    const arrived = longer.filter((path) => path.at(-1) === to);
    if (arrived.length > 0) return arrived;
    for (const path of longer) seen.add(path.at(-1)!);
    paths = longer;
  }
  return [];
}

interface Wanted {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly barriers?: readonly number[];
  readonly depth?: number;
}

/** Betweenness by its definition. */
function byDefinition(
  size: number,
  edges: readonly Edge[],
  { sources, targets, barriers = [], depth = size }: Wanted,
): number[] {
  const sum = Array.from({ length: size }, () => 0);
  for (const source of sources)
    for (const target of targets) {
      if (source === target) continue;
      const paths = shortestPaths(edges, source, target, new Set(barriers)).filter((path) => path.length <= depth + 1);
      for (const path of paths) for (const node of path.slice(1, -1)) sum[node]! += 1 / paths.length;
    }
  return sum;
}

const rounded = (list: ArrayLike<number>): number[] => Array.from(list, (each) => Math.round(each * 1e6) / 1e6);
const all = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

test.each([1, 2, 3, 4, 5])('betweenness is what its definition says on random graphs (%i)', (seed) => {
  const [size, edges] = [14, drawn(14, 34, seed)];
  const lists = directedLists(size, edges);
  const every = { sources: all(size), targets: all(size) };
  expect(rounded(betweenness(lists))).toEqual(rounded(byDefinition(size, edges, every)));
  const some = { sources: [0, 1, 2, 3], targets: [8, 9, 10, 11, 2], barriers: [1, 4, 9], depth: 3 };
  expect(rounded(betweenness(lists, some))).toEqual(rounded(byDefinition(size, edges, some)));
});

test('the order of the edges plays no part, and pivots stand for all sources', () => {
  const edges = drawn(40, 160, 6);
  const lists = directedLists(40, edges);
  expect(betweenness(directedLists(40, edges.toReversed()))).toEqual(betweenness(lists));
  const pivots = betweenness(lists, { pivots: 10 });
  expect(pivots).toEqual(betweenness(lists, { pivots: 10 }));
  const total = (list: Float64Array) => list.reduce((sum, each) => sum + each, 0);
  expect(total(pivots) / total(betweenness(lists))).toBeGreaterThan(0.7);
  expect(total(pivots) / total(betweenness(lists))).toBeLessThan(1.3);
});

/** Zachary (1977), two halves of a karate club: the graph that every method is tried on. */
const karate: ReadonlyArray<readonly [number, number]> = [
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 6],
  [1, 7],
  [1, 8],
  [1, 9],
  [1, 11],
  [1, 12],
  [1, 13],
  [1, 14],
  [1, 18],
  [1, 20],
  [1, 22],
  [1, 32],
  [2, 3],
  [2, 4],
  [2, 8],
  [2, 14],
  [2, 18],
  [2, 20],
  [2, 22],
  [2, 31],
  [3, 4],
  [3, 8],
  [3, 9],
  [3, 10],
  [3, 14],
  [3, 28],
  [3, 29],
  [3, 33],
  [4, 8],
  [4, 13],
  [4, 14],
  [5, 7],
  [5, 11],
  [6, 7],
  [6, 11],
  [6, 17],
  [7, 17],
  [9, 31],
  [9, 33],
  [9, 34],
  [10, 34],
  [14, 34],
  [15, 33],
  [15, 34],
  [16, 33],
  [16, 34],
  [19, 33],
  [19, 34],
  [20, 34],
  [21, 33],
  [21, 34],
  [23, 33],
  [23, 34],
  [24, 26],
  [24, 28],
  [24, 30],
  [24, 33],
  [24, 34],
  [25, 26],
  [25, 28],
  [25, 32],
  [26, 32],
  [27, 30],
  [27, 34],
  [28, 34],
  [29, 32],
  [29, 34],
  [30, 33],
  [30, 34],
  [31, 33],
  [31, 34],
  [32, 33],
  [32, 34],
  [33, 34],
];
const club = both(karate.map(([a, b]) => [a - 1, b - 1] as const));

test('the karate club has the betweenness that is published of it', () => {
  const found = betweenness(directedLists(34, club));
  // networkx 3.6: 231.07 of the 528 pairs without him run through member 1, 160.55 through 34
  expect(found[0]! / 2).toBeCloseTo(231.0714, 3);
  expect(found[33]! / 2).toBeCloseTo(160.5516, 3);
  expect(found[11]!).toBe(0);
});

/** How much more weight lies within communities than chance would put there. */
function modularity(size: number, edges: readonly Edge[], community: ArrayLike<number>): number {
  const strength = Array.from({ length: size }, () => 0);
  let [total, within] = [0, 0];
  for (const { from, to, weight } of edges) {
    strength[from]! += weight;
    strength[to]! += weight;
    total += 2 * weight;
    if (community[from] === community[to]) within += 2 * weight;
  }
  const sums = new Map<number, number>();
  for (let i = 0; i < size; i++) sums.set(community[i]!, (sums.get(community[i]!) ?? 0) + strength[i]!);
  return within / total - [...sums.values()].reduce((sum, each) => sum + (each / total) ** 2, 0);
}

test('communities of the karate club are as good as the best that is known, but for two hundredths', () => {
  const found = communitiesOf(34, club);
  expect(new Set(found).size).toBeGreaterThanOrEqual(3);
  // the maximum is 0.4198 (Brandes et al. 2008)
  expect(modularity(34, club, found)).toBeGreaterThan(0.4);
});

test('cliques on a ring are communities, whatever the order of the edges', () => {
  const cliques = all(12).flatMap((k) =>
    all(5).flatMap((i) => all(5).flatMap((j) => (i < j ? [edge(5 * k + i, 5 * k + j)] : []))),
  );
  const ring = all(12).map((k) => edge(5 * k, (5 * k + 5) % 60));
  const edges = [...cliques, ...ring];
  const found = communitiesOf(60, edges);
  expect([...found]).toEqual(all(60).map((i) => i - (i % 5)));
  expect(communitiesOf(60, edges.toReversed())).toEqual(found);
});

test('a community hangs together, and a large one is divided again', () => {
  const edges = drawn(300, 500, 9);
  for (const most of [Number.POSITIVE_INFINITY, 40]) {
    const found = communitiesOf(300, edges, most);
    const groups = Map.groupBy(all(300), (i) => found[i]!);
    for (const [first, members] of groups) {
      expect(Math.min(...members)).toBe(first);
      const reached = new Set([first]);
      for (const node of reached)
        for (const { from, to } of edges)
          for (const [a, b] of [
            [from, to],
            [to, from],
          ] as const)
            if (a === node && found[b] === first) reached.add(b);
      expect(reached.size).toBe(members.length);
    }
    if (most === 40) expect(Math.max(...[...groups.values()].map(({ length }) => length))).toBeLessThanOrEqual(40);
  }
  expect(modularity(300, edges, communitiesOf(300, edges))).toBeGreaterThan(0.6);
});

test('nobody is alone with nobody: a graph without edges has as many communities as nodes', () => {
  expect([...communitiesOf(4, [])]).toEqual([0, 1, 2, 3]);
  expect([...betweenness(directedLists(4, []))]).toEqual([0, 0, 0, 0]);
});

test('without leaves a tree leaves nothing, and a ring itself', () => {
  expect([...withoutLeaves([edge(0, 1), edge(1, 2), edge(1, 3), edge(3, 1), edge(4, 4)])]).toEqual([]);
  const ring = [edge(0, 1), edge(1, 2), edge(2, 0)];
  expect([...withoutLeaves([...ring, edge(2, 3), edge(3, 4)])].sort()).toEqual([0, 1, 2]);
});
