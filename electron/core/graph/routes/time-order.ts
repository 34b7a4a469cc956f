import type { BrokenHop } from '../../../../shared/protocol/routes.requests.ts';
import type { DatedRow, Hop } from './hop-rows.ts';
import { follow, type Reached, reachedBy } from './moment.ts';

/** Where a chain can stand after a hop: at this row, having come from `before`. */
export interface Station {
  /** null: no row of the chain has a day so far */
  readonly reached: Reached | null;
  readonly row: DatedRow | null;
  readonly broken: Pick<BrokenHop, 'why' | 'days'> | null;
  /** days by which its broken hops are off, all together */
  readonly off: number;
  readonly before: Station | null;
}

/** All rows at which a chain can stand with the fewest broken hops; earlier first. More broken hops never lead further: breaking later costs the same. */
export interface InOrder {
  readonly breaks: number;
  readonly stations: readonly Station[];
}

export interface OrderWanted {
  readonly order: 'strict' | 'tolerant';
  /** days between one row and the next, at most */
  readonly maxGap?: number | undefined;
}

export const beginning: InOrder = {
  breaks: 0,
  stations: [{ reached: null, row: null, broken: null, off: 0, before: null }],
};

/** The chain after one more hop; undefined where the hop cannot follow and must not be broken. */
export function inOrder({ breaks, stations }: InOrder, hop: Hop, wanted: OrderWanted): InOrder | undefined {
  const onward = (broken: Station['broken']) =>
    stations.map((before): Station => ({ ...before, row: null, broken, before }));
  if (hop.standing) return { breaks, stations: onward(null) };
  const tolerant = wanted.order === 'tolerant';
  if (hop.rows.length === 0)
    return tolerant ? { breaks: breaks + 1, stations: onward({ why: 'undated', days: null }) } : undefined;
  const rows = distinctMoments(hop.rows);
  const following = rows.flatMap((row) => followingAt(stations, row, wanted.maxGap) ?? []);
  if (following.length > 0) return { breaks, stations: following };
  if (!tolerant) return undefined;
  return { breaks: breaks + 1, stations: rows.map((row) => brokenAt(stations, row)) };
}

/** The chain that ends here with the least days off, first hop first. */
export function chainOf({ stations }: InOrder): Station[] {
  let best = stations[0]!;
  for (const station of stations) if (station.off < best.off) best = station;
  const chain: Station[] = [];
  for (let at: Station | null = best; at?.before; at = at.before) chain.push(at);
  return chain.reverse();
}

/** Of rows at one moment the largest: they lead equally far. */
function distinctMoments(rows: readonly DatedRow[]): DatedRow[] {
  const distinct: DatedRow[] = [];
  for (const row of rows) {
    const last = distinct.at(-1);
    if (last === undefined || last.day !== row.day || last.second !== row.second) distinct.push(row);
    else if ((row.from.fen ?? 0) > (last.from.fen ?? 0)) distinct[distinct.length - 1] = row;
  }
  return distinct;
}

/** The row after the chain: at the latest earlier day within the gap, else on the same day with the earliest floor. */
function followingAt(stations: readonly Station[], row: DatedRow, maxGap: number | undefined): Station | undefined {
  let best: { reached: Reached; before: Station } | undefined;
  for (let i = lastUpTo(stations, row.day); i >= 0; i--) {
    const before = stations[i]!;
    if (before.reached === null) {
      best ??= { reached: reachedBy(row), before };
      break;
    }
    if (maxGap !== undefined && row.day - before.reached.day > maxGap) break;
    const reached = follow(before.reached, row);
    if (!reached) continue;
    const better =
      !best ||
      reached.floor < best.reached.floor ||
      (reached.floor === best.reached.floor && before.off < best.before.off);
    if (better) best = { reached, before };
    // an earlier day without days off cannot be bettered
    if (before.reached.day < row.day && best!.before.off === 0) break;
  }
  return best && { reached: best.reached, row, broken: null, off: best.before.off, before: best.before };
}

/** The last station that is not after this day; −1: none. Stations without a day come first. */
function lastUpTo(stations: readonly Station[], day: number): number {
  let [low, high] = [0, stations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { reached } = stations[middle]!;
    if (reached === null || reached.day <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The row taken although it does not follow, beside the station nearest to it. */
function brokenAt(stations: readonly Station[], row: DatedRow): Station {
  const at = lastUpTo(stations, row.day);
  const [before, after] = [stations[at], stations[at + 1]];
  const late = before?.reached ? row.day - before.reached.day : Number.POSITIVE_INFINITY;
  const early = after?.reached ? after.reached.day - row.day : Number.POSITIVE_INFINITY;
  const isLate = late > 0 && late <= early && before !== undefined;
  const from = isLate || after === undefined ? before! : late === 0 ? before! : after;
  const days = Math.abs(row.day - from.reached!.day);
  return {
    reached: reachedBy(row),
    row,
    broken: { why: isLate ? 'too-late' : 'earlier', days },
    off: from.off + days,
    before: from,
  };
}
