import type { GraphLists } from './graph-lists.ts';

const FOLLOWS = 0.85;
const ROUNDS = 200;
const EXACT = 1e-10;

/**
 * PageRank (Brin and Page 1998, doi 10.1016/S0169-7552(98)00110-X): where a traveller is found who at each step goes on along an edge, chosen by its
 * weight, and one time in seven starts anew anywhere; so he does where nothing leads on. Adds up to 1.
 */
export function pageRank({ starts, ends, weights }: GraphLists, breathe?: () => void): Float64Array {
  const size = starts.length - 1;
  const strength = new Float64Array(size);
  for (let node = 0; node < size; node++)
    for (let i = starts[node]!; i < starts[node + 1]!; i++) strength[node]! += weights[i]!;
  let rank = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < ROUNDS; round++) {
    breathe?.();
    const next = new Float64Array(size);
    let lost = 0;
    for (let node = 0; node < size; node++) {
      if (strength[node] === 0) {
        lost += rank[node]!;
        continue;
      }
      const each = rank[node]! / strength[node]!;
      for (let i = starts[node]!; i < starts[node + 1]!; i++) next[ends[i]!]! += each * weights[i]!;
    }
    const anew = (1 - FOLLOWS + FOLLOWS * lost) / size;
    let moved = 0;
    for (let node = 0; node < size; node++) {
      next[node] = FOLLOWS * next[node]! + anew;
      moved += Math.abs(next[node]! - rank[node]!);
    }
    rank = next;
    if (moved < EXACT) break;
  }
  return rank;
}
