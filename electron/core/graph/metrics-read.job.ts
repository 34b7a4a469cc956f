import { isGroup, type MetricId, metricIds } from '../../../shared/protocol/metric-ids.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import type { Store } from '../store/connect.ts';
import { partyCard } from '../store/party-cards.ts';
import { adjacency, kindIds } from './adjacency.ts';
import { type Measured, measureNetwork } from './metrics/measure-network.ts';
import { pseudoParties } from './pseudo-parties.ts';

declare module '../job.ts' {
  interface Jobs {
    'metrics.read': { payload: Asked<'metrics.read'>; result: Answer<'metrics.read'> };
  }
}

/** So many sizes of groups are told; there may be as many groups as parties. */
const SIZES = 1_000;

export default defineJob('metrics.read', ({ over, parties, show, top }, job) => {
  const { store } = job.openCase;
  const graph = adjacency(store);
  const aside = pseudoParties(store);
  const within = parties && new Set(parties);
  const measured = measureNetwork(graph, { over, aside, ...(within && { within }) }, (step, done, total) => {
    job.checkCancelled();
    job.progress(step, done, total);
  });
  return ok({
    parties: measured.network.parties.length,
    pairs: measured.network.undirected.ends.length / 2,
    moneyKinds: [...graph.money].map((kind) => kindIds[kind]!),
    aside: within ? parties.filter((party) => aside.has(party)).length : aside.size,
    sources: measured.sources,
    settled: measured.settled,
    components: measured.components.slice(0, SIZES),
    strong: measured.strong.slice(0, SIZES),
    communities: measured.communities.slice(0, SIZES),
    modularity: measured.modularity,
    rows: rowsOf(store, measured, new Set(show), top),
  });
});

/** The parties asked for, and those with most of each measure; by net inflow, then by id. */
function rowsOf(
  store: Store,
  measured: Measured,
  show: ReadonlySet<number>,
  top: number,
): Answer<'metrics.read'>['rows'] {
  const { parties } = measured.network;
  const nodes = [...parties.keys()];
  const chosen = new Set(nodes.filter((node) => show.has(parties[node]!)));
  for (const metric of metricIds) {
    if (isGroup(metric)) continue;
    const values = measured.values[metric];
    const ranked = nodes.filter((node) => !Number.isNaN(values[node]!));
    ranked.sort((a, b) => values[b]! - values[a]! || a - b);
    for (const node of ranked.slice(0, top)) chosen.add(node);
    // who gave away most stands at the other end
    if (metric === 'netFen') for (const node of ranked.slice(-top)) chosen.add(node);
  }
  const net = measured.values.netFen;
  return [...chosen]
    .sort((a, b) => net[b]! - net[a]! || a - b)
    .map((node) => {
      const { id, kind, name, drawnAs } = partyCard(store, parties[node]!);
      return { id, kind, name, drawnAs, values: valuesOf(measured, node) };
    });
}

function valuesOf({ values }: Measured, node: number): Record<MetricId, number | null> {
  const told = (metric: MetricId) => {
    const value = values[metric][node]!;
    return Number.isNaN(value) ? null : value;
  };
  return Object.fromEntries(metricIds.map((metric) => [metric, told(metric)])) as Record<MetricId, number | null>;
}
