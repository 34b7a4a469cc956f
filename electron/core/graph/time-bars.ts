import { addDays, dayNumber, daysBetween, daysInMonth } from '../../../shared/evidence/day.ts';
import type { BarUnit } from '../../../shared/protocol/period.requests.ts';

/** One bar of the time bar; both days belong to it. */
export interface Bar {
  readonly from: string;
  readonly to: string;
}

/** As many bars as can still be told apart and taken hold of in the width of a small screen. */
const MOST = { day: 70, week: 105, month: 180 } as const;

/** Days where the span is short, then weeks, months, years. */
export function unitFor(first: string, last: string): BarUnit {
  const days = daysBetween(first, last) + 1;
  if (days <= MOST.day) return 'day';
  if (days <= MOST.week * 7) return 'week';
  return days <= MOST.month * 30.4 ? 'month' : 'year';
}

/** All bars from the first day to the last, those without a row too. Weeks begin on Monday. */
export function barsFor(first: string, last: string, unit: BarUnit): Bar[] {
  const bars: Bar[] = [];
  for (let from = startOf(first, unit); from <= last; ) {
    const next = after(from, unit);
    bars.push({ from, to: addDays(next, -1) });
    from = next;
  }
  return bars;
}

function startOf(day: string, unit: BarUnit): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  // 1970-01-01 was a Thursday
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return addDays(day, -weekday);
}

function after(from: string, unit: BarUnit): string {
  if (unit === 'day') return addDays(from, 1);
  if (unit === 'week') return addDays(from, 7);
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  if (unit === 'month') return addDays(from, daysInMonth(year, month));
  return `${String(year + 1).padStart(4, '0')}-01-01`;
}

/** At which bar a day stands; undefined outside of all. */
export function barAt(bars: readonly Bar[], day: string): number | undefined {
  let [low, high] = [0, bars.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bars[middle]!.to < day) low = middle + 1;
    else high = middle;
  }
  const bar = bars[low];
  return bar && bar.from <= day ? low : undefined;
}
