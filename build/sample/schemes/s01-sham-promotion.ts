/**
 * S01: a maker pays young promotion companies 学术推广费 that no conference stands behind, later for conferences that
 * exist on paper only; the promotion companies spread the money over doctors.
 */
import { bare, HOME_CITY } from '../identity/org-names.ts';
import { type Day, dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { conferenceNumber, officeHours } from '../story/meetings.ts';
import type { Expected, Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Conference, Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { fannedOut, unclaimedStaff } from './actors.ts';

const storyNames = [
  { name: '澄溪启澜医药信息咨询有限公司', short: '启澜咨询' },
  { name: '澄溪云杉企业管理咨询有限公司', short: '云杉管理' },
  { name: '澄溪合舟市场营销策划有限公司', short: '合舟营销' },
];
const pretexts = ['劳务费', '咨询费', '市场调研费', '信息服务费'];
const paperNames = [
  '骨科耗材规范化应用研讨会',
  '关节置换新技术推广交流会',
  '脊柱内固定产品临床经验分享会',
  '创伤骨科新品学术推介会',
  '骨水泥规范使用培训会',
  '运动医学锚钉应用沙龙',
];

interface Burst {
  readonly cso: Org;
  readonly rows: readonly string[];
  /** The same payments in the company's own ledger. */
  readonly ledger: readonly string[];
  /** What of it meets the published definition of fan-out. */
  readonly clear: readonly string[];
}

export function shamPromotion(world: World, population: Population, story: Story, count: number): void {
  for (let i = 0; i < count; i++) plantOne(world, population, story, i);
}

function plantOne(world: World, population: Population, story: Story, index: number): void {
  const id = `S01-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const maker = population.makers[index % population.makers.length]!;
  world.claim(maker, id);
  const firstFee = dayOf(2023, 1, 12) + random.int(0, 25);
  const csos = youngCompanies(world, random, index, firstFee);
  const doctors = doctorsFor(world, population, random, index);
  for (const party of [...csos, ...doctors]) world.claim(party, id);
  story.invited.push(...doctors);
  for (const cso of csos) world.obtain(world.accountOf(cso), { from: cso.founded + 10, told: true });
  world.obtain(world.accountOf(maker), { told: true });
  story.ledgers.add(maker);
  for (const cso of csos.slice(0, 2)) story.ledgers.add(cso);
  for (const doctor of doctors.slice(0, index === 0 ? 3 : 1)) world.obtain(world.accountOf(doctor), { told: true });

  const expected: Expected[] = [];
  const rows: string[] = [];
  const bursts: Burst[] = [];
  let total = 0;
  for (const cso of csos.slice(1)) {
    const fees = feesWithoutConference(world, random, id, maker, cso, firstFee);
    expected.push({ model: 'academic-fee-no-conference', subjects: [maker, cso], rows: fees.rows });
    rows.push(...fees.rows);
    total += fees.fen;
    for (const day of fees.days)
      bursts.push(spread(world, random, id, cso, doctors, day + random.int(1, 4), bursts.length));
  }
  const paper = csos[0]!;
  const paperCount = random.int(4, 6);
  for (let n = 0; n < paperCount; n++) {
    const day = dayOf(2024, 3, 5) + n * 38 + random.int(0, 6);
    const fake = paperConference(world, random, id, maker, paper, day, n);
    expected.push({
      model: 'sham-conference',
      subjects: [paper, maker],
      conferences: [fake.conference.id],
      rows: fake.rows,
    });
    rows.push(...fake.rows);
    total += fake.conference.totalCost;
    bursts.push(spread(world, random, id, paper, doctors, fake.paidOn + random.int(2, 6), bursts.length));
  }
  for (const cso of csos) {
    const clear = bursts.filter((burst) => burst.cso === cso && burst.clear.length > 0);
    if (clear.length > 0)
      expected.push({ model: 'fan-out', subjects: [cso], rows: clear.flatMap((burst) => burst.clear) });
  }
  rows.push(...bursts.flatMap((burst) => [...burst.rows, ...burst.ledger]));
  story.plants.push({
    id,
    scheme: 'S01',
    difficulty: index % 3 === 0 ? 1 : 2,
    expected,
    subjects: [maker, ...csos, ...doctors],
    rows,
    fen: total,
    drawn: {
      csos: csos.length,
      doctors: doctors.length,
      paperConferences: paperCount,
      bursts: bursts.length,
      clearBursts: bursts.filter((burst) => burst.clear.length > 0).length,
    },
    zh: `${maker.name}以学术推广费、会议费名义付给${csos.length}家成立不久的推广公司，其中无会议或会议要素缺失；推广公司收款后数日内分散转给${doctors.length}名医务人员。`,
  });
}

function youngCompanies(world: World, random: Random, index: number, firstFee: Day): Org[] {
  const count = index === 0 ? 3 : random.int(2, 4);
  const building = `${HOME_CITY}创新大道${random.int(60, 300)}号${random.int(1, 9)}幢`;
  return Array.from({ length: count }, (_, i) =>
    world.addOrg(random, {
      role: 'cso',
      ...(index === 0 ? storyNames[i] : {}),
      founded: firstFee - random.int(30, 150),
      insured: random.int(0, 2),
      capital: random.pick([10, 50, 100]),
      address: `${building}${random.int(2, 11)}0${random.int(1, 8)}室`,
    }),
  );
}

function doctorsFor(world: World, population: Population, random: Random, index: number): Person[] {
  const first = population.hospitals[index % population.hospitals.length]!;
  const next = population.hospitals[(index + 1) % population.hospitals.length]!;
  const free = unclaimedStaff(world, first, population).length + unclaimedStaff(world, next, population).length;
  const wanted = Math.min(index === 0 ? 26 : random.int(18, 26), Math.floor(free * 0.5));
  const near = random.sample(unclaimedStaff(world, first, population), Math.ceil(wanted * 0.7));
  const far = random.sample(unclaimedStaff(world, next, population), wanted - near.length);
  const doctors = [...near, ...far];
  return index === 0
    ? [population.cast.chief, ...doctors.filter((person) => person !== population.cast.chief)]
    : doctors;
}

/** Fees in a year in which the maker sponsors nothing at all, so that no conference can be meant. */
function feesWithoutConference(world: World, random: Random, id: string, maker: Org, cso: Org, firstFee: Day) {
  const rows: string[] = [];
  const days: Day[] = [];
  let fen = 0;
  let day = firstFee + random.int(0, 15);
  while (day < dayOf(2023, 12, 5)) {
    const amount = yuan(random.int(560, 1980) * 200);
    const word = random.pick(['学术推广费', '学术推广费', '市场推广服务费']);
    const transfer = world.pay(id, {
      from: world.accountOf(maker),
      to: world.accountOf(cso),
      fen: amount,
      at: officeHours(random, day),
      summary: word,
      told: true,
    });
    const expense = world.spend(id, {
      paidBy: transfer.id,
      company: maker,
      day: day + random.int(0, 3),
      type: '学术推广费',
      fen: amount,
      payee: cso,
      payeeAccount: world.accountOf(cso),
      product: '骨科耗材',
      summary: word,
      told: true,
    });
    rows.push(transfer.id, expense.id);
    days.push(day);
    fen += amount;
    day += random.int(44, 70);
  }
  return { rows, days, fen };
}

interface PaperConference {
  readonly conference: Conference;
  readonly rows: readonly string[];
  readonly paidOn: Day;
}

/** A conference that was only booked: no filing, no agenda, no sign-in list, no material, often no place. */
function paperConference(
  world: World,
  random: Random,
  id: string,
  maker: Org,
  cso: Org,
  day: Day,
  n: number,
): PaperConference {
  const cost = yuan(random.int(880, 1950) * 200);
  const conference = world.addConference({
    no: conferenceNumber(world, 'company', day),
    name: `${paperNames[n % paperNames.length]}（${bare(HOME_CITY)}站${id.slice(4) === '1' ? '' : `·${maker.short}`}）`,
    type: '圆桌会',
    organizer: cso,
    executor: undefined,
    sponsors: [{ org: maker, fen: cost }],
    start: day,
    end: day,
    venue: n % 3 === 2 ? '待定' : '',
    city: HOME_CITY,
    planned: 80,
    attendance: random.int(48, 120),
    agenda: n % 2 === 0 ? '' : '产品介绍',
    filingNo: '',
    filingDay: undefined,
    totalCost: cost,
    venueCost: 0,
    speakerFees: 0,
    mealCost: 0,
    product: '骨科耗材',
    applicant: world.addPerson(random, { employer: maker, title: '医药代表' }),
    status: '已召开',
    evidence: '',
    list: 'company',
    told: true,
  });
  const paidOn = day + random.int(-6, 12);
  const transfer = world.pay(id, {
    from: world.accountOf(maker),
    to: world.accountOf(cso),
    fen: cost,
    at: officeHours(random, paidOn),
    summary: '会议费',
    remark: conference.name,
    told: true,
  });
  const expense = world.spend(id, {
    paidBy: transfer.id,
    company: maker,
    day: paidOn + 1,
    type: '会议费',
    fen: cost,
    payee: cso,
    payeeAccount: world.accountOf(cso),
    conference,
    product: '骨科耗材',
    summary: `${conference.name}会务费`,
    told: true,
  });
  return { conference, rows: [conference.id, transfer.id, expense.id], paidOn };
}

/** One distribution to doctors; the number of payees and the days it takes are drawn across what models call fannedOut. */
function spread(
  world: World,
  random: Random,
  id: string,
  cso: Org,
  doctors: readonly Person[],
  from: Day,
  nth: number,
): Burst {
  const certain = nth % 3 === 0;
  const [chief, ...others] = doctors;
  const payees = certain
    ? [chief!, ...random.sample(others, random.int(12, 16))]
    : random.sample(doctors, random.int(6, 16));
  const span = certain ? random.int(2, 5) : random.int(1, 10);
  const pretext = random.pick(pretexts);
  world.keepQuiet(world.accountOf(cso), from - 8, from + span + 8);
  const ledger: string[] = [];
  const transfers = payees.map((person) => {
    const fen = yuan(person === chief ? random.int(80, 110) * 100 : random.int(32, 89) * 100);
    const day = from + random.int(0, span - 1);
    const transfer = world.pay(id, {
      from: world.accountOf(cso),
      to: world.accountOf(person),
      fen,
      at: officeHours(random, day),
      summary: pretext,
      told: true,
    });
    const expense = world.spend(id, {
      paidBy: transfer.id,
      company: cso,
      day,
      type:
        pretext === '市场调研费'
          ? '市场调研费'
          : pretext === '咨询费' || pretext === '信息服务费'
            ? '咨询费'
            : '劳务费',
      fen,
      payee: person,
      payeeAccount: world.accountOf(person),
      summary: pretext,
      told: true,
    });
    ledger.push(expense.id);
    return transfer;
  });
  return {
    cso,
    rows: transfers.map((transfer) => transfer.id),
    ledger,
    clear: fannedOut(transfers).map((transfer) => transfer.id),
  };
}
