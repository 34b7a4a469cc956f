/** Who works where, who is whose relative, who holds which account and share, who called and visited whom, and what was reported. */
import { type Day, dayOf, type Stamp, stampOf } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';
import type { Story } from '../truth/plants.ts';
import type { Hospital, Population } from '../world/population.ts';
import type { Account, Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Clue, cluesOf } from './clues.ts';
import { birthYearOf, type Kin, kinOf, type Tie } from './kin.ts';
import { type Filing, filingsOf, type RepVisit, repVisits } from './reps.ts';
import { type Wallet, walletsOf } from './wallets.ts';

export interface Staffer {
  readonly id: string;
  readonly no: string;
  readonly person: Person;
  readonly hired: Day;
  readonly keyPost: boolean;
}
export interface Institution {
  readonly id: string;
  readonly no: string;
  readonly org: Org;
  readonly kind: '医院' | '社会团体';
  readonly level: string | undefined;
  readonly beds: number | undefined;
  readonly office: Org;
}
export interface Register {
  readonly id: string;
  readonly account: Account;
  readonly opened: Day;
  readonly balance: number;
}
export interface Call {
  readonly id: string;
  readonly self: Person;
  readonly peer: Person;
  readonly at: Stamp;
  readonly seconds: number;
  readonly out: boolean;
  readonly place: string;
}
export interface Holding {
  readonly id: string;
  readonly company: Org;
  readonly holder: Person;
  readonly post: string;
  readonly share: number;
  /** 万元 */
  readonly subscribed: number;
  readonly from: Day;
}

export interface People {
  readonly staff: readonly Staffer[];
  readonly institutions: readonly Institution[];
  readonly accounts: readonly Register[];
  readonly kin: readonly Kin[];
  readonly filings: readonly Filing[];
  readonly visits: readonly RepVisit[];
  readonly clues: readonly Clue[];
  readonly calls: readonly Call[];
  readonly holdings: readonly Holding[];
  readonly wallets: readonly Wallet[];
}

/**
 * `size` times the smallest case. Streams of their own, and whoever appears here only is added after everybody else: nothing else of the case
 * moves by it. `goods`: what the representatives speak of. `masked`: wallets
 * hide the names of some whom their holders sent money to.
 */
export function peopleOf(
  world: World,
  population: Population,
  story: Story,
  size: number,
  goods: readonly string[],
  masked: boolean,
): People {
  const { hospitals } = population;
  const ties = tiesOf(story);
  const kin = kinOf(world, population, ties, size);
  const filings = filingsOf(world, population, goods);
  return {
    staff: hospitals.flatMap((hospital, i) => staffOf(world.random(`people/staff/${i}`), hospital, i)),
    institutions: institutionsOf(world, population),
    accounts: accountsOf(world),
    kin,
    filings,
    visits: repVisits(world, filings, hospitals, Math.round(300 * size)),
    clues: cluesOf(world, population, story, Math.round(15 * size)),
    calls: callsOf(world, population, ties, kin, size),
    holdings: holdingsOf(world, population, ties),
    wallets: walletsOf(world, population, size, { masked }),
  };
}

const tiesOf = ({ plants }: Story): Tie[] =>
  plants
    .filter(({ scheme }) => scheme === 'S01')
    .flatMap(({ subjects }) => {
      const person = subjects.find((subject): subject is Person => subject.kind === 'person');
      const company = subjects.find((subject): subject is Org => subject.kind === 'org' && subject.role === 'cso');
      return person && company ? [{ person, company }] : [];
    });

function staffOf(random: Random, { staff, keyPosts }: Hospital, at: number): Staffer[] {
  return [...keyPosts, ...staff].map((person, i) => ({
    id: `ST-${at + 1}-${i + 1}`,
    no: `${at + 1}${String(i + 1).padStart(4, '0')}`,
    person,
    hired: dayOf(Math.min(2021, birthYearOf(person) + random.int(23, 30)), random.int(1, 12), random.int(1, 28)),
    keyPost: i < keyPosts.length,
  }));
}

function institutionsOf(world: World, { hospitals, societies }: Population): Institution[] {
  const random = world.random('people/institutions');
  const offices = new Map<string, Org>();
  const officeOf = (city: string): Org => {
    const name = `${city}卫生健康委员会`;
    const known = offices.get(city) ?? world.addOrg(random, { role: 'other', city, name, short: name, insured: 80 });
    offices.set(city, known);
    return known;
  };
  return [
    ...hospitals.map(({ org }) => ({ org, kind: '医院' as const, beds: random.int(3, 24) * 100 })),
    ...societies.map((org) => ({ org, kind: '社会团体' as const, beds: undefined })),
  ].map(({ org, kind, beds }, i) => ({
    id: `INS-${i + 1}`,
    no: `PDY99${String(i + 1).padStart(4, '0')}`,
    org,
    kind,
    level: beds === undefined ? undefined : beds >= 1000 ? '三级甲等' : '二级甲等',
    beds,
    office: officeOf(org.city),
  }));
}

/** The banks told of the first account of everybody whose statement was obtained. */
function accountsOf(world: World): Register[] {
  const random = world.random('people/accounts');
  return [...world.statements.values()]
    .map(({ account }) => account)
    .filter((account) => account.number !== '' && world.accountOf(account.holder) === account)
    .map((account, i) => ({
      id: `REG-A-${i + 1}`,
      account,
      opened: openedOn(account.holder, dayOf(random.int(2006, 2020), random.int(1, 12), random.int(1, 28))),
      balance: random.int(1_000, 90_000_000),
    }));
}

/** No account is older than its company, none was opened by a child. */
const openedOn = (holder: Account['holder'], wished: Day): Day =>
  Math.max(
    wished,
    holder.kind === 'org'
      ? holder.founded + 3
      : holder.kind === 'person'
        ? dayOf(birthYearOf(holder) + 18, 1, 5)
        : wished,
  );

/** Call lists of the people in planted ties and of as many whom nothing is known of. */
function callsOf(
  world: World,
  { hospitals }: Population,
  ties: readonly Tie[],
  kin: readonly Kin[],
  size: number,
): Call[] {
  const random = world.random('people/calls');
  // in a large case the numbers of the reserved range run out
  const reachable = ({ phone }: Person): boolean => phone !== undefined;
  const free = hospitals.flatMap(({ staff }) => staff).filter((person) => !world.claimed(person));
  const listed = [...ties.map(({ person }) => person), ...random.sample(free, Math.max(2, Math.round(size)))].filter(
    reachable,
  );
  const most = Math.ceil((200 * size) / listed.length);
  return listed.flatMap((self, at) => {
    const tie = ties.find(({ person }) => person === self);
    const colleagues = hospitals.find(({ org }) => org === self.employer)?.staff.filter((each) => each !== self) ?? [];
    const peers = [
      ...random.sample(colleagues, 4),
      ...kin.filter(({ person }) => person === self).map(({ relative }) => relative),
      ...(tie ? [tie.company.legalRep] : []),
    ].filter(reachable);
    if (peers.length === 0) return [];
    return Array.from(
      { length: most },
      (_, i): Call => ({
        id: `CALL-${at + 1}-${i + 1}`,
        self,
        peer: random.pick(peers),
        // one a day, so that no two are the same call
        at: stampOf(
          dayOf(2024, 1, 2) + i * 3 + random.int(0, 2),
          random.int(7, 22),
          random.int(0, 59),
          random.int(0, 59),
        ),
        seconds: random.int(8, 900),
        out: random.chance(0.5),
        place: random.pick(['城东', '城西', '开发区', '老城']),
      }),
    );
  });
}

/** The trade's companies with who holds them: mostly two people of no other company. */
function holdingsOf(world: World, { makers, distributors, csos }: Population, ties: readonly Tie[]): Holding[] {
  const companies = [...new Set([...makers, ...distributors, ...csos, ...ties.map(({ company }) => company)])];
  return companies.flatMap((company, i): Holding[] => {
    const random = world.random(`people/holdings/${company.id}`);
    const share = random.int(51, 95);
    const other = world.addPerson(random, { city: company.city, birthYear: random.int(1962, 1988) });
    return [
      { holder: company.legalRep, post: '股东、执行董事', share },
      { holder: other, post: '股东、监事', share: 100 - share },
    ].map((part, at) => ({
      ...part,
      id: `SH-${i + 1}-${at + 1}`,
      company,
      subscribed: (company.capital * part.share) / 100,
      from: company.founded,
    }));
  });
}
