import type { GraphLists } from './graph-lists.ts';

/** 度: with how many others a node has an edge. Lists are undirected. */
export const degrees = ({ starts }: GraphLists): Uint32Array =>
  Uint32Array.from({ length: starts.length - 1 }, (_, node) => starts[node + 1]! - starts[node]!);
