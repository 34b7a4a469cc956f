import type { Joins } from './joins.ts';
import type { Mentions } from './read-mentions.ts';

/** The parties to be: cluster c holds the mentions (positions) items[start[c]] … items[start[c + 1] - 1], ascending; clusters in the order of their first. */
export interface Clusters {
  readonly count: number;
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** the cluster of each mention, -1 = it is the mention of nobody */
  readonly of: Int32Array;
}

export function clustersOf(mentions: Mentions, joins: Joins): Clusters {
  const of = new Int32Array(mentions.count).fill(-1);
  let count = 0;
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.sorts[mention] === 'nothing') continue;
    const root = joins.root(mention); // the lowest position: it was numbered before
    of[mention] = root === mention ? count++ : of[root]!;
  }
  const start = new Int32Array(count + 1);
  for (const cluster of of) if (cluster >= 0) start[cluster + 1]!++;
  for (let c = 0; c < count; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const items = new Int32Array(start[count]!);
  for (let mention = 0; mention < mentions.count; mention++)
    if (of[mention]! >= 0) items[next[of[mention]!]!++] = mention;
  return { count, start, items, of };
}

/** The mentions of one cluster. */
export const membersOf = ({ start, items }: Clusters, cluster: number): Int32Array =>
  items.subarray(start[cluster]!, start[cluster + 1]!);
