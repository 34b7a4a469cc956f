import { type Adjacency, linksFrom } from '../adjacency.ts';

/** Of several links for one hop, the one shown: money before none, then the larger sum, then the order of the kinds. */
export function moreShown(graph: Adjacency, link: number, other: number): boolean {
  const more = weight(graph, link) - weight(graph, other);
  return more > 0 || (more === 0 && graph.kind[link]! < graph.kind[other]!);
}

/** The link shown for a hop; -1 where no link may be used. */
export function bestLinks(
  graph: Adjacency,
  directed: boolean,
  mayUse: (link: number) => boolean,
): (a: number, b: number) => number {
  const known = new Map<number, number>();
  return (a, b) => {
    const hop = a * 2 ** 26 + b;
    let best = known.get(hop) ?? -1;
    if (best !== -1) return best;
    for (const link of [...linksFrom(graph, a, b), ...(directed ? [] : linksFrom(graph, b, a))])
      if (mayUse(link) && (best === -1 || moreShown(graph, link, best))) best = link;
    known.set(hop, best);
    return best;
  };
}

const weight = (graph: Adjacency, link: number) => (Number.isNaN(graph.fen[link]!) ? -1 : graph.fen[link]!);
