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

/** Edges as columns: what a million of them fit into. */
export interface EdgeColumns {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

/** Directed lists of `size` nodes; neighbours of a node are sorted, so that the order of the edges plays no part. */
export const directedLists = (size: number, edges: readonly Edge[]): GraphLists => listsOf(size, columnsOf(edges));

/** The same without directions: what goes either way between two nodes is one edge, which stands in both lists. */
export const undirectedLists = (size: number, edges: readonly Edge[]): GraphLists =>
  undirectedOf(size, columnsOf(edges));

/** Directed lists in which what goes from one node to another is one edge, and nothing goes to itself. */
export const joinedOf = (size: number, edges: EdgeColumns): GraphLists => joined(listsOf(size, withoutLoops(edges)));

export function undirectedOf(size: number, edges: EdgeColumns): GraphLists {
  const { from, to, weight } = withoutLoops(edges);
  const both = emptyColumns(2 * from.length);
  for (let i = 0; i < from.length; i++) {
    both.from[2 * i] = both.to[2 * i + 1] = from[i]!;
    both.to[2 * i] = both.from[2 * i + 1] = to[i]!;
    both.weight[2 * i] = both.weight[2 * i + 1] = weight[i]!;
  }
  return joined(listsOf(size, both));
}

const emptyColumns = (count: number): EdgeColumns => ({
  from: new Uint32Array(count),
  to: new Uint32Array(count),
  weight: new Float64Array(count),
});

function columnsOf(edges: readonly Edge[]): EdgeColumns {
  const columns = emptyColumns(edges.length);
  edges.forEach(({ from, to, weight }, i) => {
    columns.from[i] = from;
    columns.to[i] = to;
    columns.weight[i] = weight;
  });
  return columns;
}

function withoutLoops({ from, to, weight }: EdgeColumns): EdgeColumns {
  const kept = emptyColumns(from.length);
  let count = 0;
  for (let i = 0; i < from.length; i++) {
    if (from[i] === to[i]) continue;
    kept.from[count] = from[i]!;
    kept.to[count] = to[i]!;
    kept.weight[count++] = weight[i]!;
  }
  return {
    from: kept.from.subarray(0, count),
    to: kept.to.subarray(0, count),
    weight: kept.weight.subarray(0, count),
  };
}

/** Sorted by end, then by start: counted into place twice, which keeps the order of equal ones. */
function listsOf(size: number, { from, to, weight }: EdgeColumns): GraphLists {
  const byEnd = placesBy(size, to).order;
  const { starts, order } = placesBy(size, from, byEnd);
  const [ends, weights] = [new Uint32Array(from.length), new Float64Array(from.length)];
  for (let i = 0; i < order.length; i++) {
    ends[i] = to[order[i]!]!;
    weights[i] = weight[order[i]!]!;
  }
  return { starts, ends, weights };
}

function placesBy(size: number, keys: Uint32Array, visit?: Uint32Array): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++;
  for (let node = 0; node < size; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const at = visit ? visit[i]! : i;
    order[next[keys[at]!]!++] = at;
  }
  return { starts, order };
}

/** Neighbours that stand several times in a list become one, their weights added up. */
function joined({ starts, ends, weights }: GraphLists): GraphLists {
  const size = starts.length - 1;
  const now = new Uint32Array(size + 1);
  let count = 0;
  for (let node = 0; node < size; node++) {
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      if (count > now[node]! && ends[count - 1] === ends[i]) {
        weights[count - 1]! += weights[i]!;
        continue;
      }
      ends[count] = ends[i]!;
      weights[count++] = weights[i]!;
    }
    now[node + 1] = count;
  }
  return { starts: now, ends: ends.subarray(0, count), weights: weights.subarray(0, count) };
}
