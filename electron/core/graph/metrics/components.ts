import type { GraphLists } from './graph-lists.ts';

/**
 * 连通分量: for each node the first node of what hangs together with it, whatever the direction. `may` says which steps join; without it all do.
 * Lists are undirected.
 */
export function componentsIn(
  { starts, ends }: GraphLists,
  may: (node: number, end: number) => boolean = () => true,
): Uint32Array {
  const size = starts.length - 1;
  const none = 2 ** 32 - 1;
  const first = new Uint32Array(size).fill(none);
  const queue = new Uint32Array(size);
  for (let seed = 0; seed < size; seed++) {
    if (first[seed] !== none) continue;
    first[seed] = seed;
    queue[0] = seed;
    for (let at = 0, reached = 1; at < reached; at++) {
      const node = queue[at]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const end = ends[i]!;
        if (first[end] !== none || !may(node, end)) continue;
        first[end] = seed;
        queue[reached++] = end;
      }
    }
  }
  return first;
}
