import type { GraphLists } from './graph-lists.ts';
import { spread } from './spread.ts';

/**
 * 接近中心性 (Freeman 1978, doi 10.1016/0378-8733(78)90021-7; over several components as Wasserman and Faust 1994): one divided by the mean number of
 * steps to everybody in reach, times the part of all that is in reach. Exact up to `pivots` nodes; beyond that the mean is taken over those chosen
 * (Eppstein and Wang 2004), and NaN where none of them is in reach. `component` is what `componentsIn` says of the same undirected lists.
 */
export function closeness(
  { starts, ends }: GraphLists,
  component: Uint32Array,
  { pivots = Number.POSITIVE_INFINITY, breathe }: { pivots?: number; breathe?: () => void } = {},
): Float64Array {
  const size = starts.length - 1;
  const sources = spread(
    Array.from({ length: size }, (_, i) => i),
    pivots,
  );
  const [steps, times] = [new Float64Array(size), new Uint32Array(size)];
  const distance = new Int32Array(size).fill(-1);
  const queue = new Uint32Array(size);
  for (const source of sources) {
    breathe?.();
    let reached = 1;
    queue[0] = source;
    distance[source] = 0;
    for (let at = 0; at < reached; at++) {
      const node = queue[at]!;
      const [next, last] = [distance[node]! + 1, starts[node + 1]!];
      for (let i = starts[node]!; i < last; i++) {
        const end = ends[i]!;
        if (distance[end] !== -1) continue;
        distance[end] = next;
        steps[end]! += next;
        times[end]!++;
        queue[reached++] = end;
      }
    }
    for (let at = 0; at < reached; at++) distance[queue[at]!] = -1;
  }
  const members = new Uint32Array(size);
  for (const first of component) members[first]!++;
  return Float64Array.from({ length: size }, (_, node) => {
    const others = members[component[node]!]! - 1;
    if (others === 0) return 0;
    return times[node] === 0 ? Number.NaN : (others / (size - 1)) * (times[node]! / steps[node]!);
  });
}
