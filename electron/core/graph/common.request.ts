import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { adjacency } from './adjacency.ts';
import { type DrawnLink, idOf, linksOf } from './party-links.ts';
import { hubsOf, limitsOf } from './routes/limits.ts';
import { subgraphOf } from './subgraph.ts';

/** 共同对手: whom all, or at least so many, of the given parties deal with; those linked to most of them first, then by the largest link. */
export default answerInCase('graph.common', (ask, { openCase: { store } }) => {
  const asked = [...new Set(ask.parties)];
  for (const party of asked) partyCard(store, party);
  const graph = adjacency(store);
  // sums and periods are those of the links read below
  const { mayPass } = limitsOf(store, graph, { ...ask, excludeHubs: false });
  const filter = {
    kinds: ask.kinds,
    minFen: ask.minFen,
    from: ask.since,
    to: ask.until,
  };
  const hidden = new Set(ask.hidden?.links);
  const others = new Map<number, { with: Set<number>; links: DrawnLink[] }>();
  const given = new Set(asked);
  for (const party of asked)
    for (const link of linksOf(store, graph, party, filter)) {
      const other = link.source === party ? link.target : link.source;
      if (given.has(other) || hidden.has(link.kind) || !mayPass(other)) continue;
      const known = others.get(other) ?? { with: new Set(), links: [] };
      known.with.add(party);
      known.links.push(link);
      others.set(other, known);
    }
  const atLeast = Math.min(ask.atLeast ?? asked.length, asked.length);
  const linked = [...others].filter(([, each]) => each.with.size >= atLeast);
  const hubs = ask.excludeHubs ? hubsOf(store) : new Set<number>();
  const found = linked
    .filter(([party]) => !hubs.has(party))
    .sort(([one, a], [other, b]) => b.with.size - a.with.size || largest(b.links) - largest(a.links) || one - other);
  const page = found.slice(ask.offset, ask.offset + ask.limit);
  return ok({
    ...subgraphOf(
      store,
      new Set([...asked, ...page.map(([party]) => party)]),
      page.flatMap(([, { links }]) => links),
    ),
    found: page.map(([party, each]) => ({
      party,
      with: each.with.size,
      byKind: byKind(party, each.links),
      links: each.links.map(idOf),
    })),
    total: found.length,
    hubs: linked.length - found.length,
  });
});

const largest = (links: readonly DrawnLink[]) => Math.max(...links.map(({ fen }) => fen ?? Number.NEGATIVE_INFINITY));

/** What the given parties have with one other, by kind and direction as seen from that other. */
function byKind(party: number, links: readonly DrawnLink[]) {
  const groups = Map.groupBy(links, ({ kind, source }) => `${source === party ? 'out' : 'in'} ${kind}`);
  return [...groups.values()]
    .map((same) => {
      const [{ kind, source }] = same as [DrawnLink];
      const fens = same.flatMap(({ fen }) => fen ?? []);
      return {
        kind,
        direction: source === party ? ('out' as const) : ('in' as const),
        with: new Set(same.map((link) => (link.source === party ? link.target : link.source))).size,
        rows: same.reduce((sum, { rows }) => sum + rows, 0),
        fen: fens.length === 0 ? null : fens.reduce((sum, fen) => sum + fen, 0),
      };
    })
    .sort((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows);
}
