import { dayNumber } from '../../../shared/evidence/day.ts';
import type { Meeting } from '../models/ask/meetings.ts';
import { readAliases } from '../models/ask/org-aliases.ts';

import type { EvidenceReader } from '../models/model.ts';
import type { MeetingLine } from './meeting-lines.ts';

/** One person in a roster. */
export interface RosterRow {
  readonly row: number;
  readonly person: number;
  readonly key: string;
  readonly org: number | null;
  readonly role: string;
  readonly topic: string | null;
}

/** A conference record as it stands in one list. */
export interface ConferenceRecord {
  readonly row: number;
  readonly sheet: number;
  readonly evidence: number;
  readonly conference: number;
  readonly organizer: number | null;
  readonly organizerKind: string | null;
  readonly startDay: string;
  readonly endDay: string | null;
  readonly precision: string;
  readonly venue: string | null;
  readonly city: string | null;
  readonly planned: number | null;
  readonly attendance: number | null;
  readonly agenda: string | null;
  readonly filingNo: string | null;
  readonly filingDay: string | null;
  readonly totalFen: number | null;
  readonly sponsorFen: number | null;
  readonly status: string | null;
  readonly evidenceFiles: string | null;
  readonly remark: string | null;
}

/** Everything the check of one record looks at. */
export interface ConferenceFacts {
  readonly record: ConferenceRecord;
  readonly meeting: Meeting;
  readonly roster: readonly RosterRow[];
  /** Whether rosters of the conferences of this very list were handed over, so that a missing one means something. */
  readonly rosterCovers: boolean;
  /** Whether the rosters of this conference have a column of topics. */
  readonly topicsKnown: boolean;
  readonly lines: readonly MeetingLine[];
  /** Whether the organiser stands in the company register or bears a valid credit code. */
  readonly organizerRegistered: boolean;
  /** Contracts of sponsorship or services between a sponsor and whoever held it, in force around its days. */
  readonly agreements: readonly number[];
  /** Whether the list has the column. */
  has(field: string): boolean;
}

/** Departments meet without filing, agreement or invoices. */
export const isDepartmentMeeting = ({ meeting }: ConferenceFacts): boolean => meeting.type === 'department';

/** A list of speakers alone is no list of those who came. */
export const isSignIn = (roster: readonly RosterRow[]): boolean => roster.some(({ role }) => role === 'attendee');

/**
 * A list covers rosters when one in five of its conferences has one, or when its own file holds a sheet of rosters. A single roster
 * among many says nothing about the others.
 */
const ROSTER_SHARE = 5;

export function readConferenceFacts(
  evidence: EvidenceReader,
  meetings: readonly Meeting[],
  lines: readonly MeetingLine[],
): ConferenceFacts[] {
  const records = new Map(
    evidence
      .all<ConferenceRecord>(
        `select m.row as row, p.sheet as sheet, p.evidence as evidence, m.conference as conference, m.organizer as organizer, o.kind as organizerKind,
                m.start_day as startDay, m.end_day_written as endDay, m.precision as precision, m.venue as venue, m.city as city,
                m.planned as planned, m.actual as attendance, m.agenda as agenda, m.filing_no as filingNo, m.filing_day as filingDay,
                m.total_fen as totalFen, m.sponsor_fen as sponsorFen, m.status as status, m.evidence_files as evidenceFiles, m.remark as remark
         from meeting m join place p on p.row = m.row left join who o on o.party = m.organizer order by m.row`,
      )
      .map((record) => [record.row, record]),
  );
  const rosters = Map.groupBy(
    evidence.all<RosterRow & { conference: number }>(
      `select a.conference as conference, a.row as row, a.person as person, w.name as key, a.org as org, a.role as role, a.topic as topic
       from attendance a join who w on w.party = a.person where a.conference is not null order by a.row`,
    ),
    ({ conference }) => conference,
  );
  const rosterFiles = new Set(
    evidence
      .all<{ evidence: number }>(
        `select distinct p.evidence as evidence from attendance a join place p on p.row = a.row where a.role = 'attendee'`,
      )
      .map(({ evidence: file }) => file),
  );
  const registered = new Set(
    evidence
      .all<{ company: number }>('select distinct company from company where company is not null')
      .map(({ company }) => company),
  );
  const covered = coveredSheets([...records.values()], (conference) => isSignIn(rosters.get(conference) ?? []));
  const byMeeting = Map.groupBy(lines, ({ meeting }) => meeting.row);
  const agreements = readAgreements(evidence);
  return meetings.map((meeting) => {
    const record = records.get(meeting.row)!;
    const roster = rosters.get(meeting.conference) ?? [];
    return {
      record,
      meeting,
      roster,
      rosterCovers: covered.has(record.sheet) || rosterFiles.has(record.evidence),
      topicsKnown: roster.some(({ row }) => evidence.rowHasField(row, 'topic')),
      lines: byMeeting.get(meeting.row) ?? [],
      organizerRegistered: record.organizer !== null && registered.has(record.organizer),
      agreements: agreements(meeting),
      has: (field) => evidence.rowHasField(meeting.row, field),
    };
  });
}

/** Signed up to a year before, or settled within three months after. */
const [SIGNED_BEFORE, SIGNED_AFTER] = [365, 90];

/** The contracts that may be for a meeting, by their parties: short names stand for the firm of the register. */
function readAgreements(evidence: EvidenceReader): (meeting: Meeting) => number[] {
  const canonical = readAliases(evidence);
  const contracts = Map.groupBy(
    evidence
      .all<{ row: number; partyA: number; partyB: number; from: string; to: string | null }>(
        `select row, party_a as partyA, party_b as partyB, coalesce(valid_from, day) as "from", valid_to as "to" from contract
         where type in ('sponsorship_agreement', 'promotion_service', 'donation_agreement', 'consulting_agreement') order by row`,
      )
      .map((each) => ({ ...each, pair: pairOf(canonical(each.partyA), canonical(each.partyB)) })),
    ({ pair }) => pair,
  );
  return ({ sponsors, hosts, start, end }) =>
    [...sponsors]
      .flatMap((sponsor) => [...hosts].flatMap((host) => contracts.get(pairOf(sponsor, host)) ?? []))
      .filter(({ from, to }) => {
        const signed = dayNumber(from);
        const ends = to === null ? signed + SIGNED_BEFORE : dayNumber(to);
        return signed <= end + SIGNED_AFTER && ends >= start;
      })
      .map(({ row }) => row);
}

const pairOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function coveredSheets(records: readonly ConferenceRecord[], hasRoster: (conference: number) => boolean): Set<number> {
  const covered = new Set<number>();
  for (const [sheet, list] of Map.groupBy(records, (record) => record.sheet)) {
    const withRoster = list.filter(({ conference }) => hasRoster(conference)).length;
    if (withRoster > 0 && withRoster * ROSTER_SHARE >= list.length) covered.add(sheet);
  }
  return covered;
}
