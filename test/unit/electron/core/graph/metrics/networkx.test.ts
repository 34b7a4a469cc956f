import { expect, test } from 'vitest';
import { betweenness } from '../../../../../../electron/core/graph/metrics/betweenness.ts';
import { closeness } from '../../../../../../electron/core/graph/metrics/closeness.ts';
import { modularity } from '../../../../../../electron/core/graph/metrics/communities.ts';
import { componentsIn } from '../../../../../../electron/core/graph/metrics/components.ts';
import { degrees } from '../../../../../../electron/core/graph/metrics/degree.ts';
import { eigenvector } from '../../../../../../electron/core/graph/metrics/eigenvector.ts';
import { type Edge, joinedOf, undirectedOf } from '../../../../../../electron/core/graph/metrics/graph-lists.ts';
import { coreNumbers } from '../../../../../../electron/core/graph/metrics/k-core.ts';
import { pageRank } from '../../../../../../electron/core/graph/metrics/page-rank.ts';
import { strongComponentsIn } from '../../../../../../electron/core/graph/metrics/strong-components.ts';
import { seeded } from '../../../../../make/many-mentions.ts';
import { peerPython, takenBy } from '../../../../../speed/measure.ts';

const python = peerPython('networkx');

/** A few hubs, many others, some who deal with nobody, several edges for one pair, and weights over nine orders of magnitude. */
function drawn(size: number, many: number, seed: number): Edge[] {
  const random = seeded(seed);
  const any = () => Math.floor(size * 0.9 * random() ** 1.7);
  return Array.from({ length: many }, () => ({ from: any(), to: any(), weight: Math.ceil(10 ** (9 * random())) }));
}

const script = `
import json, sys, networkx as nx
asked = json.load(sys.stdin)
told = []
for size, edges, groups in asked:
    d = nx.DiGraph(); d.add_nodes_from(range(size))
    for a, b, w in edges:
        if a == b: continue
        if d.has_edge(a, b): d[a][b]['weight'] += w
        else: d.add_edge(a, b, weight=w)
    u = nx.Graph(); u.add_nodes_from(range(size))
    for a, b, w in d.edges(data='weight'):
        if u.has_edge(a, b): u[a][b]['weight'] += w
        else: u.add_edge(a, b, weight=w)
    heaviest = max(w for _, _, w in u.edges(data='weight'))
    e = nx.Graph(); e.add_nodes_from(range(size)); e.add_weighted_edges_from((a, b, w / heaviest) for a, b, w in u.edges(data='weight'))
    list_of = lambda values: [values[i] for i in range(size)]
    first = lambda groups: list_of({i: min(g) for g in map(list, groups) for i in g})
    told.append({
        'degree': list_of(dict(u.degree())),
        'directed': list_of(nx.betweenness_centrality(d, normalized=False)),
        'undirected': list_of(nx.betweenness_centrality(u, normalized=False)),
        'closeness': list_of(nx.closeness_centrality(u)),
        'eigenvector': list_of(nx.eigenvector_centrality(e, max_iter=100000, tol=1e-12, weight='weight')),
        'pageRank': list_of(nx.pagerank(d, max_iter=1000, tol=1e-14)),
        'core': list_of(nx.core_number(u)),
        'component': first(nx.connected_components(u)),
        'strong': first(nx.strongly_connected_components(d)),
        'modularity': nx.community.modularity(u, [[i for i in range(size) if groups[i] == g] for g in sorted(set(groups))]),
    })
json.dump(told, sys.stdout)`;

/** Where two lists differ by more than rounding: two orders of adding up differ further down. */
const differences = (ours: ArrayLike<number>, theirs: readonly number[]) =>
  theirs.flatMap((value, i) => (Math.abs(ours[i]! - value) > 1e-7 + 1e-6 * value ? [{ i, ours: ours[i], value }] : []));

test.skipIf(!python)(
  `every measure is what networkx says of the same graphs (${python?.version ?? 'skipped: networkx is not installed'})`,
  () => {
    const graphs = [
      { size: 12, edges: drawn(12, 20, 1) },
      { size: 60, edges: drawn(60, 150, 2) },
      { size: 200, edges: drawn(200, 420, 3) },
      { size: 400, edges: drawn(400, 3_000, 4) },
    ].map(({ size, edges }) => {
      const columns = {
        from: Uint32Array.from(edges, ({ from }) => from),
        to: Uint32Array.from(edges, ({ to }) => to),
        weight: Float64Array.from(edges, ({ weight }) => weight),
      };
      const groups = Uint32Array.from({ length: size }, (_, i) => i % 7);
      return { size, edges, groups, directed: joinedOf(size, columns), undirected: undirectedOf(size, columns) };
    });
    const asked = graphs.map(({ size, edges, groups }) => [
      size,
      edges.map(({ from, to, weight }) => [from, to, weight]),
      [...groups],
    ]);
    const { stdout } = takenBy({ command: python!.command, args: ['-c', script], input: JSON.stringify(asked) });
    const told = JSON.parse(stdout) as Array<Record<string, number[]> & { modularity: number }>;
    graphs.forEach(({ directed, undirected, groups }, i) => {
      const { modularity: q, ...lists } = told[i]!;
      const ours = {
        degree: degrees(undirected),
        directed: betweenness(directed),
        undirected: betweenness(undirected).map((each) => each / 2),
        closeness: closeness(undirected, componentsIn(undirected)),
        eigenvector: eigenvector(undirected).values,
        pageRank: pageRank(directed),
        core: coreNumbers(undirected),
        component: componentsIn(undirected),
        strong: strongComponentsIn(directed),
      };
      for (const [measure, values] of Object.entries(ours))
        expect({ measure, wrong: differences(values, lists[measure]!) }).toEqual({ measure, wrong: [] });
      expect(modularity(undirected, groups)).toBeCloseTo(q, 9);
    });
  },
);

test('a sample of the starts gives about the same closeness, and says nothing where no start arrives', () => {
  const edges = drawn(400, 3_000, 4);
  const columns = {
    from: Uint32Array.from(edges, ({ from }) => from),
    to: Uint32Array.from(edges, ({ to }) => to),
    weight: Float64Array.from(edges, ({ weight }) => weight),
  };
  const lists = undirectedOf(400, columns);
  const component = componentsIn(lists);
  const [exact, sampled] = [closeness(lists, component), closeness(lists, component, { pivots: 100 })];
  for (let node = 0; node < 300; node++)
    if (exact[node]! > 0) expect(Math.abs(sampled[node]! / exact[node]! - 1)).toBeLessThan(0.1);
  const pair = undirectedOf(4, {
    from: Uint32Array.of(0, 2),
    to: Uint32Array.of(1, 3),
    weight: Float64Array.of(1, 1),
  });
  expect([...closeness(pair, componentsIn(pair), { pivots: 1 })]).toEqual([Number.NaN, 1 / 3, Number.NaN, Number.NaN]);
});

test('a path as long as the largest case is no matter: nothing calls itself', () => {
  const size = 200_000;
  const columns = {
    from: Uint32Array.from({ length: size }, (_, i) => i),
    to: Uint32Array.from({ length: size }, (_, i) => (i + 1) % size),
    weight: new Float64Array(size).fill(1),
  };
  expect(new Set(strongComponentsIn(joinedOf(size, columns))).size).toBe(1);
  expect(new Set(componentsIn(undirectedOf(size, columns))).size).toBe(1);
  expect(new Set(coreNumbers(undirectedOf(size, columns)))).toEqual(new Set([2]));
});
