import type { Adjacency } from '../adjacency.ts';
import { type EdgeColumns, type GraphLists, joinedOf, undirectedOf } from './graph-lists.ts';

/** What is measured: 资金, who gave whom money, weighted by the sum; or 全部关系, who has to do with whom in any way, all alike. */
export type Over = 'money' | 'all';

/** A part of the drawn links as a graph of its own; node i is party `parties[i]`. */
export interface Network {
  readonly parties: Int32Array;
  /** along the direction of the links */
  readonly directed: GraphLists;
  readonly undirected: GraphLists;
}

export interface Scope {
  readonly over: Over;
  /** only links among these; without it those of the whole case */
  readonly within?: ReadonlySet<number>;
  /** cash and payment institutions: they join people who have nothing to do with each other */
  readonly aside: ReadonlySet<number>;
}

/** The network of whoever has a link that counts, or of all parties `within`. Between two parties all links that count are one edge. */
export function networkOf(graph: Adjacency, { over, within, aside }: Scope): Network {
  const counts = (party: number) => !aside.has(party) && (within === undefined || within.has(party));
  const chosen: number[] = [];
  const member = new Uint8Array(graph.outStart.length);
  for (const party of within ?? []) if (counts(party) && party < member.length) member[party] = 1;
  for (let link = 0; link < graph.links; link++) {
    const [source, target] = [graph.source[link]!, graph.target[link]!];
    // a sum that is unknown, or came to nothing, is no money given
    if (over === 'money' && !(graph.money.has(graph.kind[link]!) && graph.fen[link]! > 0)) continue;
    if (source === target || !counts(source) || !counts(target)) continue;
    chosen.push(link);
    member[source] = member[target] = 1;
  }
  const place = new Int32Array(member.length);
  let size = 0;
  for (let party = 0; party < member.length; party++) if (member[party] === 1) place[party] = size++;
  const parties = new Int32Array(size);
  for (let party = 0; party < member.length; party++) if (member[party] === 1) parties[place[party]!] = party;
  const edges: EdgeColumns = {
    from: Uint32Array.from(chosen, (link) => place[graph.source[link]!]!),
    to: Uint32Array.from(chosen, (link) => place[graph.target[link]!]!),
    weight: Float64Array.from(chosen, (link) => (over === 'money' ? graph.fen[link]! : 1)),
  };
  const [directed, undirected] = [joinedOf(size, edges), undirectedOf(size, edges)];
  if (over === 'all') {
    // several links between two say nothing about how close they are
    directed.weights.fill(1);
    undirected.weights.fill(1);
  }
  return { parties, directed, undirected };
}
