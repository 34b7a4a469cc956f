import type { Store } from '../store/connect.ts';
import { adjacency } from './adjacency.ts';
import { type DrawnLink, type LinkFilter, linksOf } from './party-links.ts';

/** A party one link away, with all links to and from it. */
export interface Neighbour {
  readonly party: number;
  readonly links: DrawnLink[];
}

export type NeighbourOrder = 'amount' | 'rows' | 'recent';

/** The neighbours of a party that pass the filter, first the most. Sums of different kinds are never added: the largest link counts. */
export function neighboursOf(store: Store, party: number, filter: LinkFilter, order: NeighbourOrder): Neighbour[] {
  const byParty = new Map<number, Neighbour>();
  for (const link of linksOf(store, adjacency(store), party, filter)) {
    const other = link.source === party ? link.target : link.source;
    const known = byParty.get(other);
    if (known) known.links.push(link);
    else byParty.set(other, { party: other, links: [link] });
  }
  const ranked = [...byParty.values()].map((neighbour) => ({ neighbour, rank: ranks[order](neighbour.links) }));
  ranked.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank < b.rank ? 1 : -1;
    return rows(b.neighbour.links) - rows(a.neighbour.links) || a.neighbour.party - b.neighbour.party;
  });
  return ranked.map(({ neighbour }) => neighbour);
}

const rows = (links: readonly DrawnLink[]): number => links.reduce((sum, link) => sum + link.rows, 0);

const ranks: Readonly<Record<NeighbourOrder, (links: readonly DrawnLink[]) => number | string>> = {
  amount: (links) => Math.max(...links.map(({ fen }) => fen ?? Number.NEGATIVE_INFINITY)),
  rows,
  recent: (links) => links.reduce((latest, { last }) => (last !== null && last > latest ? last : latest), ''),
};
