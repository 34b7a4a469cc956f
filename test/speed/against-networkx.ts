import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adjacency } from '../../electron/core/graph/adjacency.ts';
import { betweenness } from '../../electron/core/graph/metrics/betweenness.ts';
import { componentsIn } from '../../electron/core/graph/metrics/components.ts';
import { joinedOf } from '../../electron/core/graph/metrics/graph-lists.ts';
import { networkOf } from '../../electron/core/graph/metrics/network.ts';
import { strongComponentsIn } from '../../electron/core/graph/metrics/strong-components.ts';
import { seeded } from '../make/many-mentions.ts';
import { against, type Figure } from './figure.ts';
import { median, peerPython, root, taken, takenBy } from './measure.ts';

/** Betweenness for every pair of so many parties: what networkx does within half a minute. */
const PARTIES = 1_500;
const LINKS = 5_000;
const GOAL = { most: 0.1 };

/** Components, strong components and betweenness beside networkx on the same links; the results must agree. Its graphs are built before its clock starts. */
export async function againstNetworkx(graph: Adjacency): Promise<Figure[]> {
  const python = peerPython('networkx');
  const name = python ? `networkx ${python.version}` : 'networkx';
  const links = Array.from({ length: graph.links }, (_, link) => `${graph.source[link]},${graph.target[link]}`);
  const random = seeded(11);
  const small = {
    from: Uint32Array.from({ length: LINKS }, () => Math.floor(random() * PARTIES)),
    to: Uint32Array.from({ length: LINKS }, () => Math.floor(random() * PARTIES)),
    weight: new Float64Array(LINKS).fill(1),
  };
  const peer = python && measuredBy(python.command, links, small);
  const { directed, undirected } = networkOf(graph, { over: 'all', aside: new Set() });
  const weak = await ours(() => new Set(componentsIn(undirected)).size, peer?.components.n);
  const strong = await ours(() => new Set(strongComponentsIn(directed)).size, peer?.strong.n);
  const between = await ours(() => {
    const sum = betweenness(joinedOf(PARTIES, small)).reduce((all, each) => all + each, 0);
    return Math.round(sum);
  }, peer?.between.n);
  const line = (what: string, seconds: number, of: { seconds: number } | undefined) =>
    against(what, seconds, { name, value: of?.seconds }, GOAL);
  return [
    line(`${weak.result} components of ${graph.links} links, CPU seconds`, weak.seconds, peer?.components),
    line(`${strong.result} strong components of ${graph.links} links, CPU seconds`, strong.seconds, peer?.strong),
    line(`betweenness of ${PARTIES} parties and ${LINKS} links, CPU seconds`, between.seconds, peer?.between),
  ];
}

async function ours(work: () => number, theirs: number | undefined): Promise<{ result: number; seconds: number }> {
  const seconds = [];
  let result = 0;
  for (let run = 0; run < 3; run++)
    seconds.push(
      (
        await taken(() => {
          result = work();
        })
      ).cpuSeconds,
    );
  if (theirs !== undefined && theirs !== result)
    throw new Error(`networkx says ${theirs}, the links in memory ${result}`);
  return { result, seconds: median(seconds) };
}

const script = `
import sys, time, json, networkx as nx
def read(path, g):
    with open(path) as lines: g.add_edges_from(tuple(map(int, l.split(','))) for l in lines)
    g.remove_edges_from(list(nx.selfloop_edges(g)))
    return g
def timed(work):
    t = time.process_time(); n = work(); return {'n': n, 'seconds': time.process_time() - t}
big, small, parties = sys.argv[1], sys.argv[2], int(sys.argv[3])
g = read(big, nx.Graph()); told = {'components': timed(lambda: sum(1 for _ in nx.connected_components(g)))}
del g
d = read(big, nx.DiGraph()); told['strong'] = timed(lambda: sum(1 for _ in nx.strongly_connected_components(d)))
del d
b = nx.DiGraph(); b.add_nodes_from(range(parties)); read(small, b)
told['between'] = timed(lambda: round(sum(nx.betweenness_centrality(b, normalized=False).values())))
print(json.dumps(told))`;

type Told = Record<'components' | 'strong' | 'between', { n: number; seconds: number }>;

function measuredBy(command: string, links: readonly string[], small: { from: Uint32Array; to: Uint32Array }): Told {
  const [big, few] = [join(root, '.cache/bench/links.csv'), join(root, '.cache/bench/few-links.csv')];
  writeFileSync(big, links.join('\n'));
  writeFileSync(few, Array.from(small.from, (from, i) => `${from},${small.to[i]}`).join('\n'));
  return JSON.parse(takenBy({ command, args: ['-c', script, big, few, String(PARTIES)] }).stdout) as Told;
}
