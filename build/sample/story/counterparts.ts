/** Statements of those whom many payments at hand lead to: real cases hold both sides of many transfers. */
import { type Day, dayOfStamp } from '../plain/civil.ts';
import type { Account } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { missingMonths } from './ordinary-statements.ts';

/** The part of the transfers between two accounts that stand in both statements. */
const IN_BOTH = 0.4;
/** So many people are asked for with every firm or hospital. */
const PEOPLE_PER_ORG = 5;

/**
 * Obtains statements of parties nothing is planted on, those whom most payments at hand lead to first, until so many transfers stand in both
 * statements. It adds no payment: whatever these statements show stands in another one already.
 */
export function obtainCounterparts(world: World, noise: number): void {
  const random = world.random('counterparts');
  const { inBoth, inOne, seen } = sidesOf(world);
  const ranked = [...seen]
    .filter(([{ holder }]) => holder.kind !== 'pseudo' && !world.claimed(holder))
    .sort(([a, some], [b, others]) => others.length - some.length || (a.id < b.id ? -1 : 1));
  const orgs = ranked.filter(([{ holder }]) => holder.kind === 'org');
  const people = ranked.filter(([{ holder }]) => holder.kind === 'person');
  const asked = orgs.flatMap((org, n) => [org, ...people.slice(n * PEOPLE_PER_ORG, (n + 1) * PEOPLE_PER_ORG)]);
  let missing = (inBoth + inOne) * IN_BOTH - inBoth;
  for (const [account, days] of asked) {
    if (missing <= 0) return;
    world.obtain(account, { gaps: missingMonths(random, noise) });
    missing -= days.filter((day) => world.shows(account, day)).length;
  }
}

/** How many transfers between two accounts stand in both statements and in one; `seen`: on which days the others' statements show one of an account that has none. */
function sidesOf(world: World): { inBoth: number; inOne: number; seen: Map<Account, Day[]> } {
  let [inBoth, inOne] = [0, 0];
  const seen = new Map<Account, Day[]>();
  for (const { from, to, at, failed } of world.transfers) {
    if (failed || from.number === '' || to.number === '') continue;
    const day = dayOfStamp(at);
    const [paid, received] = [world.shows(from, day), world.shows(to, day)];
    if (paid && received) inBoth++;
    if (paid === received) continue;
    inOne++;
    const other = paid ? to : from;
    if (world.statements.has(other.id)) continue;
    const days = seen.get(other) ?? [];
    seen.set(other, days);
    days.push(day);
  }
  return { inBoth, inOne, seen };
}
