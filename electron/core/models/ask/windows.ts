import { dayNumber } from '../../../../shared/evidence/day.ts';

/** Part of a list sorted by day: items from `from` up to but not including `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The windows of so many calendar days (first and last day included) over items sorted by day, each as long as it can be:
 * a window that lies inside another is left out. 7 days reach from a Monday to the Sunday after it.
 */
export function windowsOf(items: ReadonlyArray<{ readonly day: string }>, days: number): Window[] {
  const at = items.map((item) => dayNumber(item.day));
  const windows: Window[] = [];
  let to = 0;
  for (let from = 0; from < at.length; from++) {
    const before = to;
    while (to < at.length && at[to]! - at[from]! < days) to++;
    if (from === 0 || to > before) windows.push({ from, to });
  }
  return windows;
}

/** Windows that touch or overlap become one episode. They must be given in order. */
export function episodesOf(windows: readonly Window[]): Window[] {
  const episodes: Window[] = [];
  for (const window of windows) {
    const last = episodes.at(-1);
    if (last && window.from < last.to)
      episodes[episodes.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else episodes.push(window);
  }
  return episodes;
}
