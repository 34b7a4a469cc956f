import type { GraphLists } from './graph-lists.ts';
import { spread } from './spread.ts';

export interface Passing {
  /** from where paths start, and where they must end to count; every node when left out */
  readonly sources?: readonly number[];
  readonly targets?: readonly number[];
  /** nodes at which a path ends: it may start there or arrive, and never pass through */
  readonly barriers?: readonly number[];
  /** the longest path that counts; without it any */
  readonly depth?: number;
  /** beyond so many sources that many of them stand for all, evenly spread over the given order */
  readonly pivots?: number;
  readonly breathe?: () => void;
}

/**
 * 介数中心性 (Brandes 2001, doi 10.1080/0022250X.2001.9990249; on subsets Brandes 2008): for each node, over all pairs of a source and a target, the
 * share of the shortest directed paths between the two that pass through it. Between two nodes of which one is both ends nothing passes. Exact up
 * to `pivots` sources; beyond that those chosen count for as many times as they stand for others.
 */
export function betweenness({ starts, ends }: GraphLists, passing: Passing = {}): Float64Array {
  const size = starts.length - 1;
  const { depth = Number.POSITIVE_INFINITY, breathe } = passing;
  const all = passing.sources ?? Array.from({ length: size }, (_, i) => i);
  const sources = spread(all, passing.pivots ?? all.length);
  const isTarget = new Uint8Array(size).fill(passing.targets ? 0 : 1);
  for (const target of passing.targets ?? []) isTarget[target] = 1;
  const isBarrier = new Uint8Array(size);
  for (const barrier of passing.barriers ?? []) isBarrier[barrier] = 1;
  const sum = new Float64Array(size);
  const distance = new Int32Array(size).fill(-1);
  const paths = new Float64Array(size);
  const share = new Float64Array(size);
  const queue = new Uint32Array(size);
  for (const source of sources) {
    breathe?.();
    let reached = 1;
    queue[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    for (let at = 0; at < reached; at++) {
      const node = queue[at]!;
      const next = distance[node]! + 1;
      if (next > depth) break;
      if (isBarrier[node] === 1 && node !== source) continue;
      const [own, last] = [paths[node]!, starts[node + 1]!];
      for (let i = starts[node]!; i < last; i++) {
        const end = ends[i]!;
        const known = distance[end]!;
        if (known === -1) {
          distance[end] = next;
          queue[reached++] = end;
          paths[end] = own;
        } else if (known === next) paths[end]! += own;
      }
    }
    for (let at = reached - 1; at >= 0; at--) {
      const node = queue[at]!;
      if (isBarrier[node] === 1 && node !== source) continue;
      const [own, next, last] = [paths[node]!, distance[node]! + 1, starts[node + 1]!];
      let passed = 0;
      for (let i = starts[node]!; i < last; i++) {
        const end = ends[i]!;
        if (distance[end] === next) passed += (own / paths[end]!) * (isTarget[end]! + share[end]!);
      }
      share[node] = passed;
      if (node !== source) sum[node]! += passed;
    }
    for (let at = 0; at < reached; at++) {
      const node = queue[at]!;
      distance[node] = -1;
      paths[node] = 0;
      share[node] = 0;
    }
  }
  const times = sources.length === 0 ? 1 : all.length / sources.length;
  return times === 1 ? sum : sum.map((each) => each * times);
}
