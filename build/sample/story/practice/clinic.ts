/** A ward with its doctors, and the months it kept books. */
import { type Day, isDayOff } from '../../plain/civil.ts';
import type { Random } from '../../plain/random.ts';
import { monthStart, type Ward } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import type { DrugClass } from './classes.ts';

export interface Clinic {
  readonly ward: Ward;
  readonly doctors: readonly Person[];
  readonly classes: readonly DrugClass[];
}

/** The months in which the sheets of the clinics were kept, counted as `monthStart` does: a year to compare with, and the two that follow. */
export const months = { from: 0, to: 35 } as const;

/** The patients of a clinic, ten thousand numbers for each: further clinics below the first, for above them begin those of other wards. */
export const firstPatient = (index: number): number => 98_000_000 - index * 10_000;

/** Events of a month of which `mean` are to be expected. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let product = random.next();
  let events = 0;
  while (product > limit) {
    product *= random.next();
    events++;
  }
  return events;
}

/** A day of the n-th month, never after the 27th; Sundays and the long holidays are half as busy. */
export function dayIn(random: Random, month: number): Day {
  const day = (): Day => monthStart(month) + random.int(0, 26);
  const wished = day();
  return isDayOff(wished) && random.chance(0.5) ? day() : wished;
}
