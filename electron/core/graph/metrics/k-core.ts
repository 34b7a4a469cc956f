import { type Edge, type GraphLists, undirectedLists } from './graph-lists.ts';

/**
 * k-核 (Seidman 1983; counted as Batagelj and Zaversnik 2003 do, arXiv cs/0310049): the largest k such that the node is left when everybody with
 * fewer than k neighbours is taken away, again and again. Lists are undirected.
 */
export function coreNumbers({ starts, ends }: GraphLists): Uint32Array {
  const size = starts.length - 1;
  const core = new Uint32Array(size);
  let most = 0;
  for (let node = 0; node < size; node++) {
    core[node] = starts[node + 1]! - starts[node]!;
    most = Math.max(most, core[node]!);
  }
  // nodes by the number of neighbours they have left; where each number begins
  const begin = new Uint32Array(most + 2);
  for (const degree of core) begin[degree + 1]!++;
  for (let degree = 0; degree <= most; degree++) begin[degree + 1]! += begin[degree]!;
  const [order, place, next] = [new Uint32Array(size), new Uint32Array(size), begin.slice()];
  for (let node = 0; node < size; node++) {
    place[node] = next[core[node]!]!++;
    order[place[node]!] = node;
  }
  for (let i = 0; i < size; i++) {
    const node = order[i]!;
    for (let j = starts[node]!; j < starts[node + 1]!; j++) {
      const other = ends[j]!;
      if (core[other]! <= core[node]!) continue;
      // to the front of those with as many, and the front moves past it
      const [front, was] = [begin[core[other]!]!, place[other]!];
      const first = order[front]!;
      order[was] = first;
      place[first] = was;
      order[front] = other;
      place[other] = front;
      begin[core[other]!]!++;
      core[other]!--;
    }
  }
  return core;
}

/** What is left when whoever deals with one other only is left out, again and again: a ring, and what joins rings. A tree leaves nothing. */
export function withoutLeaves(pairs: ReadonlyArray<Pick<Edge, 'from' | 'to'>>): ReadonlySet<number> {
  const nodes = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  const place = new Map(nodes.map((node, i) => [node, i]));
  const edges = pairs.map(({ from, to }) => ({ from: place.get(from)!, to: place.get(to)!, weight: 1 }));
  const core = coreNumbers(undirectedLists(nodes.length, edges));
  return new Set(nodes.filter((_, i) => core[i]! >= 2));
}
