/** Who lives in the invented case: hospitals with their staff, companies, societies, venues, guests from elsewhere. */
import { bare, HOME_CITY, inventedCities, PROVINCE } from '../identity/org-names.ts';
import type { SizePlan } from '../options.ts';
import { dayOf } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';
import type { Org, Person } from './types.ts';
import type { World } from './world.ts';

export interface Hospital {
  readonly org: Org;
  readonly departments: readonly string[];
  readonly staff: readonly Person[];
  readonly keyPosts: readonly Person[];
}

/** The people and firms an investigator meets by name; they bear the same names under every seed. */
export interface Cast {
  /** 骨科主任 */
  readonly chief: Person;
  /** 设备科科长, whom twelve companies paid. */
  readonly equipmentHead: Person;
  /** The key opinion leader with nothing but proper lectures. */
  readonly lecturer: Person;
  /** The maker whose promotion fees are the case. */
  readonly maker: Org;
}

export interface Population {
  readonly hospitals: readonly Hospital[];
  readonly makers: readonly Org[];
  readonly distributors: readonly Org[];
  readonly csos: readonly Org[];
  readonly pcos: readonly Org[];
  readonly societies: readonly Org[];
  readonly hotels: readonly Org[];
  readonly restaurants: readonly Org[];
  readonly guests: readonly Person[];
  readonly fund: Org;
  readonly cast: Cast;
}

export const departmentNames = [
  '骨科',
  '心血管内科',
  '消化内科',
  '普通外科',
  '神经外科',
  '麻醉科',
  '呼吸内科',
  '内分泌科',
  '肿瘤科',
  '急诊科',
  '儿科',
  '妇产科',
];
const ranks: ReadonlyArray<readonly [string, number]> = [
  ['主任医师', 2],
  ['副主任医师', 3],
  ['主治医师', 4],
  ['住院医师', 3],
  ['主管护师', 3],
];
const posts = [
  ['院办', '院长'],
  ['药学部', '药学部主任'],
  ['设备科', '设备科科长'],
] as const;
const hospitalKinds = ['第一人民医院', '中医医院', '第二人民医院', '中心医院', '骨伤医院'];

export function populate(world: World, plan: SizePlan): Population {
  const hospitals = Array.from({ length: plan.hospitals }, (_, i) => hospital(world, plan, i));
  const companies = world.random('companies');
  const maker = world.addOrg(companies, {
    role: 'mah',
    name: '澄溪瑞衡骨科器械有限公司',
    short: '瑞衡骨科',
    founded: dayOf(2011, 4, 18),
    capital: 3000,
    insured: 96,
  });
  const makers = [maker, ...many(plan.mah - 1, (i) => world.addOrg(companies, { role: 'mah', city: cityFor(i) }))];
  const distributors = many(plan.distributors, (i) =>
    world.addOrg(companies, { role: 'distributor', city: cityFor(i) }),
  );
  const csos = many(plan.csos, (i) =>
    world.addOrg(companies, {
      role: 'cso',
      city: cityFor(i),
      founded: dayOf(2014 + (i % 5), 3, 8),
      insured: companies.int(9, 40),
    }),
  );
  const pcos = many(plan.pcos, (i) => world.addOrg(companies, { role: 'pco', city: cityFor(i) }));
  const societies = many(plan.societies, (i) => society(world, companies, i));
  const hotels = many(plan.hotels, (i) => world.addOrg(companies, { role: 'hotel', city: cityFor(i) }));
  const restaurants = many(Math.max(3, Math.floor(plan.hotels / 2)), (i) =>
    world.addOrg(companies, { role: 'restaurant', city: cityFor(i) }),
  );
  const fund = world.addOrg(companies, {
    role: 'fund',
    name: '澄溪市医疗保障基金中心',
    short: '澄溪医保中心',
    insured: 60,
  });
  const first = hospitals[0]!;
  const second = hospitals[1]!;
  return {
    hospitals,
    makers,
    distributors,
    csos,
    pcos,
    societies,
    hotels,
    restaurants,
    guests: guests(world, plan),
    fund,
    cast: {
      chief: first.staff.find((person) => person.name === '周启明')!,
      equipmentHead: first.keyPosts.find((person) => person.name === '沈国栋')!,
      lecturer: second.staff.find((person) => person.name === '顾怀瑾')!,
      maker,
    },
  };
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Most things happen at home, the rest in turn elsewhere. */
const cityFor = (index: number): string => (index % 3 === 2 ? inventedCities[1 + (index % 7)]! : HOME_CITY);

function hospital(world: World, plan: SizePlan, index: number): Hospital {
  const random = world.random(`hospital/${index}`);
  const city = index < 3 ? HOME_CITY : inventedCities[index % inventedCities.length]!;
  const kind =
    hospitalKinds[
      (index < 3 ? index : Math.floor(index / inventedCities.length) + (index % 2)) % hospitalKinds.length
    ]!;
  const taken = world.orgs.filter((org) => org.role === 'hospital' && org.name.startsWith(city + kind)).length;
  const name = taken === 0 ? `${city}${kind}` : `${city}${kind}${['东', '西', '南', '北'][taken - 1]}院区`;
  const formerNames =
    random.chance(0.3) || index === 2 ? [`${bare(city)}大学附属第${'二三四五六'[index % 5]}医院`] : [];
  const org = world.addOrg(random, {
    role: 'hospital',
    city,
    name,
    short: name.replace('人民医院', '院').replace(city, bare(city)),
    founded: dayOf(1952 + (index % 30), 5, 1),
    insured: random.int(400, 2600),
    formerNames,
  });
  const departments = departmentNames.slice(0, plan.departments);
  const keyPosts = posts.map(([dept, title]) =>
    world.addPerson(random, {
      employer: org,
      dept,
      title,
      birthYear: random.int(1962, 1976),
      ...(index === 0 && dept === '设备科' ? { name: '沈国栋', male: true } : {}),
    }),
  );
  const perHospital = Math.floor(plan.staff / plan.hospitals) - keyPosts.length;
  const staff = many(perHospital, (i) => {
    const dept = departments[i % departments.length]!;
    const star = i === 0 ? (index === 0 ? '周启明' : index === 1 ? '顾怀瑾' : undefined) : undefined;
    const birthYear = star ? 1966 : random.int(1964, 1995);
    const title = i < departments.length ? '主任医师' : random.pickWeighted(ranks);
    return world.addPerson(random, {
      employer: org,
      dept,
      title,
      birthYear,
      ...(star ? { name: star, male: true } : {}),
    });
  });
  return { org, departments, staff, keyPosts };
}

function society(world: World, random: Random, index: number): Org {
  const names = [
    `${HOME_CITY}医学会`,
    `${PROVINCE}医学会骨科学分会`,
    `${HOME_CITY}医师协会`,
    `${PROVINCE}药学会`,
    ...inventedCities.slice(1).map((city) => `${city}医学会`),
    `${PROVINCE}康复医学会`,
    `${PROVINCE}护理学会`,
  ];
  const name = names[index]!;
  return world.addOrg(random, { role: 'society', name, short: name, capital: 50, insured: random.int(4, 20) });
}

/** Doctors of other cities: they fill the halls of congresses. */
function guests(world: World, plan: SizePlan): Person[] {
  const random = world.random('guests');
  const homes = many(Math.max(8, Math.floor(plan.guests / 60)), (i) => {
    const city = inventedCities[1 + (i % 7)]!;
    const number = Math.floor(i / 7);
    const name = `${city}${number === 0 ? '人民医院' : `第${'一二三四五六七八九十'[number % 10]}医院`}${number > 9 ? '分院' : ''}`;
    return { city, name, org: undefined as Org | undefined };
  });
  return many(plan.guests, () => {
    const home = random.pick(homes);
    home.org ??= world.addOrg(random, {
      role: 'hospital',
      city: home.city,
      name: home.name,
      short: home.name,
      insured: 500,
    });
    return world.addPerson(random, {
      employer: home.org,
      dept: random.pick(departmentNames),
      title: random.pickWeighted(ranks),
    });
  });
}
