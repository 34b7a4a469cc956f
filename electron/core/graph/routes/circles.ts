import type { Adjacency } from '../adjacency.ts';
import type { GraphLists } from '../metrics/graph-lists.ts';
import { strongComponentsIn } from '../metrics/strong-components.ts';

type Neighbours = Pick<GraphLists, 'starts' | 'ends'>;

/** Which parties can be part of a circle of at most so many hops, and how far each is from another along the money. */
export interface Circles {
  mayBe(payer: number, payee: number): boolean;
  /** hops from each party to `goal` along usable links, up to `most`; parties further away are absent */
  hopsTo(goal: number, most: number): ReadonlyMap<number, number>;
}

/**
 * The part of the money that can come back: links inside strongly connected parts, and, where circles have to lead through given parties, only those
 * on a closed walk of at most `maxLength` hops through one of them.
 */
export function circlesOf(
  graph: Adjacency,
  through: readonly number[],
  maxLength: number,
  mayUse: (link: number) => boolean,
  mayPass: (party: number) => boolean,
): Circles {
  const passes = (party: number) => mayPass(party) || through.includes(party);
  const isUsed = (link: number) => mayUse(link) && passes(graph.source[link]!) && passes(graph.target[link]!);
  const onward = listsOf(graph.outStart, (i) => i, graph.target, isUsed);
  const back = listsOf(graph.intoStart, (i) => graph.into[i]!, graph.source, isUsed);
  const part = strongComponentsIn(onward);
  const near = through.length === 0 ? null : new Set<number>();
  for (const party of through) {
    const [there, here] = [hopsFrom(onward, party, maxLength), hopsFrom(back, party, maxLength)];
    for (const [other, hops] of there) if (hops + (here.get(other) ?? maxLength) <= maxLength) near!.add(other);
  }
  const isNear = (party: number) => near === null || near.has(party);
  const mayBe = (payer: number, payee: number) =>
    part[payer] === part[payee] && passes(payer) && passes(payee) && isNear(payer) && isNear(payee);
  return { mayBe, hopsTo: (goal, most) => hopsFrom(back, goal, most, (party) => mayBe(party, goal)) };
}

/** The neighbours of each party over the links that are used; `linkAt` tells which link stands at each place. */
function listsOf(
  start: Int32Array,
  linkAt: (place: number) => number,
  end: Int32Array,
  isUsed: (link: number) => boolean,
): Neighbours {
  const starts = new Uint32Array(start.length);
  const ends = new Uint32Array(end.length);
  let count = 0;
  for (let party = 0; party + 1 < start.length; party++) {
    starts[party] = count;
    for (let i = start[party]!; i < start[party + 1]!; i++) {
      const link = linkAt(i);
      if (isUsed(link)) ends[count++] = end[link]!;
    }
  }
  starts[start.length - 1] = count;
  return { starts, ends: ends.subarray(0, count) };
}

function hopsFrom(
  { starts, ends }: Neighbours,
  start: number,
  most: number,
  may: (party: number) => boolean = () => true,
): Map<number, number> {
  const hops = new Map([[start, 0]]);
  let edge = [start];
  for (let depth = 1; depth <= most && edge.length > 0; depth++) {
    const further: number[] = [];
    for (const at of edge)
      for (let i = starts[at]!; i < starts[at + 1]!; i++) {
        const party = ends[i]!;
        if (hops.has(party) || !may(party)) continue;
        hops.set(party, depth);
        further.push(party);
      }
    edge = further;
  }
  return hops;
}
