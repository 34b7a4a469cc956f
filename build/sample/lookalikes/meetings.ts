/** Proper meetings that a careless rule would flag. */
import { bare, farPairs, HOME_CITY } from '../identity/org-names.ts';
import { type Day, dayOf } from '../plain/civil.ts';
import { isSenior, unclaimedStaff } from '../schemes/actors.ts';
import { congress } from '../schemes/s05-impossible-speaker.ts';
import { holdIdea, type MeetingHall } from '../story/background-meetings.ts';
import { gather, goes, meetingDay } from '../story/calendar.ts';
import { holdMeeting, hotelVenue, type Meeting } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

const idsOf = (meetings: readonly Meeting[]) => ({
  conferences: meetings.map((meeting) => meeting.conference.id),
  rows: meetings.flatMap((meeting) => meeting.rows),
});

/** The same with everybody who stands in their rosters. */
function rostersOf(world: World, meetings: readonly Meeting[]) {
  const { conferences, rows } = idsOf(meetings);
  const held = new Set(conferences);
  const rosters = world.attendances.filter(({ conference }) => held.has(conference.id)).map(({ id }) => id);
  return { conferences, rows: [...rows, ...rosters] };
}

/** L01: a national congress with three sponsors and forty speakers paid within the usual fee. */
export function nationalCongress(world: World, population: Population, hall: MeetingHall, story: Story): void {
  const random = world.random('lookalike/L01');
  const hotel = population.hotels[0]!;
  const start = meetingDay(dayOf(2023, 5, 11), true);
  const where = { city: hotel.city, from: start, days: 3 };
  const speakers = gather(world, random, hall.speakers, 40, where);
  const attendees = gather(world, random, hall.audience, 210, where);
  const meeting = holdMeeting(world, random, {
    type: '全国会议',
    name: '第六届澄溪骨与关节外科全国学术论坛',
    start,
    days: 3,
    organizer: population.societies[1] ?? population.societies[0]!,
    executor: population.pcos[0]!,
    sponsors: hall.honestMakers.slice(0, 3),
    speakers,
    attendees,
    city: hotel.city,
    venue: hotelVenue(random, hotel),
    hotel,
    restaurant: population.restaurants[0]!,
    product: '',
    list: 'society',
    told: true,
  });
  const about = idsOf([meeting]);
  const subjects = [meeting.conference.organizer, population.pcos[0]!];
  for (const model of ['fan-out', 'sham-conference', 'academic-fee-no-conference']) {
    story.lookalikes.push({
      id: `L01-${model}`,
      kind: '全国学术会议',
      model,
      subjects,
      ...about,
      zh: '三家企业赞助、四十名讲者、手续齐全、讲课费在标准内的全国会议；会务公司数日内向四十名讲者付款。',
    });
  }
}

/** L02: the same eighteen people every week, no filing, no money worth mentioning. */
export function journalClub(world: World, population: Population, story: Story): void {
  const random = world.random('lookalike/L02');
  const hospital = population.hospitals[0]!;
  const members = hospital.staff.filter((person) => person.title !== '住院医师').slice(0, 18);
  const meetings = Array.from({ length: 4 }, (_, week) => {
    const start = dayOf(2024, 5, 8) + week * 7;
    const present = members.filter((person) => goes(world, person, { city: hospital.org.city, from: start, days: 1 }));
    return holdMeeting(world, random, {
      type: '科室会',
      name: `${bare(HOME_CITY)}市一院骨科文献研读会（第${week + 1}周）`,
      start,
      days: 1,
      organizer: hospital.org,
      sponsors: [],
      speakers: [present[week % present.length]!],
      attendees: present,
      city: hospital.org.city,
      venue: `${hospital.org.name}骨科示教室`,
      product: '',
      list: 'society',
      told: true,
      gross: 20_000,
    });
  });
  story.lookalikes.push({
    id: 'L02',
    kind: '每周文献研读',
    model: 'sham-conference',
    subjects: [hospital.org],
    ...idsOf(meetings),
    zh: '同一批人每周参加的科室文献研读会，名单相同是正常的。',
  });
  story.lookalikes.push({
    id: 'L02-roster',
    kind: '每周文献研读',
    model: 'conference-duplicate-roster',
    subjects: [hospital.org],
    ...rostersOf(world, meetings),
    zh: '同一批人每周参加的科室文献研读会，名单相同是正常的。',
  });
}

/** L03: one course in four parts with one class. */
export function courseSeries(world: World, population: Population, hall: MeetingHall, story: Story): void {
  const random = world.random('lookalike/L03');
  const hotel = population.hotels[1]!;
  const days: Day[] = Array.from({ length: 4 }, (_, i) => meetingDay(dayOf(2023, 11, 3) + i * 21, true));
  const where = { city: hotel.city, from: days[0]!, days: 1 };
  const course = gather(world, random, hall.audience, 30, where).filter((person) =>
    days.slice(1).every((day) => goes(world, person, { city: hotel.city, from: day, days: 1 })),
  );
  const meetings = days.map((start, i) =>
    holdMeeting(world, random, {
      type: '省级会议',
      name: `云澜省关节镜技术系列培训班（第${i + 1}期）`,
      start,
      days: 1,
      organizer: population.societies[1] ?? population.societies[0]!,
      executor: population.pcos[1] ?? population.pcos[0]!,
      sponsors: hall.honestMakers.slice(1, 2),
      speakers: gather(world, random, hall.speakers, 2, { city: hotel.city, from: start, days: 1 }),
      attendees: course,
      city: hotel.city,
      venue: hotelVenue(random, hotel),
      hotel,
      restaurant: population.restaurants[1]!,
      product: '关节镜耗材',
      list: 'society',
      told: true,
    }),
  );
  story.lookalikes.push({
    id: 'L03',
    kind: '系列课程',
    model: 'sham-conference',
    subjects: [meetings[0]!.conference.organizer],
    ...idsOf(meetings),
    zh: '四期系列课程使用同一学员名单，是同一个班。',
  });
  story.lookalikes.push({
    id: 'L03-roster',
    kind: '系列课程',
    model: 'conference-duplicate-roster',
    subjects: [meetings[0]!.conference.organizer],
    ...rostersOf(world, meetings),
    zh: '四期系列课程使用同一学员名单，是同一个班。',
  });
}

/** L04: a lecture through a camera in one city while standing in another. */
export function onlineSpeaker(world: World, population: Population, hall: MeetingHall, story: Story): void {
  const random = world.random('lookalike/L04');
  const speaker = senior(world, population, 0, 'L04');
  const day = meetingDay(dayOf(2024, 3, 15), true);
  const [here, there] = farPairs[4]!;
  const onSite = congress(world, population, random, here, day, speaker);
  world.place(speaker, day, here);
  const online = holdMeeting(world, random, {
    type: '线上会议',
    name: '骨科远程病例讨论会（线上）',
    start: day,
    days: 1,
    organizer: population.societies[0]!,
    executor: population.pcos[0]!,
    sponsors: hall.honestMakers.slice(0, 1),
    speakers: [speaker],
    attendees: gather(world, random, hall.audience, 26, { city: HOME_CITY, from: day, days: 1 }),
    city: there,
    venue: '线上（澄云会议平台，会议号990-000-777）',
    product: '骨水泥',
    list: 'society',
    told: true,
  });
  const meetings = [onSite, online];
  story.lookalikes.push({
    id: 'L04',
    kind: '线上讲者',
    model: 'speaker-two-cities',
    subjects: [speaker],
    conferences: meetings.map((meeting) => meeting.conference.id),
    rows: meetings.flatMap((meeting) => rosterRows(world, meeting, speaker)),
    zh: `${speaker.name}同一日一处现场、一处线上讲课，不是同日异地。`,
  });
}

/** L05: two doctors of one name, in two cities on one day. */
export function namesakes(world: World, population: Population, story: Story): void {
  const random = world.random('lookalike/L05');
  const one = senior(world, population, 1, 'L05');
  const other = world.addPerson(random, {
    name: one.name,
    birthYear: 1971,
    male: one.male,
    employer: population.guests[0]!.employer!,
    dept: '骨科',
    title: '主任医师',
  });
  world.claim(other, 'L05');
  const day = meetingDay(dayOf(2023, 8, 18), true);
  const [here, there] = farPairs[1]!;
  const meetings = [
    { meeting: congress(world, population, random, here, day, one), who: one, city: here },
    { meeting: congress(world, population, random, there, day, other), who: other, city: there },
  ];
  for (const { who, city } of meetings) world.place(who, day, city);
  story.lookalikes.push({
    id: 'L05',
    kind: '同名同日',
    model: 'speaker-two-cities',
    subjects: [one, other],
    conferences: meetings.map(({ meeting }) => meeting.conference.id),
    rows: meetings.flatMap(({ meeting, who }) => rosterRows(world, meeting, who)),
    zh: `两名医生都叫${one.name}，单位和证件号不同，同一日各在一城讲课。`,
  });
}

/** L06: a key opinion leader with fourteen lectures for nine companies, every one at a proper conference. */
export function popularLecturer(
  world: World,
  population: Population,
  hall: MeetingHall,
  story: Story,
  count: number,
  crowd: number,
): void {
  for (let i = 0; i < count; i++) {
    const random = world.random(`lookalike/L06/${i}`);
    const star = i === 0 ? population.cast.lecturer : senior(world, population, i, `L06-${i + 1}`);
    world.claim(star, `L06-${i + 1}`);
    world.obtain(world.accountOf(star), { told: true });
    const companies: readonly Org[] = random.sample(hall.honestMakers, 9);
    const meetings: Meeting[] = [];
    for (let lecture = 0; lecture < 14; lecture++) {
      const type = random.pick(['省级会议', '院内会议', '圆桌会', '院内会议', '圆桌会'] as const);
      const wished = dayOf(2023, 7, 3) + lecture * 25 + random.int(0, 8);
      const idea = { type, wished, sponsors: [companies[lecture % companies.length]!], star, told: true };
      meetings.push(holdIdea(world, random, population, hall, idea, crowd));
      world.place(star, meetings.at(-1)!.conference.start, meetings.at(-1)!.conference.city);
    }
    for (const model of ['multi-payer-recipient', 'academic-fee-no-conference']) {
      story.lookalikes.push({
        id: `L06-${i + 1}-${model}`,
        kind: '知名讲者',
        model,
        subjects: [star],
        conferences: meetings.map((meeting) => meeting.conference.id),
        rows: meetings.flatMap((meeting) => [
          ...rosterRows(world, meeting, star),
          ...meeting.feePayments.filter((fee) => fee.to === world.accountOf(star)).map((fee) => fee.id),
        ]),
        zh: `${star.name}一年内为${companies.length}家企业讲课十四次，每次都有手续齐全的会议，讲课费在标准内。`,
      });
    }
  }
}

/** L23: a hospital's own list that has no agenda column at all: unknown is not missing. */
export function listWithoutAgenda(world: World, population: Population, hall: MeetingHall, story: Story): void {
  const random = world.random('lookalike/L23');
  const hospital = population.hospitals[2 % population.hospitals.length]!;
  const meetings = Array.from({ length: 4 }, (_, i) => {
    const start = meetingDay(dayOf(2022, 9, 1) + i * 160, false);
    const where = { city: hospital.org.city, from: start, days: 1 };
    return holdMeeting(world, random, {
      type: '院内会议',
      name: `${bare(HOME_CITY)}市二院围术期管理培训（${['一', '二', '三', '四', '五'][i]}）`,
      start,
      days: 1,
      organizer: hospital.org,
      executor: population.pcos[1] ?? population.pcos[0]!,
      sponsors: hall.honestMakers.slice(i % 3, (i % 3) + 1),
      speakers: gather(world, random, hall.speakers, 3, where),
      attendees: gather(world, random, hall.audience, 22, where),
      city: hospital.org.city,
      venue: `${hospital.org.address}${hospital.org.name}学术报告厅`,
      restaurant: population.restaurants[2]!,
      product: '骨水泥',
      list: 'hospital',
      told: true,
    });
  });
  story.lookalikes.push({
    id: 'L23',
    kind: '会议表没有议程列',
    model: 'sham-conference',
    subjects: [hospital.org],
    ...idsOf(meetings),
    zh: '该院会议表没有“会议议程”一列：议程是未知，不是缺失。',
  });
}

/** L26: the sponsor paid forty days ahead. */
export function paidAhead(world: World, population: Population, hall: MeetingHall, story: Story): void {
  const random = world.random('lookalike/L26');
  const hotel = population.hotels[2]!;
  const start = meetingDay(dayOf(2024, 6, 14), true);
  const where = { city: hotel.city, from: start, days: 2 };
  const sponsor = hall.honestMakers[0]!;
  const meeting = holdMeeting(world, random, {
    type: '省级会议',
    name: '云澜省骨质疏松骨折防治论坛',
    start,
    days: 2,
    organizer: population.societies[0]!,
    executor: population.pcos[0]!,
    sponsors: [sponsor],
    speakers: gather(world, random, hall.speakers, 5, where),
    attendees: gather(world, random, hall.audience, 40, where),
    city: hotel.city,
    venue: hotelVenue(random, hotel),
    hotel,
    restaurant: population.restaurants[0]!,
    product: '人工骨',
    list: 'society',
    paidBefore: 40,
    told: true,
  });
  story.lookalikes.push({
    id: 'L26',
    kind: '会前预付',
    model: 'academic-fee-no-conference',
    subjects: [sponsor],
    conferences: [meeting.conference.id],
    rows: meeting.sponsorPayments.map((payment) => payment.id),
    zh: '会前四十日付给会务公司对公账户的赞助款，属于正常预付。',
  });
}

/** A senior doctor nobody has planted anything on. */
function senior(world: World, population: Population, index: number, by: string): Person {
  const hospital = population.hospitals[(index + 1) % population.hospitals.length]!;
  const everybody = [
    ...unclaimedStaff(world, hospital, population),
    ...population.guests.filter((person) => !world.claimed(person)),
  ];
  const person = everybody.find(isSenior)!;
  world.claim(person, by);
  return person;
}

const rosterRows = (world: World, meeting: Meeting, person: Person): string[] =>
  world.attendances
    .filter((row) => row.conference === meeting.conference && row.person === person)
    .map((row) => row.id);
