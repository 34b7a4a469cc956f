import type { Adjacency } from '../adjacency.ts';

/** 流入、流出: the money a party received and gave, in fen, cash and payment institutions included: the figures of its card. */
export interface Strength {
  readonly inFen: Float64Array;
  readonly outFen: Float64Array;
}

/** By party id. `within`: only money among these. Sums of kinds that carry no money of their own are in none. */
export function strengthOf(graph: Adjacency, within?: ReadonlySet<number>): Strength {
  const parties = graph.outStart.length;
  const [inFen, outFen] = [new Float64Array(parties), new Float64Array(parties)];
  for (let link = 0; link < graph.links; link++) {
    const fen = graph.fen[link]!;
    if (!graph.money.has(graph.kind[link]!) || Number.isNaN(fen)) continue;
    const [source, target] = [graph.source[link]!, graph.target[link]!];
    if (within && !(within.has(source) && within.has(target))) continue;
    outFen[source]! += fen;
    inFen[target]! += fen;
  }
  return { inFen, outFen };
}
