import { type Day, dayOfStamp } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { published } from '../truth/published-defaults.ts';
import type { Hospital, Population } from '../world/population.ts';
import type { Person, Transfer } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** Staff of a hospital whom nothing has been planted on, and who bear no name of the cast. */
export function unclaimedStaff(world: World, hospital: Hospital, population: Population): Person[] {
  const cast: readonly Person[] = [population.cast.chief, population.cast.equipmentHead, population.cast.lecturer];
  return hospital.staff.filter((person) => !world.claimed(person) && !cast.includes(person));
}

/** Somebody on the staff whom nothing has been planted on; when all are taken, a doctor who had not been mentioned so far. */
export function anyDoctor(world: World, population: Population, random: Random): Person {
  const free = population.hospitals.flatMap((hospital) => unclaimedStaff(world, hospital, population));
  if (free.length > 0) return random.pick(free);
  const hospital = random.pick(population.hospitals);
  return world.addPerson(random, {
    employer: hospital.org,
    dept: random.pick(hospital.departments),
    title: '主治医师',
  });
}

/** Standard deviation divided by mean. */
export function spreadOf(amounts: readonly Fen[]): number {
  const mean = amounts.reduce((sum, fen) => sum + fen, 0) / amounts.length;
  const variance = amounts.reduce((sum, fen) => sum + (fen - mean) ** 2, 0) / amounts.length;
  return Math.sqrt(variance) / mean;
}

export const isSenior = (person: Person): boolean => person.title === '主任医师' || person.title === '副主任医师';

/**
 * The payments inside the fullest stretch of `days` calendar days that `good` accepts, none if there is no such stretch.
 * One day less than published, so that it holds however a model counts the edges of its window.
 */
export function windowWith(
  payments: readonly Transfer[],
  days: Day,
  good: (inside: readonly Transfer[]) => boolean,
): readonly Transfer[] {
  const sorted = [...payments].sort((a, b) => a.at - b.at);
  let best: readonly Transfer[] = [];
  for (const first of sorted) {
    const from = dayOfStamp(first.at);
    const inside = sorted.filter((each) => dayOfStamp(each.at) >= from && dayOfStamp(each.at) - from < days - 1);
    if (inside.length > best.length && good(inside)) best = inside;
  }
  return best;
}

/** Those of one payer's payments to people that meet the published definition of fan-out; none if they do not. */
export const fannedOut = (payments: readonly Transfer[]): readonly Transfer[] =>
  windowWith(
    payments,
    published.fanOut.days,
    (inside) =>
      new Set(inside.map((each) => each.to.holder)).size >= published.fanOut.payees &&
      spreadOf(inside.map((each) => each.fen)) <= published.fanOut.spread,
  );
