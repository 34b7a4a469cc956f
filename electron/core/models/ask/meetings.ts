import { dayNumber } from '../../../../shared/evidence/day.ts';
import type { EvidenceReader } from '../model.ts';
import { nameKey } from './name-likeness.ts';
import { readAliases } from './org-aliases.ts';
import { isPersonName, keyOfPerson } from './person-names.ts';

/** One lecture or chair as the roster has it. */
export interface Lecture {
  readonly row: number;
  readonly person: number;
  readonly role: string;
  readonly topic: string | null;
  readonly title: string | null;
  readonly hours: string | null;
  readonly feeFen: number | null;
  readonly feeGrossFen: number | null;
}

/** One row of a conference list with everybody who stands behind it. Days are day numbers. */
export interface Meeting {
  readonly row: number;
  readonly conference: number;
  readonly no: string | null;
  readonly name: string;
  readonly key: string;
  readonly type: string | null;
  readonly start: number;
  readonly end: number;
  readonly startDay: string;
  readonly city: string | null;
  readonly venue: string | null;
  readonly venueKey: string;
  readonly sponsorFen: number | null;
  readonly totalFen: number | null;
  readonly status: string | null;
  /** organiser and those who carry it out, short names under the firm of the register; money for the meeting properly goes to them */
  readonly hosts: ReadonlySet<number>;
  readonly sponsors: ReadonlySet<number>;
  /** whether the list it stands in names sponsors at all */
  readonly tellsSponsors: boolean;
  readonly lectures: ReadonlyMap<number, Lecture>;
  /** the same by the name of the speaker as names are compared */
  readonly lecturesByName: ReadonlyMap<string, Lecture>;
}

interface MeetingRow {
  row: number;
  conference: number;
  no: string | null;
  name: string;
  type: string | null;
  startDay: string;
  endDay: string;
  city: string | null;
  venue: string | null;
  sponsorFen: number | null;
  totalFen: number | null;
  status: string | null;
}

const speaking = new Set(['speaker', 'chair', 'discussant']);

/** Every row of every conference list, by row. */
export const readMeetings = (evidence: EvidenceReader): readonly Meeting[] =>
  evidence.once('meetings', () => gatherMeetings(evidence));

function gatherMeetings(evidence: EvidenceReader): Meeting[] {
  const hosts = new Map<number, Set<number>>();
  const sponsors = new Map<number, Set<number>>();
  const canonical = readAliases(evidence);
  const put = (map: Map<number, Set<number>>, row: number, party: number) => {
    const known = map.get(row);
    if (known) known.add(party);
    else map.set(row, new Set([party]));
  };
  for (const { row, party, role } of evidence.all<{ row: number; party: number | null; role: string }>(
    'select row, party, role from meeting_party order by row, role, party',
  ))
    if (party !== null) put(role === 'sponsor' ? sponsors : hosts, row, canonical(party));
  const lectures = readLectures(evidence);
  return evidence
    .all<MeetingRow>(
      `select row, conference, conference_no as no, name, type, start_day as startDay, end_day as endDay, city, venue,
              sponsor_fen as sponsorFen, total_fen as totalFen, status
       from meeting order by row`,
    )
    .map(({ endDay, ...meeting }) => ({
      ...meeting,
      key: nameKey(meeting.name),
      start: dayNumber(meeting.startDay),
      end: Math.max(dayNumber(meeting.startDay), dayNumber(endDay)),
      venueKey: nameKey(meeting.venue ?? ''),
      hosts: hosts.get(meeting.row) ?? new Set(),
      sponsors: sponsors.get(meeting.row) ?? new Set(),
      tellsSponsors: evidence.rowHasField(meeting.row, 'sponsor'),
      lectures: lectures.get(meeting.conference) ?? new Map(),
      lecturesByName: byName(evidence, lectures.get(meeting.conference)),
    }));
}

function byName(evidence: EvidenceReader, lectures: ReadonlyMap<number, Lecture> | undefined): Map<string, Lecture> {
  return new Map([...(lectures ?? [])].map(([person, lecture]) => [keyOfPerson(evidence.party(person).name), lecture]));
}

/**
 * The lecture of a payee. Statements give a name and an account, rosters a name and a hospital: nothing joins the two, but at one and the same meeting
 * the same name is enough to explain a payment.
 */
export const lectureOf = (meeting: Meeting, payee: number, payeeName: string): Lecture | undefined =>
  meeting.lectures.get(payee) ??
  (isPersonName(payeeName) ? meeting.lecturesByName.get(keyOfPerson(payeeName)) : undefined);

/** Conference → person → lecture. Of several lines of one person at one conference the one with a fee counts. */
function readLectures(evidence: EvidenceReader): Map<number, Map<number, Lecture>> {
  const byConference = new Map<number, Map<number, Lecture>>();
  for (const { conference, ...lecture } of evidence.all<Lecture & { conference: number }>(
    `select conference, row, person, role, topic, title, hours, fee_fen as feeFen, fee_gross_fen as feeGrossFen
     from attendance where conference is not null and person is not null order by row`,
  )) {
    if (!speaking.has(lecture.role)) continue;
    const known = byConference.get(conference) ?? new Map<number, Lecture>();
    byConference.set(conference, known);
    const other = known.get(lecture.person);
    if (!other || (feeOf(other) === null && feeOf(lecture) !== null)) known.set(lecture.person, lecture);
  }
  return byConference;
}

/** The larger of the fee before and after tax, or null. */
export const feeOf = (lecture: Lecture): number | null =>
  lecture.feeFen === null && lecture.feeGrossFen === null
    ? null
    : Math.max(lecture.feeFen ?? 0, lecture.feeGrossFen ?? 0);

/** 线上: by the type, or by what the venue or the name says. */
export const isOnline = (meeting: Pick<Meeting, 'type' | 'venue' | 'name'>): boolean =>
  meeting.type === 'online' || saysOnline(`${meeting.venue ?? ''} ${meeting.name}`);

export const saysOnline = (words: string): boolean =>
  /线上|网络会议|网络直播|直播|云会议|云平台|腾讯会议|视频会议|远程|连线|录播|zoom|webinar|online/i.test(words);
