/** S05: a speaker lectures on the spot in two cities far from each other on one day, and is paid for both. */
import { bare, farPairs, provinceOf } from '../identity/org-names.ts';
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { gather, meetingDay } from '../story/calendar.ts';
import { holdMeeting, type Meeting } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Attendance, Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { isSenior, unclaimedStaff } from './actors.ts';

export function impossibleSpeakers(world: World, population: Population, story: Story, count: number): void {
  for (let i = 0; i < count; i++) plantOne(world, population, story, i);
}

function plantOne(world: World, population: Population, story: Story, index: number): void {
  const id = `S05-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const hospital = population.hospitals[(index + 1) % population.hospitals.length]!;
  const unclaimedGuests = population.guests.filter((each) => !world.claimed(each));
  const person = [...unclaimedStaff(world, hospital, population), ...unclaimedGuests].find(isSenior);
  if (!person) throw new Error('no senior doctor left for S05');
  world.claim(person, id);
  const difficulty = ((index % 3) + 1) as 1 | 2 | 3;
  const times = index % 3 === 1 ? 2 : 1;
  const rows: string[] = [];
  const conferences: string[] = [];
  let fen: Fen = 0;
  for (let n = 0; n < times; n++) {
    const [one, other] = farPairs[(index + n * 3) % farPairs.length]!;
    const day = meetingDay(dayOf(2023, 3, 10) + ((index * 37) % 480) + n * 120, true);
    // elsewhere he is nowhere else: the background must not add a third city
    world.place(person, day, one);
    for (const city of [one, other]) {
      const meeting = congress(world, population, random, city, day, person);
      conferences.push(meeting.conference.id);
      const roster = weaken(world, meeting, person, city === other ? difficulty : 1);
      const fee = meeting.feePayments.find((transfer) => transfer.to === world.accountOf(person))!;
      rows.push(meeting.conference.id, roster.id, fee.id);
      fen += fee.fen;
    }
  }
  if (index < 2) world.obtain(world.accountOf(person), { told: true });
  story.plants.push({
    id,
    scheme: 'S05',
    difficulty,
    expected: [{ model: 'speaker-two-cities', subjects: [person], conferences, rows }],
    subjects: [person],
    rows,
    fen,
    drawn: { days: times },
    zh: `${person.employer?.name ?? ''}${person.name}同一日在相距七百公里以上的两座城市现场讲课，两处均领取讲课费。`,
  });
}

/** A congress elsewhere with everything a proper one has; only this speaker cannot have been at both. */
export function congress(
  world: World,
  population: Population,
  random: Random,
  city: string,
  day: number,
  speaker: Person,
  more: { session?: { from: number; to: number }; told?: boolean } = {},
): Meeting {
  const where = { city, from: day, days: 1 };
  const others = gather(world, random, population.guests, 22, where);
  const host = hostIn(world, random, city);
  return holdMeeting(world, random, {
    type: '省级会议',
    name: `${provinceOf(city).replace(/[省市]$/, '')}${random.pick(['骨科', '关节外科', '脊柱外科', '创伤骨科'])}学术会议（${bare(city)}${random.int(2, 19)}届）`,
    start: day,
    days: 1,
    organizer: host.society,
    executor: host.agency,
    sponsors: [],
    speakers: [speaker, ...others.slice(0, 3)],
    attendees: others.slice(3),
    city,
    venue: `${city}云栖会议中心${random.pick(['三层A厅', '二层报告厅', '一层宴会厅'])}`,
    product: '',
    list: 'congress',
    told: more.told ?? true,
    gross: yuan(random.int(15, 30) * 100),
    ...(more.session ? { session: more.session } : {}),
  });
}

function hostIn(world: World, random: Random, city: string): { society: Org; agency: Org } {
  const name = `${bare(city)}澄云骨科学会（虚构）`;
  const known = world.orgs.find((org) => org.name === name);
  const society = known ?? world.addOrg(random, { role: 'society', city, name, short: name, insured: 6 });
  const agencyName = `${bare(city)}云栖会展服务有限公司（虚构）`;
  const agency =
    world.orgs.find((org) => org.name === agencyName) ??
    world.addOrg(random, { role: 'pco', city, name: agencyName, short: `${bare(city)}云栖会展`, insured: 12 });
  return { society, agency };
}

/** Difficulty 2 leaves only the phone in the second roster, difficulty 3 only name, hospital and department. */
function weaken(world: World, meeting: Meeting, person: Person, difficulty: 1 | 2 | 3): Attendance {
  const index = world.attendances.findIndex((each) => each.conference === meeting.conference && each.person === person);
  const row = { ...world.attendances[index]!, shows: { idNo: difficulty < 2, phone: difficulty < 3 } };
  world.attendances[index] = row;
  return row;
}
