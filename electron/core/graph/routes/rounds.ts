import type { Circles } from './circles.ts';
import { follow, type Reached, reachedBy } from './moment.ts';
import type { Payments } from './payments.ts';

export interface RoundLimits {
  readonly minLength: number;
  readonly maxLength: number;
  /** from the first row to the last, at most */
  readonly windowDays: number;
  /** the smallest row of a round is at least this share of its largest */
  readonly keep: number;
}

/** What a search found: rounds as indexes into the rows, each row paid by the payee of the one before, and how far the search came. */
export interface Rounds {
  readonly rounds: readonly number[][];
  /** beginnings from which the search came to its end, of how many */
  readonly tried: number;
  readonly of: number;
}

/** So many steps in one search, and from one beginning; beyond that the answer says it was cut off. */
const MOST_STEPS = 20_000_000;
const MOST_STEPS_EACH = 100_000;
const MOST_ROUNDS = 200_000;

/**
 * 按时间先后的回流: every row at or after the one before, from the first payment on. Each payment is tried as the first; only payees from which the payer
 * can still be reached in time are followed. Rows of one day without a time may stand in any order.
 */
export function roundsInOrder(
  rows: Payments,
  circles: Circles,
  limits: RoundLimits,
  pulse: (done: number) => void,
): Rounds {
  const { minLength, maxLength, windowDays, keep } = limits;
  const rounds: number[][] = [];
  let [tried, steps] = [0, 0];
  let hops: ReadonlyMap<number, number> = new Map();
  for (let first = 0; first < rows.count; first++) {
    if (steps >= MOST_STEPS || rounds.length >= MOST_ROUNDS) break;
    const payer = rows.payer[first]!;
    if (first === rows.start[payer]) {
      hops = circles.hopsTo(payer, maxLength - 1);
      pulse(first);
    }
    let left = MOST_STEPS_EACH;
    const until = rows.day[first]! + windowDays;
    const path = [first];
    const visited = new Set([payer]);
    const walk = (at: number, reached: Reached, least: number, most: number): void => {
      visited.add(at);
      for (let i = firstOn(rows, at, reached.day); i < rows.start[at + 1]! && rows.day[i]! <= until; i++) {
        if (--left <= 0) break;
        const fen = rows.fen[i]!;
        const [less, more] = [Math.min(least, fen), Math.max(most, fen)];
        if (less < keep * more) continue;
        const then = follow(reached, { day: rows.day[i]!, second: rows.second[i]! });
        if (!then) continue;
        const next = rows.payee[i]!;
        if (next === payer) {
          if (path.length + 1 >= minLength && rounds.length < MOST_ROUNDS) rounds.push([...path, i]);
          continue;
        }
        if (visited.has(next) || (hops.get(next) ?? maxLength) > maxLength - path.length - 1) continue;
        path.push(i);
        walk(next, then, less, more);
        path.pop();
      }
      visited.delete(at);
    };
    const payee = rows.payee[first]!;
    const fen = rows.fen[first]!;
    if ((hops.get(payee) ?? maxLength) <= maxLength - 1)
      walk(payee, reachedBy({ day: rows.day[first]!, second: rows.second[first]! }), fen, fen);
    steps += MOST_STEPS_EACH - left;
    if (left > 0) tried++;
  }
  return { rounds, tried, of: rows.count };
}

/** The first row a party paid on a day or later. */
function firstOn(rows: Payments, party: number, day: number): number {
  let [low, high] = [rows.start[party]!, rows.start[party + 1]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.day[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * 不论先后的回流: circles of parties, and in each of them rounds that share no row, with all rows within the window. Each circle is tried from its
 * smallest party on, so that it is found once.
 */
export function roundsInAnyOrder(
  rows: Payments,
  circles: Circles,
  limits: RoundLimits,
  pulse: (done: number) => void,
): Rounds {
  const { minLength, maxLength } = limits;
  const rounds: number[][] = [];
  const pairs = rowsByPair(rows);
  const beginners = [...pairs.keys()].sort((a, b) => a - b);
  let [tried, steps] = [0, 0];
  for (const [done, begin] of beginners.entries()) {
    if (steps >= MOST_STEPS || rounds.length >= MOST_ROUNDS) break;
    pulse(done);
    const hops = circles.hopsTo(begin, maxLength - 1);
    let left = MOST_STEPS_EACH * 10;
    const path = [begin];
    const walk = (at: number): void => {
      for (const next of pairs.get(at)?.keys() ?? []) {
        if (--left <= 0) return;
        if (next === begin) {
          if (path.length < minLength) continue;
          const lists = path.map((party, i) => pairs.get(party)!.get(path[i + 1] ?? begin)!);
          left -= lists.reduce((sum, list) => sum + list.length, 0);
          rounds.push(...roundsOfCircle(rows, lists, limits));
        } else if (next > begin && !path.includes(next) && (hops.get(next) ?? maxLength) <= maxLength - path.length) {
          path.push(next);
          walk(next);
          path.pop();
        }
      }
    };
    walk(begin);
    steps += MOST_STEPS_EACH * 10 - Math.max(0, left);
    if (left > 0) tried++;
  }
  return { rounds, tried, of: beginners.length };
}

function rowsByPair(rows: Payments): Map<number, Map<number, number[]>> {
  const pairs = new Map<number, Map<number, number[]>>();
  for (let i = 0; i < rows.count; i++) {
    const payees = pairs.get(rows.payer[i]!) ?? new Map<number, number[]>();
    pairs.set(rows.payer[i]!, payees);
    const list = payees.get(rows.payee[i]!);
    if (list) list.push(i);
    else payees.set(rows.payee[i]!, [i]);
  }
  return pairs;
}

/** Rounds of one circle, the largest amounts first, until no further one fits. */
function roundsOfCircle(rows: Payments, lists: readonly number[][], { windowDays, keep }: RoundLimits): number[][] {
  const rounds: number[][] = [];
  let free = lists.map((list) => list.toSorted((a, b) => rows.day[a]! - rows.day[b]!));
  let amounts = [...new Set(free.flat().map((i) => rows.fen[i]!))].sort((a, b) => b - a);
  while (amounts.length > 0) {
    const [most = 0] = amounts;
    const fitting = free.map((list) => list.filter((i) => rows.fen[i]! <= most && rows.fen[i]! >= keep * most));
    const round = fitting.every((list) => list.length > 0) ? closestRows(rows, fitting) : undefined;
    const days = round?.map((i) => rows.day[i]!) ?? [];
    if (round === undefined || Math.max(...days) - Math.min(...days) > windowDays) {
      amounts = amounts.slice(1);
      continue;
    }
    rounds.push(round);
    free = free.map((list) => list.filter((i) => !round.includes(i)));
  }
  return rounds;
}

/** One row of each list, lists in the order of days, so that they lie as close together as possible. */
function closestRows(rows: Payments, lists: readonly number[][]): number[] {
  const at = lists.map(() => 0);
  let best: number[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (;;) {
    const now = at.map((place, list) => lists[list]![place]!);
    const days = now.map((i) => rows.day[i]!);
    const span = Math.max(...days) - Math.min(...days);
    if (span < width) [best, width] = [now, span];
    const earliest = days.indexOf(Math.min(...days));
    at[earliest]! += 1;
    if (at[earliest]! >= lists[earliest]!.length) return best;
  }
}
