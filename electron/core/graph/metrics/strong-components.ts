import type { GraphLists } from './graph-lists.ts';

/**
 * 强连通分量 (Tarjan 1972, doi 10.1137/0201010, without recursion): for each node the first node of those that it reaches and that reach it, along
 * the direction. Whoever is alone in one stands in no round trip.
 */
export function strongComponentsIn({ starts, ends }: Pick<GraphLists, 'starts' | 'ends'>): Uint32Array {
  const size = starts.length - 1;
  const none = 2 ** 32 - 1;
  const first = new Uint32Array(size).fill(none);
  const [seen, low, next] = [new Uint32Array(size), new Uint32Array(size), starts.slice(0, size)];
  const [open, path] = [new Uint32Array(size), new Uint32Array(size)];
  let [count, opened] = [0, 0];
  for (let seed = 0; seed < size; seed++) {
    if (seen[seed] !== 0) continue;
    let depth = 0;
    const enter = (node: number) => {
      seen[node] = low[node] = ++count;
      open[opened++] = node;
      path[depth++] = node;
    };
    enter(seed);
    while (depth > 0) {
      const node = path[depth - 1]!;
      if (next[node]! < starts[node + 1]!) {
        const end = ends[next[node]!++]!;
        if (seen[end] === 0) enter(end);
        else if (first[end] === none && seen[end]! < low[node]!) low[node] = seen[end]!;
        continue;
      }
      depth--;
      if (depth > 0 && low[node]! < low[path[depth - 1]!]!) low[path[depth - 1]!] = low[node]!;
      if (low[node] !== seen[node]) continue;
      const from = open.lastIndexOf(node, opened - 1);
      let least = node;
      for (let i = from; i < opened; i++) least = Math.min(least, open[i]!);
      for (; opened > from; opened--) first[open[opened - 1]!] = least;
    }
  }
  return first;
}
