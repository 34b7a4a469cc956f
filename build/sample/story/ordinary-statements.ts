/** Statements of people and firms who have nothing to do with it: investigators always hold more than they need. */
import type { SampleOptions, SizePlan } from '../options.ts';
import { monthsBetween, two } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';
import type { Population } from '../world/population.ts';
import { CASE_FROM, CASE_TO, type World } from '../world/world.ts';
import type { MeetingHall } from './background-meetings.ts';

export function ordinaryStatements(
  world: World,
  plan: SizePlan,
  population: Population,
  hall: MeetingHall,
  options: SampleOptions,
): void {
  const random = world.random('ordinary-statements');
  const wanted = Math.max(5, plan.statements - world.statements.size);
  const unknown = (holder: Population['makers'][number] | Population['guests'][number]) =>
    !world.claimed(holder) && !world.statements.has(world.accountOf(holder).id);
  const firms = [...hall.honestMakers, ...population.csos].filter(unknown);
  const people = population.hospitals.flatMap((hospital) => [...hospital.staff, ...hospital.keyPosts]).filter(unknown);
  const someFirms = random.sample(firms, Math.min(Math.floor(firms.length / 2), Math.floor(wanted * 0.3)));
  const somePeople = random.sample(people, wanted - someFirms.length);
  for (const holder of [...someFirms, ...somePeople]) {
    world.obtain(world.accountOf(holder), { gaps: missingMonths(random, options.noise) });
  }
}

/** Months the bank did not deliver: one in twenty. */
export function missingMonths(random: Random, noise: number): Set<string> {
  const gaps = new Set<string>();
  for (const { year, month } of monthsBetween(CASE_FROM, CASE_TO)) {
    if (random.chance(0.1 * noise)) gaps.add(`${year}-${two(month)}`);
  }
  return gaps;
}
