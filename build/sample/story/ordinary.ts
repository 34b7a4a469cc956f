/** What ordinary payments cost. */
import { type Day, inLongHoliday, isWorked, type Stamp, stampOf, weekdayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';

/** Limits below which people who hide something stay; the background keeps out of the strip under them. */
const limits = [1_000, 5_000, 10_000, 20_000, 50_000, 500_000, 2_000_000].map(yuan);

/** An amount that nobody can mistake for one kept just below a limit. */
export function ordinary(fen: Fen): Fen {
  const near = limits.find((limit) => fen >= limit * 0.74 && fen < limit);
  return near === undefined ? fen : Math.round(fen * 0.71);
}

/** Seven of ten between nine and five, the rest whenever. */
export function anyHour(random: Random, day: Day): Stamp {
  const hour = random.chance(0.7) ? random.int(9, 16) : random.int(6, 22);
  return stampOf(day, hour, random.int(0, 59), random.int(0, 59));
}

/** A working day in [from, to]; companies book little on Sundays and in the long holidays. */
export function workday(random: Random, from: Day, to: Day): Day {
  let day = random.int(from, to);
  for (
    let attempt = 0;
    attempt < 20 && (inLongHoliday(day) || weekdayOf(day) === 0 || (weekdayOf(day) === 6 && attempt < 8));
    attempt++
  ) {
    day = random.int(from, to);
  }
  return day;
}

/** A day in [from, to] that offices worked, weekends that were worked for a holiday among them; the last one drawn where none of twenty was. */
export function workedDay(random: Random, from: Day, to: Day): Day {
  let day = random.int(from, to);
  for (let attempt = 0; attempt < 20 && !isWorked(day); attempt++) day = random.int(from, to);
  return day;
}
