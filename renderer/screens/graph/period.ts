import { addDays } from '../../../shared/evidence/day.ts';
import type { TimeBarBar, TimeMark } from '../../../shared/protocol/period.requests.ts';

/** 时段: both days belong to it; without days it is all time. `undated` false leaves out rows without a day. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly undated?: false | undefined;
}

export const allTime: Period = {};

/** Whether a period leaves anything out. */
export const narrows = ({ from, to, undated }: Period): boolean =>
  from !== undefined || to !== undefined || undated === false;

/** The period as requests take it. */
export const asked = ({ from, to, undated }: Period) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(undated === false ? { undated } : {}),
});

/** Which bars a period covers: places of the first and the last one. */
export interface BarWindow {
  readonly from: number;
  readonly to: number;
}

type Bars = ReadonlyArray<Pick<TimeBarBar, 'from' | 'to'>>;

/** The bars that a period touches; all of them where it has no days. */
export function windowOf(bars: Bars, { from, to }: Period): BarWindow {
  const first = from === undefined ? 0 : bars.findIndex((bar) => bar.to >= from);
  const last = to === undefined ? bars.length - 1 : bars.findLastIndex((bar) => bar.from <= to);
  return { from: first < 0 ? bars.length - 1 : first, to: Math.max(0, last) };
}

/** The period of some bars; of all bars it has no days, so that rows outside of them are not lost. */
export function periodOf(bars: Bars, { from, to }: BarWindow, { undated }: Period): Period {
  const kept = undated === false ? { undated } : {};
  const [first, last] = [bars[from], bars[to]];
  if (!first || !last || (from === 0 && to === bars.length - 1)) return kept;
  return { from: first.from, to: last.to, ...kept };
}

/** The same number of bars further on; stops at both ends. */
export function moved({ from, to }: BarWindow, by: number, count: number): BarWindow {
  const step = Math.max(-from, Math.min(count - 1 - to, by));
  return { from: from + step, to: to + step };
}

/** Longer or shorter at its end; one bar at least. */
export const resized = ({ from, to }: BarWindow, by: number, count: number): BarWindow => ({
  from,
  to: Math.max(from, Math.min(count - 1, to + by)),
});

/** One step of a replay; undefined at the end. All time begins with the first (or last) bar. */
export function replayed(now: BarWindow, direction: 1 | -1, count: number): BarWindow | undefined {
  if (now.from === 0 && now.to === count - 1)
    return direction === 1 ? { from: 0, to: 0 } : { from: count - 1, to: count - 1 };
  const next = moved(now, direction, count);
  return next.from === now.from ? undefined : next;
}

/** 2024-07, or days where the period is no run of whole months. */
export function periodText({ from = '', to = '' }: Period): string {
  const wholeMonths = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!wholeMonths) return from === to ? from : `${from} ~ ${to}`;
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  if (first.endsWith('-01') && last.endsWith('-12'))
    return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)} ~ ${last.slice(0, 4)}`;
  return first === last ? first : `${first} ~ ${last}`;
}

/** Labels that stand side by side without touching: what is not labelled keeps its tick. The first ones asked for win. */
export function apart<T>(items: readonly T[], place: (item: T) => number, width: (item: T) => number): T[] {
  const taken: Array<readonly [number, number]> = [];
  return items.filter((item) => {
    const [from, to] = [place(item), place(item) + width(item)];
    if (taken.some(([a, b]) => from < b + 6 && to > a - 6)) return false;
    taken.push([from, to]);
    return true;
  });
}

const weight: Readonly<Record<TimeMark['kind'], number>> = {
  spring: 0,
  national: 1,
  midAutumn: 2,
  volume: 3,
  tender: 4,
  conference: 5,
};

/** Holidays come first when there is not room for every name, then what the case has fewest of. */
export const byWeight = (marks: readonly TimeMark[]): TimeMark[] =>
  marks.toSorted((a, b) => weight[a.kind] - weight[b.kind] || b.count - a.count || a.bar - b.bar);
