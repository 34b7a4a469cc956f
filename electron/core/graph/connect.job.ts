import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { partyCard } from '../store/party-cards.ts';
import { adjacency } from './adjacency.ts';
import { linkAt } from './party-links.ts';
import { bestLinks } from './routes/best-links.ts';
import { connect } from './routes/connect.ts';
import { HopRows } from './routes/hop-rows.ts';
import { limitsOf } from './routes/limits.ts';
import { leastHopsOf } from './routes/relax.ts';
import { subgraphOf } from './subgraph.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.connect': { payload: Asked<'graph.connect'>; result: Answer<'graph.connect'> };
  }
}

/** 连接网络. Where parts stay apart, the least hops between them without any condition say what it would take. */
export default defineJob('graph.connect', (ask, job) => {
  const { store } = job.openCase;
  const asked = [...new Set(ask.parties)];
  for (const party of asked) partyCard(store, party);
  const graph = adjacency(store);
  const limits = limitsOf(store, graph, ask);
  const rows = new HopRows(store, graph, { ...ask, directed: false }, limits.mayUse, job.checkCancelled);
  const mayUse = (link: number) =>
    limits.mayUse(link) &&
    (!limits.needsRows(link) || rows.of(graph.source[link]!, graph.target[link]!)?.links.includes(link) === true);
  const more = (link: number) => (Number.isNaN(graph.fen[link]!) ? 1 : -graph.fen[link]!);
  const { hops, parts } = connect(graph, asked, { ...limits, mayUse }, ask.maxHops, more);
  const best = bestLinks(graph, false, mayUse);
  const parties = new Set([...asked, ...hops.flat()]);
  return ok({
    ...subgraphOf(
      store,
      parties,
      hops.map(([a, b]) => linkAt(graph, best(a, b))),
    ),
    parts: [...parts],
    between: parties.size - asked.length,
    hops: hops.length,
    gaps: parts.slice(1).map((part, i) => {
      job.checkCancelled();
      return { part: i + 1, ...nearestOutside(part, asked) };
    }),
  });

  function nearestOutside(part: readonly number[], all: readonly number[]) {
    let nearest: { leastHops: number | null; to: number | null } = { leastHops: null, to: null };
    for (const from of part)
      for (const to of all) {
        if (part.includes(to)) continue;
        const leastHops = leastHopsOf(store, from, to);
        if (leastHops !== null && (nearest.leastHops === null || leastHops < nearest.leastHops))
          nearest = { leastHops, to };
      }
    return nearest;
  }
});
