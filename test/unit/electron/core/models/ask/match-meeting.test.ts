import { expect, test } from 'vitest';
import { meetingMatcher, type Spending } from '../../../../../../electron/core/models/ask/match-meeting.ts';
import type { Lecture, Meeting } from '../../../../../../electron/core/models/ask/meetings.ts';
import { dayNumber } from '../../../../../../shared/evidence/day.ts';

const speaker = 7;
const lecture: Lecture = {
  row: 1,
  person: speaker,
  role: 'speaker',
  topic: '关节翻修',
  title: null,
  hours: null,
  feeFen: null,
  feeGrossFen: null,
};

const meeting = (name: string, day: string, more: Partial<Meeting>): Meeting => ({
  row: dayNumber(day),
  conference: dayNumber(day),
  no: null,
  name,
  key: name,
  type: null,
  start: dayNumber(day),
  end: dayNumber(day),
  startDay: day,
  city: null,
  venue: null,
  venueKey: '',
  sponsorFen: null,
  totalFen: null,
  status: null,
  hosts: new Set(),
  sponsors: new Set(),
  tellsSponsors: false,
  lectures: new Map([[speaker, lecture]]),
  lecturesByName: new Map(),
  ...more,
});

const payment = (payer: number, day: string): Spending => ({
  day,
  payer,
  payee: speaker,
  payeeName: '沈以墨',
  conference: null,
  conferenceNo: null,
  conferenceName: null,
  memo: '讲课费',
});

const matcher = (...meetings: readonly Meeting[]) =>
  meetingMatcher(meetings, { before: 60, after: 120, nameSim: 0.6, canonical: (party) => party });

test('of two meetings whose lists name no sponsors, a fee belongs to the one that its payer holds', () => {
  const [beijing, guangzhou] = [
    meeting('北京骨科学术会议', '2024-05-18', { hosts: new Set([1]) }),
    meeting('广州骨科学术会议', '2024-05-18', { hosts: new Set([2]), row: 99 }),
  ];
  const { match } = matcher(beijing, guangzhou);
  expect(match(payment(1, '2024-05-30'))?.meeting.name).toBe(beijing.name);
  expect(match(payment(2, '2024-05-30'))?.meeting.name).toBe(guangzhou.name);
});

test('a payer of whom no list knows pays for the nearest meeting', () => {
  const { match } = matcher(
    meeting('春季论坛', '2024-04-12', { hosts: new Set([1]) }),
    meeting('夏季论坛', '2024-05-18', { hosts: new Set([2]) }),
  );
  expect(match(payment(3, '2024-05-20'))?.meeting.name).toBe('夏季论坛');
});

test('a list that names its sponsors says no to everybody else', () => {
  const { match } = matcher(meeting('春季论坛', '2024-04-12', { tellsSponsors: true, sponsors: new Set([1]) }));
  expect(match(payment(1, '2024-04-20'))).toMatchObject({ how: 'speaker' });
  expect(match(payment(3, '2024-04-20'))).toBeUndefined();
});
