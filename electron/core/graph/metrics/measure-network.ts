import type { MetricId } from '../../../../shared/protocol/metric-ids.ts';
import type { Adjacency } from '../adjacency.ts';
import { betweenness } from './betweenness.ts';
import { numberedBySize } from './by-size.ts';
import { closeness } from './closeness.ts';
import { communitiesIn, modularity } from './communities.ts';
import { componentsIn } from './components.ts';
import { degrees } from './degree.ts';
import { eigenvector } from './eigenvector.ts';
import { coreNumbers } from './k-core.ts';
import { type Network, networkOf, type Scope } from './network.ts';
import { pageRank } from './page-rank.ts';
import { strengthOf } from './strength.ts';
import { strongComponentsIn } from './strong-components.ts';

/** Beyond this many steps along edges, paths start from a sample of the parties: about ten seconds. */
const MOST_STEPS = 400_000_000;
/** A sample is never smaller. */
const LEAST_SOURCES = 100;

export interface Measured {
  readonly network: Network;
  /** for each metric the value of each node; NaN = cannot be told */
  readonly values: Readonly<Record<MetricId, ArrayLike<number>>>;
  /** from how many parties paths were followed: fewer than there are = a sample */
  readonly sources: number;
  /** whether the eigenvector settled; what does not is no measure */
  readonly settled: boolean;
  readonly components: readonly number[];
  readonly strong: readonly number[];
  readonly communities: readonly number[];
  readonly modularity: number;
}

/** What is told while it goes on: how many of all rounds are done. */
export type Told = (step: 'paths' | 'closeness' | 'weights', done: number, total: number) => void;

/** Measures the network of the drawn links. `told` may throw to stop. */
export function measureNetwork(graph: Adjacency, scope: Scope, told: Told): Measured {
  const network = networkOf(graph, scope);
  const { parties, directed, undirected } = network;
  const size = parties.length;
  const perSource = size + undirected.ends.length;
  const sources = Math.min(size, Math.max(LEAST_SOURCES, Math.floor(MOST_STEPS / (2 * perSource || 1))));
  const counter = (step: Parameters<Told>[0], total: number) => {
    let done = 0;
    return () => told(step, done++, total);
  };
  const along = scope.over === 'money' ? directed : undirected;
  const component = componentsIn(undirected);
  const passing = betweenness(along, { pivots: sources, breathe: counter('paths', sources) });
  // of all ordered pairs of two others; without direction each pair was counted from both sides, which comes to the same
  const pairs = (size - 1) * (size - 2);
  const near = closeness(undirected, component, { pivots: sources, breathe: counter('closeness', sources) });
  const weighing = counter('weights', 0);
  // by amount the one heaviest pair would have all of it
  const alike = { ...undirected, weights: new Float64Array(undirected.ends.length).fill(1) };
  const important = eigenvector(alike, weighing);
  const community = communitiesIn(undirected, weighing);
  const strength = strengthOf(graph, scope.within);
  const [inFen, outFen] = [pick(strength.inFen, parties), pick(strength.outFen, parties)];
  const [components, strong, communities] = [
    numberedBySize(component),
    numberedBySize(strongComponentsIn(directed)),
    numberedBySize(community),
  ];
  return {
    network,
    values: {
      degree: degrees(undirected),
      inFen,
      outFen,
      netFen: inFen.map((fen, node) => fen - outFen[node]!),
      betweenness: pairs > 0 ? passing.map((each) => each / pairs) : passing,
      closeness: near,
      eigenvector: important.settled ? important.values : new Float64Array(size).fill(Number.NaN),
      pageRank: pageRank(along, weighing),
      core: coreNumbers(undirected),
      community: communities.number,
      component: components.number,
      strong: strong.number,
    },
    sources,
    settled: important.settled,
    components: components.sizes,
    strong: strong.sizes,
    communities: communities.sizes,
    modularity: modularity(undirected, community),
  };
}

const pick = (byParty: Float64Array, parties: Int32Array): Float64Array =>
  Float64Array.from(parties, (party) => byParty[party]!);
