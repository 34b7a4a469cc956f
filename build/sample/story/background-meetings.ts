/** The proper conferences of three years: congresses of societies, hospital courses, department meetings, round tables, online. */
import { bare, HOME_CITY } from '../identity/org-names.ts';
import type { SizePlan } from '../options.ts';
import { civilDate, type Day } from '../plain/civil.ts';
import type { Random } from '../plain/random.ts';
import { isSenior } from '../schemes/actors.ts';
import type { Population } from '../world/population.ts';
import type { ConferenceType, Org, Person } from '../world/types.ts';
import { CASE_FROM, type World } from '../world/world.ts';
import { gather, meetingDay } from './calendar.ts';
import { holdMeeting, hotelVenue, type Meeting } from './meetings.ts';

export interface MeetingIdea {
  readonly type: ConferenceType;
  readonly wished: Day;
  readonly sponsors: readonly Org[];
  /** Lectures too, paid by the first sponsor itself. */
  readonly star?: Person;
  readonly told?: boolean;
}

export const specialities = [
  '骨科',
  '关节外科',
  '脊柱外科',
  '创伤骨科',
  '运动医学',
  '骨质疏松',
  '手足外科',
  '康复医学',
  '麻醉与疼痛',
  '围术期医学',
];
const products = [
  '髋关节假体',
  '脊柱内固定系统',
  '锁定加压接骨板',
  '骨水泥',
  '带线锚钉',
  '椎间融合器',
  '关节镜耗材',
  '人工骨',
];

const kinds: ReadonlyArray<readonly [ConferenceType, number]> = [
  ['省级会议', 12],
  ['院内会议', 18],
  ['科室会', 45],
  ['圆桌会', 15],
  ['线上会议', 10],
];

export interface MeetingHall {
  readonly honestMakers: readonly Org[];
  readonly speakers: readonly Person[];
  readonly audience: readonly Person[];
}

/** Who may take part in the background: makers that plant nothing, senior doctors nobody claims, everybody as audience. */
export function meetingHall(world: World, population: Population, crooked: number): MeetingHall {
  const staff = population.hospitals.flatMap((hospital) => hospital.staff);
  return {
    honestMakers: [
      ...population.makers.slice(crooked),
      ...population.distributors.slice(0, Math.ceil(population.distributors.length / 2)),
    ],
    speakers: [...staff, ...population.guests].filter((person) => isSenior(person) && !world.claimed(person)),
    audience: [...staff, ...population.guests],
  };
}

export function backgroundMeetings(
  world: World,
  plan: SizePlan,
  population: Population,
  hall: MeetingHall,
  count: number,
): Meeting[] {
  const random = world.random('background-meetings');
  const ideas: MeetingIdea[] = Array.from({ length: count }, (_, i) => ({
    type: random.pickWeighted(kinds),
    wished: CASE_FROM + 40 + Math.floor((i * 1000) / count) + random.int(0, 6),
    sponsors: random.sample(hall.honestMakers, random.int(1, 2)),
  }));
  const wanted = rosterTarget(world, plan, ideas.length);
  return ideas.map((idea) => holdIdea(world, random, population, hall, idea, wanted));
}

/** How much larger than usual rosters must be so that all together reach the planned number of roster rows. */
export function rosterTarget(world: World, plan: SizePlan, meetings: number): number {
  const left = Math.max(0, plan.rosterRows - world.attendances.length);
  return Math.max(0.6, Math.min(6, left / (meetings * 20)));
}

const audienceOf: Readonly<Record<ConferenceType, readonly [number, number]>> = {
  全国会议: [180, 320],
  省级会议: [46, 80],
  院内会议: [22, 36],
  科室会: [8, 14],
  圆桌会: [9, 15],
  线上会议: [24, 44],
};
const lecturesOf: Readonly<Record<ConferenceType, readonly [number, number]>> = {
  全国会议: [40, 40],
  省级会议: [4, 8],
  院内会议: [2, 4],
  科室会: [1, 1],
  圆桌会: [2, 4],
  线上会议: [2, 3],
};

export function holdIdea(
  world: World,
  random: Random,
  population: Population,
  hall: MeetingHall,
  idea: MeetingIdea,
  crowd: number,
): Meeting {
  const { type } = idea;
  const large = type === '省级会议' || type === '全国会议';
  const start = meetingDay(idea.wished, large);
  const days = large ? random.int(1, 2) : 1;
  const hospital = random.pick(population.hospitals);
  const hotel = random.pick(population.hotels);
  const byCompany = type === '科室会';
  const organizer = byCompany
    ? idea.sponsors[0]!
    : type === '院内会议'
      ? hospital.org
      : random.pick(population.societies);
  const city = type === '院内会议' || byCompany ? hospital.org.city : type === '线上会议' ? organizer.city : hotel.city;
  const where = { city, from: start, days };
  const dept = random.pick(hospital.departments);
  const [low, high] = audienceOf[type];
  const [fewest, most] = lecturesOf[type];
  const speakers = gather(world, random, hall.speakers, random.int(fewest, most), where);
  const pool = byCompany ? hospital.staff.filter((person) => person.dept === dept) : hall.audience;
  const size = byCompany ? random.int(low, high) : Math.round(random.int(low, high) * crowd);
  const attendees = gather(world, random, pool, Math.max(6, size), where);
  if (byCompany && attendees.length < 6) attendees.push(...gather(world, random, hospital.staff, 8, where));
  const all = idea.star ? [idea.star, ...speakers] : speakers;
  return holdMeeting(world, random, {
    type,
    name: meetingName(world, random, type, start, city, hospital.org, dept),
    start,
    days,
    organizer,
    ...(byCompany ? {} : { executor: random.pick(population.pcos) }),
    sponsors: idea.sponsors,
    speakers: [...new Set(all)],
    attendees: [...new Set(attendees)],
    city,
    venue: venueOf(random, type, hospital.org, dept, hotel),
    ...(type === '院内会议' || byCompany || type === '线上会议' ? {} : { hotel }),
    restaurant: random.pick(population.restaurants),
    product: random.pick(products),
    list: byCompany ? 'company' : 'society',
    ...(idea.star ? { paidBySponsor: [idea.star] } : {}),
    told: idea.told ?? false,
  });
}

function venueOf(random: Random, type: ConferenceType, hospital: Org, dept: string, hotel: Org): string {
  if (type === '线上会议') return `线上（澄云会议平台，会议号990-000-${random.int(100, 999)}）`;
  if (type === '院内会议') return `${hospital.address}${hospital.name}学术报告厅`;
  if (type === '科室会') return `${hospital.name}${dept}示教室`;
  return hotelVenue(random, hotel);
}

const names = new WeakMap<World, Map<string, number>>();
function meetingName(
  world: World,
  random: Random,
  type: ConferenceType,
  day: Day,
  city: string,
  hospital: Org,
  dept: string,
): string {
  const { year } = civilDate(day);
  const field = random.pick(specialities);
  const place = bare(city);
  const name = {
    全国会议: `${year}年${place}${field}全国学术会议`,
    省级会议: random.pick([
      `${year}年云澜省${field}学术年会`,
      `云澜省${field}新进展学习班`,
      `${place}${field}高峰论坛`,
    ]),
    院内会议: `${hospital.name.replace(HOME_CITY, place)}${field}规范化诊疗培训班`,
    科室会: `${hospital.name.replace(HOME_CITY, place)}${dept}病例讨论科室会`,
    圆桌会: `${field}专家圆桌会议（${place}）`,
    线上会议: `${field}疑难病例线上研讨会`,
  }[type];
  const used = names.get(world) ?? new Map<string, number>();
  names.set(world, used);
  const before = used.get(name) ?? 0;
  used.set(name, before + 1);
  return before === 0 ? name : `${name}（第${before + 1}期）`;
}
