/** When proper conferences are held, and who can be there. */
import { type Day, inLongHoliday, weekdayOf } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';
import type { Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** A day from the wished one on that is no long holiday; large meetings begin on Friday or Saturday. */
export function meetingDay(wished: Day, large: boolean): Day {
  let day = wished;
  while (inLongHoliday(day) || (large ? ![5, 6].includes(weekdayOf(day)) : [0].includes(weekdayOf(day)))) day++;
  return day;
}

/** Up to `count` of `people` who are in no other city on those days; they are now in `city`. */
export function gather(
  world: World,
  random: Random,
  people: readonly Person[],
  count: number,
  where: { city: string; from: Day; days: number },
): Person[] {
  const found: Person[] = [];
  for (const person of random.sample(people, people.length)) {
    if (found.length === count) break;
    if (goes(world, person, where)) found.push(person);
  }
  return found;
}

/** Whether this person can be there all those days. */
export function goes(world: World, person: Person, where: { city: string; from: Day; days: number }): boolean {
  for (let i = 0; i < where.days; i++) if (!world.place(person, where.from + i, where.city)) return false;
  return true;
}
