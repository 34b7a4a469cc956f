/** A graph in two flat lists, as many as a million edges: the neighbours of node i are `ends[starts[i]] … ends[starts[i + 1] − 1]`. */
export interface GraphLists {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly weights: Float64Array;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Directed lists of `size` nodes; neighbours of a node are sorted, so that the order of the edges plays no part. */
export function directedLists(size: number, edges: readonly Edge[]): GraphLists {
  const starts = new Uint32Array(size + 1);
  for (const { from } of edges) starts[from + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const [ends, weights] = [new Uint32Array(edges.length), new Float64Array(edges.length)];
  for (const { from, to, weight } of edges.toSorted((a, b) => a.to - b.to)) {
    const at = next[from]!++;
    ends[at] = to;
    weights[at] = weight;
  }
  return { starts, ends, weights };
}

/** The same without directions: what goes either way between two nodes is one edge, which stands in both lists. */
export function undirectedLists(size: number, edges: readonly Edge[]): GraphLists {
  const pairs = new Map<number, number>();
  for (const { from, to, weight } of edges) {
    if (from === to) continue;
    const pair = Math.min(from, to) * size + Math.max(from, to);
    pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
  }
  const both: Edge[] = [];
  for (const [pair, weight] of pairs) {
    const [one, other] = [Math.floor(pair / size), pair % size];
    both.push({ from: one, to: other, weight }, { from: other, to: one, weight });
  }
  return directedLists(size, both);
}
