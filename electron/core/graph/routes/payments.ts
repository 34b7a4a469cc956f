import { dayNumber } from '../../../../shared/evidence/day.ts';
import { dayAsText } from '../adjacency.ts';
import { byCount } from '../by-count.ts';
import type { MoneyRows } from '../money-rows.ts';

/** Rows of money that may be part of a circle, in the order of payers and of time; `start[p]` … `start[p + 1] − 1` are those that party p paid. */
export interface Payments {
  readonly count: number;
  readonly row: Int32Array;
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  readonly fen: Float64Array;
  /** days since 1970-01-01 */
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly start: Int32Array;
}

/** Those with a day from `since` to `until` (yyyymmdd), a sum of at least `minFen`, and parties that `mayBe` in it. */
export function paymentsOf(
  money: MoneyRows,
  wanted: { readonly minFen: number; readonly since: number; readonly until: number },
  mayBe: (payer: number, payee: number) => boolean,
): Payments {
  const { source, target, outStart } = money.graph;
  const chosen: number[] = [];
  for (let at = 0; at < money.count; at++) {
    const [day, fen, link] = [money.day[at]!, money.fen[at]!, money.link[at]!];
    if (day === 0 || day < wanted.since || day > wanted.until || fen <= 0 || fen < wanted.minFen) continue;
    if (mayBe(source[link]!, target[link]!)) chosen.push(at);
  }
  const parties = outStart.length;
  const dayOf = dayReader();
  const all = {
    payer: Int32Array.from(chosen, (at) => source[money.link[at]!]!),
    day: Int32Array.from(chosen, (at) => dayOf(money.day[at]!)),
    second: Int32Array.from(chosen, (at) => money.second[at]!),
  };
  const first = all.day.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = all.day.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const bySecond = byCount(
    all.second.map((second) => second + 1),
    86_401,
  );
  const byDay =
    chosen.length === 0
      ? bySecond
      : byCount(
          all.day.map((day) => day - first),
          last - first + 1,
          bySecond,
        );
  const order = byCount(all.payer, parties, byDay);
  const start = new Int32Array(parties + 2);
  for (const payer of all.payer) start[payer + 1]!++;
  for (let party = 0; party <= parties; party++) start[party + 1]! += start[party]!;
  const column = (value: (n: number) => number) => Int32Array.from(order, value);
  return {
    count: chosen.length,
    row: column((n) => money.row[chosen[n]!]!),
    payer: column((n) => all.payer[n]!),
    payee: column((n) => target[money.link[chosen[n]!]!]!),
    fen: Float64Array.from(order, (n) => money.fen[chosen[n]!]!),
    day: column((n) => all.day[n]!),
    second: column((n) => all.second[n]!),
    start,
  };
}

/** Days since 1970-01-01 of days as yyyymmdd: a million rows have some thousand. */
function dayReader(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const number = known.get(day) ?? dayNumber(dayAsText(day)!);
    known.set(day, number);
    return number;
  };
}
