/** Relatives of the people of the case: most of them have nothing to do with it. */
import { personName } from '../identity/person-names.ts';
import type { Random } from '../plain/random.ts';
import type { Population } from '../world/population.ts';
import type { Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface Kin {
  readonly id: string;
  readonly person: Person;
  readonly relative: Person;
  readonly relation: string;
  readonly employer?: Org;
  readonly position?: string;
  readonly business?: Org;
}

/** Somebody at a hospital whom a promotion company of a planted scheme paid, and that company. */
export interface Tie {
  readonly person: Person;
  readonly company: Org;
}

/** A number says when its owner was born. */
export const birthYearOf = ({ idNo }: Person): number => Number(idNo.slice(6, 10));

/** Declared by everybody in a key post, the cast and some others; in a planted tie the promotion company is a relative's. */
export function kinOf(world: World, population: Population, ties: readonly Tie[], size: number): Kin[] {
  const { hospitals, cast } = population;
  const random = world.random('people/kin');
  const staff = hospitals.flatMap((hospital) => hospital.staff);
  const declaring = [
    ...new Set([
      ...hospitals.flatMap(({ keyPosts }) => keyPosts),
      cast.chief,
      cast.lecturer,
      ...ties.map(({ person }) => person),
      ...random.sample(staff, Math.round(15 * size)),
    ]),
  ];
  const families = declaring.flatMap((person) => familyOf(world, random, person, population));
  const owners = ties.map(({ person, company }) => ({
    person,
    relative: company.legalRep,
    relation: random.pick(['小舅子', '外甥', '姐夫']),
    position: '执行董事',
    employer: company,
    business: company,
  }));
  return [...families, ...owners].map((kin, i) => ({ id: `KIN-${i + 1}`, ...kin }));
}

function familyOf(world: World, random: Random, person: Person, { hospitals }: Population): Array<Omit<Kin, 'id'>> {
  const spouse = world.addPerson(random, {
    city: person.city,
    male: !person.male,
    birthYear: birthYearOf(person) + random.int(-3, 3),
  });
  // a spouse often works at a hospital too
  const employer = random.chance(0.3) ? { employer: random.pick(hospitals).org, position: '护士' } : {};
  const family = [{ person, relative: spouse, relation: '配偶', ...employer }];
  const birthYear = Math.max(birthYearOf(person), birthYearOf(spouse)) + random.int(24, 32);
  if (birthYear > 2016) return family;
  const male = random.chance(0.5);
  const child = world.addPerson(random, {
    city: person.city,
    male,
    birthYear,
    name: namedAfter(random, person.male ? person : spouse, birthYear, male),
  });
  return [
    ...family,
    { person, relative: child, relation: male ? '儿子' : '女儿', position: birthYear > 2001 ? '学生' : '职员' },
  ];
}

function namedAfter(random: Random, { name }: Person, birthYear: number, male: boolean): string {
  const own = personName(random, birthYear, male);
  return name.includes('·') || own.includes('·') ? own : name.slice(0, 1) + own.slice(1);
}
