import type { GraphLists } from './graph-lists.ts';

const ROUNDS = 3_000;
const EXACT = 1e-11;

/**
 * 特征向量中心性 (Bonacich 1972, doi 10.1080/0022250X.1972.9989806): whoever is joined with the important is important. By repeated
 * multiplication with the weights and each node's own value, which also settles on graphs of two sides. The squares add up to 1. Lists are
 * undirected. `settled`: whether the last round moved nothing.
 */
export function eigenvector(
  { starts, ends, weights }: GraphLists,
  breathe?: () => void,
): { values: Float64Array; settled: boolean } {
  const size = starts.length - 1;
  let heaviest = 0;
  for (const weight of weights) heaviest = Math.max(heaviest, weight);
  let values = new Float64Array(size).fill(1 / Math.sqrt(size));
  if (heaviest === 0) return { values: values.fill(0), settled: true };
  const parts = weights.map((weight) => weight / heaviest);
  for (let round = 0; round < ROUNDS; round++) {
    breathe?.();
    const next = new Float64Array(size);
    let squares = 0;
    for (let node = 0; node < size; node++) {
      const end = starts[node + 1]!;
      let sum = values[node]!;
      for (let i = starts[node]!; i < end; i++) sum += parts[i]! * values[ends[i]!]!;
      next[node] = sum;
      squares += sum ** 2;
    }
    const length = Math.sqrt(squares);
    let moved = 0;
    for (let node = 0; node < size; node++) {
      next[node]! /= length;
      moved += Math.abs(next[node]! - values[node]!);
    }
    values = next;
    if (moved < EXACT * size) return { values, settled: true };
  }
  return { values, settled: false };
}
