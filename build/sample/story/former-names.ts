/** Companies that once had another name. Papers of those days bear it here and there; the register says which company it was. */
import { bare, brandName, industries } from '../identity/org-names.ts';
import { dayOf } from '../plain/civil.ts';
import type { Story } from '../truth/plants.ts';
import type { Org, OrgRole } from '../world/types.ts';
import { CASE_FROM, CASE_TO, type World } from '../world/world.ts';

/** The part of the companies that were renamed. */
const RENAMED = 0.05;
/** Whom the register of companies always holds. */
const registered: readonly OrgRole[] = ['mah', 'distributor', 'cso', 'pco', 'hotel'];
const isOld = ({ founded }: Org): boolean => founded < dayOf(2020, 1, 1);

/** Renames some of those on whom nothing is planted, in the months of the case. Draws from a stream of its own, when all names are given. */
export function renameSome(world: World, { plants, lookalikes, boundaries }: Story): void {
  const random = world.random('former-names');
  const told = new Set([...plants, ...lookalikes, ...boundaries].flatMap(({ subjects }) => subjects as unknown[]));
  const companies = world.orgs.filter(({ role }) => registered.includes(role));
  const names = world.orgs.map(({ name }) => name).join('\n');
  const brands = new Set<string>();
  const freshBrand = (): string => {
    for (;;) {
      const brand = brandName(random, brands);
      if (!names.includes(brand)) return brand;
    }
  };
  const free = companies.filter((org) => isOld(org) && !told.has(org));
  for (const org of random.sample(free, Math.max(1, Math.round(companies.length * RENAMED)))) {
    const trades = industries[org.role as keyof typeof industries];
    const name = `${bare(org.city)}${freshBrand()}${random.pick(trades)}有限公司`;
    org.formerNames = [name];
    org.former = {
      name,
      until: random.int(CASE_FROM + 200, CASE_TO - 90),
      stream: `${world.seed}/former-names/${org.id}`,
    };
  }
}
