import { secondsOfTime } from '../../../../shared/evidence/time.ts';

/** When a row happened: `day` counts days since 1970, `second` is the time of day, NO_TIME where the row has none. */
export interface Moment {
  readonly day: number;
  readonly second: number;
}

/** How far a chain of rows has come: rows of one day without a time stand in any order, so `floor` is the earliest second its latest row can have. */
export interface Reached {
  readonly day: number;
  readonly floor: number;
}

export const NO_TIME = -1;

/** 14:30:25 as seconds; NO_TIME where there is none. */
export const secondOf = (time: string | null): number => (time === null ? NO_TIME : secondsOfTime(time));

export const reachedBy = ({ day, second }: Moment): Reached => ({ day, floor: Math.max(0, second) });

/** The chain with this row after it, or undefined where the row was before its latest one. */
export function follow(chain: Reached, next: Moment): Reached | undefined {
  if (next.day < chain.day) return undefined;
  if (next.day > chain.day) return reachedBy(next);
  if (next.second === NO_TIME) return chain;
  return next.second >= chain.floor ? { day: next.day, floor: next.second } : undefined;
}

/** Earlier first; of one day those without a time first. */
export const byMoment = (a: Moment, b: Moment): number => a.day - b.day || a.second - b.second;
