/** S21: conferences that took place and are wrong all the same, or are paid for without one. */
import { dayOf, stampOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { gather, meetingDay } from '../story/calendar.ts';
import { holdMeeting, type Meeting, type MeetingWish } from '../story/meetings.ts';
import type { Conference, Person } from '../world/types.ts';
import { type Manner, plantManners } from './outcome.ts';
import type { Town } from './town.ts';

export const wrongMeetings = (town: Town, count: number): void => plantManners(town, 'S21', manners, count);

/** A day of its own for every instance. */
const dayFor = (index: number, more = 0): number => meetingDay(dayOf(2023, 2, 17) + ((index * 43 + more) % 600), true);

function hold(
  town: Town,
  random: Random,
  start: number,
  wish: Pick<MeetingWish, 'name' | 'organizer' | 'sponsors' | 'speakers'> &
    Partial<MeetingWish> & { audience?: number },
): Meeting {
  const { world, population } = town;
  const { audience = 30, ...rest } = wish;
  const city = rest.city ?? wish.organizer.city;
  return holdMeeting(world, random, {
    type: '省级会议',
    start,
    days: 1,
    attendees: audience === 0 ? [] : gather(world, random, population.guests, audience, { city, from: start, days: 1 }),
    city,
    venue: `${city}云栖会议中心三层A厅`,
    product: '',
    list: 'society',
    told: true,
    ...rest,
  });
}

/** What the list says of a conference, other than it was. */
function revise(town: Town, { conference }: Meeting, changes: Partial<Conference>): void {
  const { conferences } = town.world;
  const at = conferences.findIndex(({ id }) => id === conference.id);
  conferences[at] = { ...conferences[at]!, ...changes };
}

/** A conference on which hardly anything is on file. */
const undocumented: Partial<Conference> = { agenda: '', evidence: '', filingNo: '', filingDay: undefined };

const dearLecture: Manner = (town, random, index) => {
  const star = town.hire(random, town.ward(), '主任医师');
  const sponsor = town.firm(random, { role: 'mah' });
  const start = dayFor(index);
  const gross = yuan(random.int(index < manners.length ? 90 : 30, 160) * 100);
  town.world.place(star, start, star.city);
  const meeting = hold(town, random, start, {
    name: `${star.employer!.name}${star.dept}诊疗规范培训班`,
    organizer: star.employer!,
    sponsors: [sponsor],
    speakers: [star],
    type: '院内会议',
    gross,
  });
  // within a proper conference a high fee is a matter of the market
  revise(town, meeting, undocumented);
  const own = rosterRow(town, meeting, star);
  return {
    subjects: [star, sponsor],
    // one thousand yuan an hour for a full professor, three times over, and two hours at the most
    expected: gross >= yuan(6500) * 1.25 ? [{ model: 'speaker-fee-outlier', subjects: [star], rows: [own] }] : [],
    rows: [own, ...meeting.feePayments.map((fee) => fee.id)],
    drawn: { manner: 'fee', gross: gross / 100 },
    zh: `${star.name}一次讲课税前${gross / 100}元，远超讲课费标准。`,
  };
};

const noTopic: Manner = (town, random, index) => {
  const { world, population } = town;
  const ward = town.ward();
  const buyer = town.hire(random, { ...ward, dept: '采购中心' }, '', { position: '采购中心主任', is_key_post: '是' });
  const sponsor = town.firm(random, { role: 'mah' });
  const start = dayFor(index);
  const speakers = gather(world, random, population.guests, 3, { city: ward.org.city, from: start, days: 1 });
  world.place(buyer, start, ward.org.city);
  const meeting = hold(town, random, start, {
    name: `${ward.org.name}${ward.dept}新进展学习班`,
    organizer: ward.org,
    sponsors: [sponsor],
    speakers,
    type: '院内会议',
  });
  const net = yuan(random.int(20, 45) * 100);
  const row = world.attend({
    conference: meeting.conference,
    day: start,
    person: buyer,
    role: '讲者',
    topic: '',
    gross: net,
    net,
    hours: 2,
    account: world.accountOf(buyer),
    session: undefined,
    signedAt: stampOf(start, 8, 20, 0),
    shows: { idNo: true, phone: true },
    told: true,
  });
  return {
    subjects: [buyer],
    expected: [{ model: 'speaker-not-qualified', subjects: [buyer], rows: [row.id] }],
    rows: [row.id],
    drawn: { manner: 'topic' },
    fen: net,
    zh: `${ward.org.name}采购中心主任${buyer.name}没有讲课题目却领取讲课费。`,
  };
};

const dearMeeting: Manner = (town, random, index) => {
  const { world, population } = town;
  const society = population.societies[index % population.societies.length]!;
  const start = dayFor(index);
  const speakers = gather(world, random, population.guests, 4, { city: society.city, from: start, days: 1 });
  const sponsor = town.firm(random, { role: 'mah' });
  const meeting = hold(town, random, start, {
    name: `云澜省外科高峰论坛（${index + 1}）`,
    organizer: society,
    sponsors: [sponsor],
    speakers,
  });
  const perHead = yuan(random.int(60, 120) * 100);
  const { attendance } = meeting.conference;
  revise(town, meeting, { totalCost: perHead * attendance, mealCost: Math.round(perHead * attendance * 0.8) });
  return {
    subjects: [sponsor],
    expected: [
      {
        model: 'conference-cost-outlier',
        subjects: [],
        conferences: [meeting.conference.id],
        rows: [meeting.conference.id],
      },
    ],
    rows: meeting.rows,
    drawn: { manner: 'cost', perHead: perHead / 100 },
    zh: `“${meeting.conference.name}”人均费用${perHead / 100}元，同类会议数百元。`,
  };
};

const cancelled: Manner = (town, random, index) => {
  const society = town.population.societies[index % town.population.societies.length]!;
  const sponsors = [town.firm(random, { role: 'mah' }), town.firm(random, { role: 'mah' })];
  for (const sponsor of sponsors) town.obtain(sponsor);
  const start = dayFor(index);
  const meeting = hold(town, random, start, {
    name: `云澜省内镜诊疗质量研讨会（${index + 1}）`,
    organizer: society,
    sponsors,
    speakers: [],
    audience: 0,
  });
  revise(town, meeting, { status: '已取消', attendance: 0, evidence: '', totalCost: 0, venueCost: 0, mealCost: 0 });
  const rows = meeting.sponsorPayments.map((payment) => payment.id);
  return {
    subjects: sponsors,
    expected: [{ model: 'cancelled-conference-paid', subjects: [], conferences: [meeting.conference.id], rows }],
    rows: meeting.rows,
    drawn: { manner: 'cancelled' },
    zh: `“${meeting.conference.name}”已取消，赞助款没有退回。`,
  };
};

const copiedRoster: Manner = (town, random, index) => {
  const { world, population } = town;
  const organizer = town.firm(random, { role: 'cso' });
  const sponsor = town.firm(random, { role: 'mah' });
  const [one, other] = [dayFor(index), dayFor(index, 90)];
  const names = gather(world, random, population.guests, 40, { city: organizer.city, from: one, days: 1 }).filter(
    (person) => world.place(person, other, '望川市'),
  );
  const make = (start: number, city: string, name: string, attendees: readonly Person[]): Meeting => {
    const meeting = hold(town, random, start, {
      name,
      organizer,
      sponsors: [sponsor],
      speakers: [],
      attendees,
      city,
      audience: 0,
    });
    revise(town, meeting, undocumented);
    return meeting;
  };
  const first = make(one, organizer.city, '创面修复材料应用交流会', names);
  const second = make(other, '望川市', '围术期营养支持研讨会', names.slice(0, Math.ceil(names.length * 0.95)));
  const rows = [...first.rows, ...second.rows];
  return {
    subjects: [organizer, sponsor],
    expected: [
      {
        model: 'conference-duplicate-roster',
        subjects: [organizer],
        conferences: [first.conference.id, second.conference.id],
        rows: rows.filter((row) => row.startsWith('R-')),
      },
    ],
    rows,
    drawn: { manner: 'roster', names: names.length },
    zh: `${organizer.name}两场不同城市、不同主题的会议使用同一份签到名单。`,
  };
};

const sameHall: Manner = (town, random, index) => {
  const organizers = [town.firm(random, { role: 'cso' }), town.firm(random, { role: 'cso' })];
  const sponsor = town.firm(random, { role: 'mah' });
  const start = dayFor(index);
  const hall = `澄溪市书院街${60 + index}号云栖酒店五楼锦江厅`;
  const meetings = organizers.map((organizer, n) => {
    const meeting = hold(town, random, start, {
      name: ['伤口护理产品推介会', '介入导管操作演示会'][n]!,
      organizer,
      sponsors: [sponsor],
      speakers: [],
      audience: 24,
      city: '澄溪市',
      venue: hall,
    });
    revise(town, meeting, undocumented);
    return meeting;
  });
  return {
    subjects: [...organizers, sponsor],
    expected: [
      {
        model: 'conference-double-booking',
        subjects: [],
        conferences: meetings.map(({ conference }) => conference.id),
        rows: meetings.map(({ conference }) => conference.id),
      },
    ],
    rows: meetings.flatMap(({ rows }) => rows),
    drawn: { manner: 'hall' },
    zh: `同一会议厅同一天登记了两场互不相干的会议。`,
  };
};

const rosterRow = (town: Town, meeting: Meeting, person: Person): string =>
  town.world.attendances.find((row) => row.conference.id === meeting.conference.id && row.person === person)!.id;

const manners: readonly Manner[] = [dearLecture, noTopic, dearMeeting, cancelled, copiedRoster, sameHall];
