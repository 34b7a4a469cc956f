/** Rows exactly on the published defaults and one step beside them: what must be found and what must not. */
import { nearPairs } from '../identity/org-names.ts';
import { type Day, dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { gather, meetingDay } from '../story/calendar.ts';
import { holdMeeting, hotelVenue, officeHours } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Population } from '../world/population.ts';
import type { Account, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { congress } from './s05-impossible-speaker.ts';

/** Which sides are wanted: with no scheme of a kind planted, nothing of that kind may be there to find. */
export interface Sides {
  readonly academic: boolean;
  readonly fanOut: boolean;
  readonly manyPayers: boolean;
  readonly structuring: boolean;
}

export function boundaries(world: World, population: Population, story: Story, find: Sides): void {
  feeWindow(world, population, story, 'within');
  if (find.academic) feeWindow(world, population, story, 'beyond');
  payeesWithinDays(world, story, published.fanOut.payees - 1);
  if (find.fanOut) payeesWithinDays(world, story, published.fanOut.payees);
  amountsBesideLimit(world, population, story, find.structuring);
  payersOfOne(world, population, story, find.manyPayers);
  neighbouringCities(world, population, story);
}

/** Fees to the organiser exactly at the edge of the window around the only conference the payer sponsors, or one day beyond. */
function feeWindow(world: World, population: Population, story: Story, side: 'within' | 'beyond'): void {
  const random = world.random(`boundary/fee-window/${side}`);
  const payer = world.addOrg(random, { role: 'mah' });
  const organizer = population.societies[0]!;
  const hotel = population.hotels[0]!;
  const start = meetingDay(dayOf(2023, 9, 8), true);
  const where = { city: hotel.city, from: start, days: 1 };
  const doctors = gather(world, random, population.guests, 24, where);
  const meeting = holdMeeting(world, random, {
    type: '省级会议',
    name: side === 'within' ? '澄溪创伤骨科秋季论坛' : '澄溪脊柱外科秋季论坛',
    start,
    days: 1,
    organizer,
    executor: population.pcos[0]!,
    sponsors: [payer],
    speakers: doctors.slice(0, 3),
    attendees: doctors.slice(3),
    city: hotel.city,
    venue: hotelVenue(random, hotel),
    hotel,
    product: '骨水泥',
    list: 'society',
    told: true,
  });
  story.ledgers.add(payer);
  const { academicFee } = published;
  const beyond = side === 'beyond' ? 1 : 0;
  const fee = (day: Day, fen: Fen) =>
    world.spend('B', {
      company: payer,
      day,
      type: '学术推广费',
      fen,
      payee: organizer,
      payeeAccount: world.accountOf(organizer),
      summary: '学术推广费',
      told: true,
      plain: true,
    }).id;
  const rows = [
    fee(start - academicFee.daysBefore - beyond, yuan(23_600)),
    fee(meeting.conference.end + academicFee.daysAfter + beyond, yuan(18_700)),
  ];
  if (side === 'within') rows.push(fee(start - 400, academicFee.least - 1));
  story.boundaries.push({
    id: `B-fee-window-${side}`,
    model: 'academic-fee-no-conference',
    find: side === 'beyond',
    subjects: [payer, organizer],
    rows,
    zh:
      side === 'within'
        ? '会前正好60日、会后正好120日的学术推广费，以及一笔999.99元：不应提示。'
        : '会前61日、会后121日的学术推广费：应提示。',
  });
}

function payeesWithinDays(world: World, story: Story, payees: number): void {
  const random = world.random(`boundary/fan-out/${payees}`);
  const payer = world.addOrg(random, { role: 'other', founded: dayOf(2020, 5, 6), insured: 3 });
  const start = dayOf(2023, 6, 12);
  world.obtain(world.accountOf(payer), { from: start - 40, to: start + 60, told: true });
  world.keepQuiet(world.accountOf(payer), start - 10, start + 14);
  const rows = Array.from({ length: payees }, (_, n) =>
    world.pay('B', {
      from: world.accountOf(payer),
      to: world.accountOf(world.addPerson(random)),
      fen: yuan(random.int(30, 42) * 100),
      at: officeHours(random, start + (n % 4)),
      summary: '劳务费',
      told: true,
      plain: true,
    }),
  );
  story.boundaries.push({
    id: `B-fan-out-${payees}`,
    model: 'fan-out',
    find: payees >= published.fanOut.payees,
    subjects: [payer],
    rows: rows.map((row) => row.id),
    zh: `四日内转给${payees}名自然人：${payees >= published.fanOut.payees ? '应' : '不应'}提示（阈值${published.fanOut.payees}人）。`,
  });
}

function amountsBesideLimit(world: World, population: Population, story: Story, alsoFind: boolean): void {
  const limit = published.structuring.limits[0]!;
  const low = Math.round(limit * published.structuring.band);
  const cases: ReadonlyArray<readonly [string, boolean, readonly Fen[], string]> = [
    ['in', true, [low, yuan(45_300), limit - 1], '三笔在[40,000.00, 49,999.99]内：应提示。'],
    ['at-limit', false, [limit, limit, limit], '三笔正好50,000.00：不在限额之下，不应提示。'],
    ['below-band', false, [low - 1, low - 1, low - 1], '三笔39,999.99：低于八成，不应提示。'],
    ['too-few', false, [limit - yuan(100), limit - yuan(400)], '只有两笔略低于限额：不应提示。'],
  ];
  const payer = world.addOrg(world.random('boundary/structuring'), { role: 'distributor' });
  for (const [name, find, amounts, zh] of cases) {
    if (find && !alsoFind) continue;
    const random = world.random(`boundary/structuring/${name}`);
    const payee = someone(world, population, `B-structuring-${name}`);
    const start = dayOf(2023, 10, 16);
    world.obtain(world.accountOf(payee), { from: start - 90, to: start + 90, told: true });
    const rows = amounts.map((fen, n) =>
      transfer(world, random, world.accountOf(payer), world.accountOf(payee), fen, start + n * 2, '往来款'),
    );
    story.boundaries.push({
      id: `B-structuring-${name}`,
      model: 'structuring-below-threshold',
      find,
      subjects: [payer, payee],
      rows,
      zh,
    });
  }
}

function payersOfOne(world: World, population: Population, story: Story, alsoFind: boolean): void {
  const { manyPayers } = published;
  const start = dayOf(2023, 3, 6);
  const cases: ReadonlyArray<readonly [string, boolean, readonly Fen[], readonly number[], boolean, string]> = [
    [
      'least',
      true,
      [yuan(6_400), yuan(7_100), manyPayers.least - yuan(13_500)],
      [0, 70, 160],
      false,
      '三家企业合计正好20,000.00元：应提示。',
    ],
    [
      'below',
      false,
      [yuan(6_400), yuan(7_100), manyPayers.least - yuan(13_500) - 1],
      [0, 70, 160],
      false,
      '三家企业合计19,999.99元：不应提示。',
    ],
    [
      'apart',
      false,
      [yuan(9_400), yuan(9_100), yuan(9_700)],
      [0, 180, manyPayers.days + 1],
      false,
      '第三家企业在第一家之后366日才付款：任何一年内只有两家，不应提示。',
    ],
    [
      'one-control',
      false,
      [yuan(9_400), yuan(8_100), yuan(9_800), yuan(7_700)],
      [0, 40, 90, 150],
      true,
      '四家企业中三家法定代表人为同一人：只算两个控制主体，不应提示。',
    ],
  ];
  const naming = world.random('boundary/many-payers');
  const owner = world.addPerson(naming, { birthYear: 1970 });
  const independent = [0, 1, 2].map(() => world.addOrg(naming, { role: 'distributor' }));
  const related = [owner, owner, owner, undefined].map((legalRep) =>
    world.addOrg(naming, { role: 'distributor', ...(legalRep ? { legalRep } : {}) }),
  );
  for (const [name, find, amounts, offsets, oneControl, zh] of cases) {
    if (find && !alsoFind) continue;
    const random = world.random(`boundary/many-payers/${name}`);
    const payee = someone(world, population, `B-many-payers-${name}`);
    story.invited.push(payee);
    world.obtain(world.accountOf(payee), { from: start - 30, to: start + 420, told: true });
    const payers = oneControl ? related : independent;
    const rows = amounts.map((fen, n) =>
      transfer(world, random, world.accountOf(payers[n]!), world.accountOf(payee), fen, start + offsets[n]!, '咨询费'),
    );
    story.boundaries.push({
      id: `B-many-payers-${name}`,
      model: 'multi-payer-recipient',
      find,
      subjects: [payee, ...payers],
      rows,
      zh,
    });
  }
}

/** Half a day in each of two neighbouring cities, and two distant cities with hours enough between the lectures. */
function neighbouringCities(world: World, population: Population, story: Story): void {
  const random = world.random('boundary/near');
  const pair = nearPairs[0]!;
  const speaker = someone(world, population, 'B-two-cities-near');
  const day = meetingDay(dayOf(2024, 4, 12), true);
  const rows: string[] = [];
  const meetings = pair.map((city) => congress(world, population, random, city, day, speaker));
  world.place(speaker, day, pair[0]);
  for (const meeting of meetings) {
    const attendance = world.attendances.find(
      (row) => row.conference === meeting.conference && row.person === speaker,
    )!;
    rows.push(meeting.conference.id, attendance.id);
  }
  story.boundaries.push({
    id: 'B-two-cities-near',
    model: 'speaker-two-cities',
    find: false,
    subjects: [speaker],
    rows,
    zh: `同一日在${pair[0]}和${pair[1]}讲课，相距不足二百公里：不应提示。`,
  });
}

/** A doctor who plays no other part. */
function someone(world: World, population: Population, by: string): Person {
  const random = world.random(`boundary/person/${by}`);
  const hospital = random.pick(population.hospitals);
  const person = world.addPerson(random, {
    employer: hospital.org,
    dept: random.pick(hospital.departments),
    title: '副主任医师',
  });
  world.claim(person, by);
  return person;
}

const transfer = (
  world: World,
  random: Random,
  from: Account,
  to: Account,
  fen: Fen,
  day: Day,
  summary: string,
): string => world.pay('B', { from, to, fen, at: officeHours(random, day), summary, told: true, plain: true }).id;
