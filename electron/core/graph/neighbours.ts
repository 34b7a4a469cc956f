import type { ExpandGroup } from '../../../shared/protocol/graph.requests.ts';
import type { Store } from '../store/connect.ts';
import { type Adjacency, adjacency, dayAsNumber, kindIds, leaving, linkCount, reaching } from './adjacency.ts';
import { drawnAsOf } from './drawn-as.ts';
import { type DrawnLink, type LinkFilter, linksOf } from './party-links.ts';

export type NeighbourOrder = 'amount' | 'rows' | 'recent';

/** Parties one link away, each once, and what they are ranked by: as columns, because a hub has tens of thousands. */
export interface Neighbours {
  readonly parties: Int32Array;
  /** fen of the largest link, rows of all, or the latest day: sums of different kinds are never added */
  readonly ranks: Float64Array;
  readonly rows: Float64Array;
}

type Visit = (other: number, rows: number, fen: number, last: number) => void;

/** The parties one link away by links that pass the filter, in no order. `only`: by links of these groups. */
export function neighboursOf(
  store: Store,
  party: number,
  filter: LinkFilter,
  order: NeighbourOrder,
  only?: readonly ExpandGroup[],
): Neighbours {
  const graph = adjacency(store);
  const { kinds, minFen, ...more } = filter;
  if (!only && Object.values(more).every((value) => value === undefined)) {
    return gathered(linkCount(graph, party), order, (visit) => eachDrawn(graph, party, { kinds, minFen }, visit));
  }
  const links = linksOf(store, graph, party, filter);
  return gathered(links.length, order, (visit) => {
    for (const { source, target, rows, fen, last } of only ? inGroups(store, party, links, only) : links)
      visit(source === party ? target : source, rows, fen ?? Number.NaN, dayAsNumber(last));
  });
}

/** What of at most so many links is visited, by party. */
function gathered(most: number, order: NeighbourOrder, each: (visit: Visit) => void): Neighbours {
  const columns = { parties: new Int32Array(most), ranks: new Float64Array(most), rows: new Float64Array(most) };
  const { parties, ranks, rows } = columns;
  const places = new Map<number, number>();
  each((other, count, fen, last) => {
    const amount = Number.isNaN(fen) ? Number.NEGATIVE_INFINITY : fen;
    const rank = order === 'amount' ? amount : order === 'rows' ? count : last;
    const known = places.get(other);
    const place = known ?? places.size;
    if (known === undefined) {
      places.set(other, place);
      parties[place] = other;
      ranks[place] = rank;
    } else ranks[place] = order === 'rows' ? ranks[place]! + rank : Math.max(ranks[place]!, rank);
    rows[place]! += count;
  });
  return firstOf(columns, places.size);
}

const firstOf = ({ parties, ranks, rows }: Neighbours, count: number): Neighbours => ({
  parties: parties.subarray(0, count),
  ranks: ranks.subarray(0, count),
  rows: rows.subarray(0, count),
});

/** The neighbours without some of them. */
export function without({ parties, ranks, rows }: Neighbours, seen: ReadonlySet<number>): Neighbours {
  const left = { parties: parties.slice(), ranks: ranks.slice(), rows: rows.slice() };
  let count = 0;
  for (let at = 0; at < parties.length; at++) {
    if (seen.has(parties[at]!)) continue;
    left.parties[count] = parties[at]!;
    left.ranks[count] = ranks[at]!;
    left.rows[count++] = rows[at]!;
  }
  return firstOf(left, count);
}

/** So many of them from a place on, first the most. Of tens of thousands only those are put in order that come into question. */
export function pageOf({ parties, ranks, rows }: Neighbours, offset: number, limit: number): number[] {
  const wanted = offset + limit;
  const least = ranks.toSorted().at(-wanted) ?? Number.NEGATIVE_INFINITY;
  const places: number[] = [];
  for (let at = 0; at < ranks.length; at++) if (ranks[at]! >= least) places.push(at);
  places.sort((a, b) => {
    if (ranks[a] !== ranks[b]) return ranks[a]! < ranks[b]! ? 1 : -1;
    return rows[b]! - rows[a]! || parties[a]! - parties[b]!;
  });
  return places.slice(offset, wanted).map((at) => parties[at]!);
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
function eachDrawn(graph: Adjacency, party: number, { kinds, minFen }: LinkFilter, visit: Visit): void {
  const counts = kindIds.map((kind) => kinds === undefined || kinds.includes(kind));
  const { kind, rows, fen, last } = graph;
  const each = (links: Int32Array, others: Int32Array) => {
    for (let i = 0; i < links.length; i++) {
      const link = links[i]!;
      // of NaN it is never true that it is less: what carries no money has no sum that could be too small
      if (!counts[kind[link]!] || (minFen !== undefined && fen[link]! < minFen)) continue;
      visit(others[link]!, rows[link]!, fen[link]!, last[link]!);
    }
  };
  each(leaving(graph, party), graph.target);
  each(reaching(graph, party), graph.source);
}
