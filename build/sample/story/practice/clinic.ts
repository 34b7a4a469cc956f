/** A ward with its doctors, and the months it kept books. */
import type { Random } from '../../plain/random.ts';
import { monthStart, type Ward } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import type { DrugClass } from './classes.ts';

export interface Clinic {
  readonly ward: Ward;
  readonly doctors: readonly Person[];
  readonly classes: readonly DrugClass[];
}

/** The months in which the sheets of the clinics were kept, counted as `monthStart` does. */
export const months = { from: 12, to: 29 } as const;

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

/** A day of the n-th month, never after the 27th. */
export const dayIn = (random: Random, month: number): number => monthStart(month) + random.int(0, 26);
