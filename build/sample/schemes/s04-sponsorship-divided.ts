/** S04: a society divides what a company sponsored among its officers and members within days. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { gather, meetingDay } from '../story/calendar.ts';
import { holdMeeting } from '../story/meetings.ts';
import { published } from '../truth/published-defaults.ts';
import type { Town } from './town.ts';

export function dividedSponsorships(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const { world, population } = town;
  const id = `S04-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const sponsor = town.firm(random, { role: 'mah' });
  const name = `云澜省${['血管病', '血液病', '眼科', '肾脏病', '感染病', '疼痛', '胸外科', '康复'][index % 8]}学会${index < 8 ? '' : `第${Math.floor(index / 8) + 1}分会`}`;
  const society = town.firm(random, { role: 'society', name, short: name, insured: 5 });
  const ward = town.ward();
  const members = Array.from({ length: random.int(5, 15) }, (_, n) =>
    town.hire(random, ward, '主任医师', {
      society_role: `${name}${n === 0 ? '会长' : n === 1 ? '秘书长' : '常务委员'}`,
    }),
  );
  for (const [n, officer] of members.slice(0, 2).entries()) {
    town.book.add('company_person', {
      company_name: society,
      company_uscc: society.uscc,
      person_name: officer,
      person_id: officer.idNo,
      person_type: '自然人',
      position: n === 0 ? '会长' : '秘书长',
      from_date: dayOf(2020, 3, 2),
    });
  }
  const start = meetingDay(dayOf(2023, 3, 1) + ((index * 67) % 560), true);
  const where = { city: society.city, from: start, days: 1 };
  town.obtainBare(society, start - 60, start + 60);
  const guests = gather(world, random, population.guests, 34, where);
  const meeting = holdMeeting(world, random, {
    type: '省级会议',
    name: `${name}学术年会`,
    start,
    days: 1,
    organizer: society,
    sponsors: [sponsor],
    speakers: guests.slice(0, 4),
    attendees: guests.slice(4),
    city: society.city,
    venue: `${society.city}云栖会议中心二层报告厅`,
    product: '',
    list: 'society',
    told: true,
  });
  const fen = yuan(random.int(30, 80) * 10_000);
  const received = start - random.int(12, 24);
  const inflow = town.pay(id, random, world.accountOf(sponsor), world.accountOf(society), fen, received, {
    summary: '会议赞助费',
    remark: meeting.conference.name,
  });
  const divided = random.between(index < 2 ? 0.4 : 0.2, 0.9);
  const weights = members.map((_, n) => (n < 2 ? 3 : random.between(0.6, 1.4)));
  const whole = weights.reduce((a, b) => a + b, 0);
  const shares = members.map((member, n) => ({
    member,
    transfer: town.pay(
      id,
      random,
      world.accountOf(society),
      world.accountOf(member),
      yuan(Math.round(((fen / 100) * divided * weights[n]!) / whole)),
      received + random.int(1, 9),
      { summary: random.pick(['劳务费', '专家费', '补贴']) },
    ),
  }));
  const rows = [inflow.id, ...shares.map(({ transfer }) => transfer.id)];
  town.plant({
    id,
    scheme: 'S04',
    difficulty: 2,
    expected: [
      ...(members.length >= published.sponsorship.payees && divided >= published.sponsorship.share
        ? // the amount is what was divided; what the sponsor paid stands beside it
          [{ model: 'sponsorship-split', subjects: [society], rows: shares.map(({ transfer }) => transfer.id) }]
        : []),
      ...shares.slice(0, 2).map(({ member, transfer }) => ({
        model: 'society-related-party-outflow',
        subjects: [society, member],
        rows: [transfer.id],
      })),
    ],
    subjects: [society, sponsor, ...members],
    rows,
    drawn: { members: members.length, share: Math.round(divided * 100) / 100 },
    zh: `${society.name}收到${sponsor.name}赞助后十日内，将其中约${Math.round(divided * 100)}%分给${members.length}名任职人员。`,
  });
}
