import type { ExpandGroup } from '../../../shared/protocol/graph.requests.ts';
import type { Store } from '../store/connect.ts';
import { type Adjacency, adjacency, dayAsNumber, kindIds, leaving, reaching } from './adjacency.ts';
import { drawnAsOf } from './drawn-as.ts';
import { type DrawnLink, type LinkFilter, linksOf, passes } from './party-links.ts';

export type NeighbourOrder = 'amount' | 'rows' | 'recent';

/** A party one link away, and what it is ranked by. */
interface Neighbour {
  readonly party: number;
  /** fen of its largest link, rows of all, or the latest day: sums of different kinds are never added */
  rank: number;
  rows: number;
}

type Visit = (other: number, rows: number, fen: number | null, last: number) => void;

/** The parties one link away by links that pass the filter, in no order. `only`: by links of these groups. */
export function neighboursOf(
  store: Store,
  party: number,
  filter: LinkFilter,
  order: NeighbourOrder,
  only?: readonly ExpandGroup[],
): Neighbour[] {
  const byParty = new Map<number, Neighbour>();
  const visit: Visit = (other, rows, fen, last) => {
    const rank = order === 'amount' ? (fen ?? Number.NEGATIVE_INFINITY) : order === 'rows' ? rows : last;
    const known = byParty.get(other);
    if (!known) {
      byParty.set(other, { party: other, rank, rows });
      return;
    }
    known.rank = order === 'rows' ? known.rank + rank : Math.max(known.rank, rank);
    known.rows += rows;
  };
  const { kinds, minFen, ...more } = filter;
  const graph = adjacency(store);
  if (!only && Object.values(more).every((value) => value === undefined))
    eachDrawn(graph, party, { kinds, minFen }, visit);
  else {
    const links = linksOf(store, graph, party, filter);
    for (const { source, target, rows, fen, last } of only ? inGroups(store, party, links, only) : links)
      visit(source === party ? target : source, rows, fen, dayAsNumber(last));
  }
  return [...byParty.values()];
}

/** So many of them from a place on, first the most. Of tens of thousands only those are put in order that come into question. */
export function pageOf(neighbours: readonly Neighbour[], offset: number, limit: number): number[] {
  const wanted = offset + limit;
  const ranks = Float64Array.from(neighbours, ({ rank }) => rank).sort();
  const least = ranks[ranks.length - wanted] ?? Number.NEGATIVE_INFINITY;
  return neighbours
    .filter(({ rank }) => rank >= least)
    .sort((a, b) => (a.rank !== b.rank ? (a.rank < b.rank ? 1 : -1) : b.rows - a.rows || a.party - b.party))
    .slice(offset, wanted)
    .map(({ party }) => party);
}

function inGroups(store: Store, party: number, links: readonly DrawnLink[], only: readonly ExpandGroup[]): DrawnLink[] {
  const wanted = new Set(only.map(({ kind, direction, drawnAs }) => `${kind} ${direction} ${drawnAs}`));
  const otherOf = ({ source, target }: DrawnLink) => (source === party ? target : source);
  const kindOf = drawnAsOf(store, links.map(otherOf));
  return links.filter((link) =>
    wanted.has(`${link.kind} ${link.source === party ? 'out' : 'in'} ${kindOf(otherOf(link))}`),
  );
}

/** Links as they were drawn, from the columns: a hub has tens of thousands. */
function eachDrawn(graph: Adjacency, party: number, filter: LinkFilter, visit: Visit): void {
  const counts = kindIds.map((kind) => filter.kinds === undefined || filter.kinds.includes(kind));
  const at = (link: number, other: number) => {
    if (!counts[graph.kind[link]!]) return;
    const money = graph.fen[link]!;
    const fen = Number.isNaN(money) ? null : money;
    if (passes({ kind: '', fen }, { minFen: filter.minFen })) visit(other, graph.rows[link]!, fen, graph.last[link]!);
  };
  for (const link of leaving(graph, party)) at(link, graph.target[link]!);
  for (const link of reaching(graph, party)) at(link, graph.source[link]!);
}
