import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { type Adjacency, adjacency, kindIds, leaving, linkId, reaching } from './adjacency.ts';
import { findPaths } from './find-paths.ts';
import { linkAt } from './party-links.ts';
import { pseudoParties } from './pseudo-parties.ts';
import { subgraphOf } from './subgraph.ts';

/** Shortest connections between two parties. Cash and payment institutions are ends, never stations: everybody passes through them. */
export default answerInCase(
  'graph.path',
  ({ from, to, directed, maxHops, limit, ...filter }, { openCase: { store } }) => {
    partyCard(store, from);
    partyCard(store, to);
    const graph = adjacency(store);
    const kinds = new Set((filter.kinds ?? kindIds).map((kind) => kindIds.indexOf(kind)));
    const least = filter.minFen ?? Number.NEGATIVE_INFINITY;
    // a link without money has no sum that could be too small: NaN < least is false
    const mayUse = (link: number) => kinds.has(graph.kind[link]!) && !(graph.fen[link]! < least);
    const noStation = pseudoParties(store);
    const best = bestLinks(graph, directed, mayUse);
    const linksOfPath = (parties: readonly number[]) => parties.slice(1).map((party, i) => best(parties[i]!, party));
    const leastFen = (parties: readonly number[]) => {
      const sums = linksOfPath(parties).map((link) => graph.fen[link]!);
      const money = sums.filter((fen) => !Number.isNaN(fen));
      return money.length === 0 ? null : Math.min(...money);
    };
    const { paths, examined, truncated } = findPaths(
      graph,
      { from, to, directed, maxHops, limit, mayUse, mayPass: (party) => !noStation.has(party) },
      (parties) => leastFen(parties) ?? -1,
    );
    const links = new Set(paths.flatMap(linksOfPath));
    return ok({
      ...subgraphOf(
        store,
        new Set([from, to, ...paths.flat()]),
        [...links].map((link) => linkAt(graph, link)),
      ),
      paths: paths.map((parties) => ({
        parties,
        links: linksOfPath(parties).map((link) => linkId(graph, link)),
        minFen: leastFen(parties),
      })),
      examined,
      truncated,
    });
  },
);

/** Of several links for one hop, the one shown: money before none, then the larger sum, then the order of the kinds. */
function bestLinks(
  graph: Adjacency,
  directed: boolean,
  mayUse: (link: number) => boolean,
): (a: number, b: number) => number {
  const known = new Map<number, number>();
  const weight = (link: number) => (Number.isNaN(graph.fen[link]!) ? -1 : graph.fen[link]!);
  return (a, b) => {
    const hop = a * 2 ** 26 + b;
    let best = known.get(hop) ?? -1;
    if (best !== -1) return best;
    for (const link of [...linksFrom(graph, a, b), ...(directed ? [] : linksFrom(graph, b, a))]) {
      if (!mayUse(link)) continue;
      const more = best === -1 ? 1 : weight(link) - weight(best);
      if (more > 0 || (more === 0 && graph.kind[link]! < graph.kind[best]!)) best = link;
    }
    known.set(hop, best);
    return best;
  };
}

/** The links a → b, looked for at the end with fewer links. */
function linksFrom(graph: Adjacency, a: number, b: number): Int32Array {
  const [out, into] = [leaving(graph, a), reaching(graph, b)];
  return out.length <= into.length
    ? out.filter((link) => graph.target[link] === b)
    : into.filter((link) => graph.source[link] === a);
}
