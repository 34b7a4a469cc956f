/** The driver of somebody at a hospital: in the list of relations, with a statement of everyday money. */
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Values } from '../story/book.ts';
import { anyHour } from '../story/ordinary.ts';
import type { Person } from '../world/types.ts';
import { CASE_FROM, CASE_TO } from '../world/world.ts';
import { monthStart, type Town } from './town.ts';

/** Fuel, a workshop, dinners out: what a card is used for. */
const everyday = ['青云加油站', '澄溪万家购物广场', '望江路生鲜超市', '澄溪城东汽车维修部'];

/**
 * Somebody new who drives for `person`. In: what the list of relations says beside the relation. Nobody else gives this account anything to do,
 * so its everyday money comes from here: it may be planted when all others have theirs.
 */
export function driverOf(town: Town, random: Random, person: Person, more: Values<'kinship'> = {}): Person {
  const { world } = town;
  const driver = world.addPerson(random, { city: person.city, male: true, birthYear: random.int(1975, 1992) });
  world.claim(driver, `kin/${driver.id}`);
  town.kin(person, driver, '司机', { relative_position: '驾驶员', ...more });
  town.obtainBare(driver, CASE_FROM, CASE_TO);
  for (let month = 0; month < 36; month++)
    for (let n = random.int(2, 5); n > 0; n--)
      world.pay('G', {
        from: world.accountOf(driver),
        to: world.pseudo(random.pick(everyday)),
        fen: yuan(random.int(40, 620)) + random.int(0, 99),
        at: anyHour(random, monthStart(month) + random.int(0, 27)),
        summary: '消费',
      });
  return driver;
}
