import type { Fits } from './fits.ts';
import type { NameIndex } from './name-index.ts';

/** Parties that fit, the best first. */
export interface FoundParties {
  readonly total: number;
  /** whether all that fit were looked at; if not, there may be more than `total` */
  readonly whole: boolean;
  page(offset: number, limit: number): number[];
}

/** What one index found between two places. */
export interface Part {
  readonly index: NameIndex;
  readonly places: Int32Array;
  readonly ranks: Uint8Array;
  /** how many have each rank */
  readonly counts: readonly number[];
}

/** The places of `fits` from `from` on and before `to` that stand for a party that may be found. */
export function partOf(
  index: NameIndex,
  fits: Fits,
  [from, to]: readonly [number, number],
  only?: (party: number) => boolean,
): Part {
  const { isChanged, order } = index;
  const all = fits.places;
  const isNone = from >= to;
  const places = new Int32Array(isNone ? 0 : all.length);
  const ranks = new Uint8Array(places.length);
  const counts: number[] = [];
  let count = 0;
  for (let i = 0; i < places.length; i++) {
    const place = all[i]!;
    if (place < from || place >= to || isChanged?.[place] === 1 || (only && !only(order.parties[place]!))) continue;
    const rank = fits.rankOf(place);
    places[count] = place;
    ranks[count++] = rank;
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  return { index, places: places.subarray(0, count), ranks: ranks.subarray(0, count), counts };
}

/** Joins what the large index and the small one of changed parties found. `whole`: see FoundParties. */
export class Ranked implements FoundParties {
  readonly total: number;
  readonly whole: boolean;
  readonly #parts: readonly Part[];

  constructor(parts: readonly Part[], whole: boolean) {
    this.#parts = parts;
    this.whole = whole;
    this.total = parts.reduce((sum, { places }) => sum + places.length, 0);
  }

  /** By rank; among equals the parties with more rows first. */
  page(offset: number, limit: number): number[] {
    const page: number[] = [];
    const ranks = Math.max(0, ...this.#parts.map(({ counts }) => counts.length));
    let skipped = 0;
    for (let rank = 1; rank < ranks && page.length < limit; rank++) {
      const count = this.#parts.reduce((sum, { counts }) => sum + (counts[rank] ?? 0), 0);
      const from = offset + page.length - skipped;
      if (from < count) page.push(...this.#ofRank(rank, from, limit - page.length));
      skipped += count;
    }
    return page;
  }

  #ofRank(rank: number, from: number, count: number): number[] {
    const found = this.#parts.flatMap(({ index: { order }, places, ranks, counts }) =>
      counts[rank] === undefined
        ? []
        : Array.from(first(places, ranks, rank, from + count), (place) => ({
            party: order.parties[place]!,
            rows: order.rows[place]!,
          })),
    );
    return found
      .sort((a, b) => b.rows - a.rows || a.party - b.party)
      .slice(from, from + count)
      .map(({ party }) => party);
  }
}

/** Beyond so many, sorting all is less work than keeping the first in order. */
const FEW = 64;

/** The lowest places of one rank, ascending. */
function first(places: Int32Array, ranks: Uint8Array, rank: number, count: number): Int32Array {
  const found = new Int32Array(count > FEW ? places.length : count);
  let kept = 0;
  for (let i = 0; i < places.length; i++) {
    if (ranks[i] !== rank) continue;
    const place = places[i]!;
    if (count > FEW) found[kept++] = place;
    else if (kept < count || place < found[kept - 1]!) {
      let at = kept < count ? kept++ : kept - 1;
      for (; at > 0 && found[at - 1]! > place; at--) found[at] = found[at - 1]!;
      found[at] = place;
    }
  }
  const all = found.subarray(0, kept);
  return count > FEW ? all.sort().subarray(0, count) : all;
}
