import { copiedRosters, rosterRule } from '../models/ask/copied-rosters.ts';
import { doubleBookings } from '../models/ask/double-bookings.ts';
import { readMedicalStaff } from '../models/ask/medical-staff.ts';
import type { Meeting } from '../models/ask/meetings.ts';
import type { EvidenceReader } from '../models/model.ts';
import {
  type Contradiction,
  moneySplit,
  ownContradictions,
  type SplitKnowledge,
  told,
} from './conference-contradictions.ts';
import { type Answer, checkElements, type Element, type ElementRule } from './conference-elements.ts';
import { type ConferenceFacts, isDepartmentMeeting, readConferenceFacts } from './conference-facts.ts';
import type { MeetingLine } from './meeting-lines.ts';

/** 真实 · 存疑 · 虚假 · 未核. */
export type CheckResult = 'genuine' | 'doubtful' | 'sham' | 'unverified';

export interface CheckRule extends ElementRule {
  /** so many elements must be known before a conference is judged */
  readonly minKnown: number;
}

/** 会议核验 of one conference record. Records of one conference in several lists share result, elements and contradictions. */
export interface ConferenceCheck {
  readonly row: number;
  readonly conference: number;
  readonly result: CheckResult;
  readonly known: number;
  readonly yes: number;
  readonly elements: readonly Element[];
  readonly contradictions: readonly Contradiction[];
}

/** What a department meeting does not need: filing, agreement, invoices. */
const notOfDepartments = new Set(['E2', 'E7', 'E9']);
const neverHeld = new Set(['cancelled', 'postponed', 'not_held', 'planned']);

/**
 * 会议真实性核验: ten elements and six contradictions of every conference. The answers are yes, no or unknown; unknown (the list has no
 * such column, or the evidence is not in the case) never counts against anybody. A proper conference is to be supported, so genuine is a result
 * like any other, and the models leave it alone.
 */
export function checkConferences(
  evidence: EvidenceReader,
  meetings: readonly Meeting[],
  lines: readonly MeetingLine[],
  rule: CheckRule,
): ConferenceCheck[] {
  const all = readConferenceFacts(evidence, meetings, lines);
  const elements = new Map(all.map((facts) => [facts, checkElements(facts, rule)]));
  const lectures = new Set(lines.filter(({ how, within }) => how === 'speaker' && within).map(({ row }) => row));
  const known = { staff: readMedicalStaff(evidence), explained: (row: number) => lectures.has(row) };
  const contradictions = new Map(
    all.map((facts) => [facts, [...ownContradictions(facts), splitContradiction(evidence, facts, known)]]),
  );
  const merged = [...Map.groupBy(all, ({ meeting }) => meeting.conference).values()].map((records) => ({
    records,
    elements: mergeElements(records.map((facts) => elements.get(facts)!)),
    own: mergeContradictions(records.map((facts) => contradictions.get(facts)!)),
  }));
  const proper = new Set(
    merged.flatMap(({ records, elements: each, own }) =>
      judge(records, each, own, rule).result === 'genuine' ? records : [],
    ),
  );
  const between = pairContradictions(all, proper);
  return merged
    .flatMap(({ records, elements: each, own }) => {
      const found = mergeContradictions([...records.map((facts) => between.get(facts) ?? []), own]).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      );
      const judged = judge(records, each, found, rule);
      return records.map(({ meeting }) => ({
        row: meeting.row,
        conference: meeting.conference,
        ...judged,
        elements: each,
        contradictions: found,
      }));
    })
    .sort((a, b) => a.row - b.row);
}

function judge(
  records: readonly ConferenceFacts[],
  elements: readonly Element[],
  contradictions: readonly Contradiction[],
  rule: CheckRule,
): { result: CheckResult; known: number; yes: number } {
  const department = records.some(isDepartmentMeeting);
  const counted = department ? elements.filter(({ id }) => !notOfDepartments.has(id)) : elements;
  const answered = (answer: Answer) => counted.filter((element) => element.answer === answer).length;
  const yes = answered('yes');
  const known = yes + answered('no');
  const enough = known >= (department ? rule.minKnown - 1 : rule.minKnown);
  const says = (id: string) => elements.find((element) => element.id === id)?.answer;
  const holds = (id: string) => says(id) === 'yes';
  const result = (): CheckResult => {
    if (contradictions.some(({ answer }) => answer === 'yes')) return 'sham';
    if (records.every(notHeldAndFree)) return 'unverified';
    const attested = department
      ? holds('E6') && says('E5') !== 'no'
      : (holds('E2') || holds('E5')) && (holds('E6') || holds('E9'));
    if (enough && yes * 10 >= known * 6 && holds('E3') && holds('E4') && attested) return 'genuine';
    if (!enough) return 'unverified';
    return yes * 2 < known ? 'sham' : 'doubtful';
  };
  return { result: result(), known, yes };
}

/** A conference that was called off or is still planned, and cost nothing, is no matter. */
const notHeldAndFree = ({ record, lines }: ConferenceFacts): boolean =>
  record.status !== null && neverHeld.has(record.status) && lines.length === 0 && (record.totalFen ?? 0) === 0;

/** Of several records of one conference the one that shows an element speaks for it. */
function mergeElements(records: ReadonlyArray<readonly Element[]>): Element[] {
  return records[0]!.map(({ id }) => {
    const answers = records.flatMap((elements) => elements.filter((element) => element.id === id));
    return (
      answers.find(({ answer }) => answer === 'yes') ?? answers.find(({ answer }) => answer === 'no') ?? answers[0]!
    );
  });
}

/** A contradiction of one record that another record of the same conference does not have is a slip of the pen. */
function mergeContradictions(records: ReadonlyArray<readonly Contradiction[]>): Contradiction[] {
  return [...Map.groupBy(records.flat(), ({ id }) => id).values()].map((answers) => {
    const slips = answers[0]!.id === 'H1' && answers.some(({ answer }) => answer === 'no');
    return (
      (slips ? undefined : answers.find(({ answer }) => answer === 'yes')) ??
      answers.find(({ answer }) => answer === 'no') ??
      answers[0]!
    );
  });
}

/** H3 and H4: two conferences that cannot both be as they are written. Of a proper and another one, the other is contradicted. */
function pairContradictions(
  all: readonly ConferenceFacts[],
  proper: ReadonlySet<ConferenceFacts>,
): Map<ConferenceFacts, Contradiction[]> {
  const found = new Map<ConferenceFacts, Contradiction[]>(
    all.map((facts) => [
      facts,
      [
        told('H3', facts.roster.length > 0 ? false : undefined, '', '', []),
        told('H4', facts.meeting.venueKey === '' ? undefined : false, '', '', []),
      ],
    ]),
  );
  const contradict = (facts: ConferenceFacts, contradiction: Contradiction) => {
    if (!proper.has(facts)) found.get(facts)!.unshift(contradiction);
  };
  for (const { one, other, shared, all: people } of copiedRosters(all, rosterRule)) {
    if (proper.has(one) && proper.has(other)) continue;
    for (const [facts, twin] of [
      [one, other],
      [other, one],
    ] as const)
      contradict(
        facts,
        told(
          'H3',
          true,
          `参会名单与“${twin.meeting.name}”雷同：${people} 人中 ${shared} 人相同`,
          `Its roster equals that of ${twin.meeting.name}: ${shared} of ${people} people`,
          [
            { row: facts.record.row, field: 'name' },
            { row: twin.record.row, field: 'name' },
            ...facts.roster.slice(0, 3).map(({ row }) => ({ row, field: 'name' })),
            ...twin.roster.slice(0, 3).map(({ row }) => ({ row, field: 'name' })),
          ],
        ),
      );
  }
  const factsOf = new Map(all.map((facts) => [facts.meeting, facts]));
  for (const pair of doubleBookings(all.map(({ meeting }) => meeting))) {
    const [one, other] = pair.map((meeting) => factsOf.get(meeting)!) as [ConferenceFacts, ConferenceFacts];
    if (proper.has(one) && proper.has(other)) continue;
    for (const [facts, twin] of [
      [one, other],
      [other, one],
    ] as const)
      contradict(
        facts,
        told(
          'H4',
          true,
          `与“${twin.meeting.name}”同一时段占用同一会场`,
          `It occupies the same hall at the same time as ${twin.meeting.name}`,
          [
            { row: facts.record.row, field: 'venue' },
            { row: twin.record.row, field: 'venue' },
          ],
        ),
      );
  }
  return found;
}

function splitContradiction(evidence: EvidenceReader, facts: ConferenceFacts, known: SplitKnowledge): Contradiction {
  const found = moneySplit(evidence, facts, known);
  return told(
    'H6',
    found === undefined ? undefined : found.split.length > 0,
    `赞助款到账后 30 日内，有 ${found?.people ?? 0} 名医务人员收到款项，超过同期收入的 30%，无讲课可对应`,
    `Within 30 days of the sponsorship ${found?.people ?? 0} hospital staff received more than 30% of the income, with no lecture behind it`,
    (found?.split ?? []).slice(0, 8).map(({ row }) => ({ row, field: 'amount' })),
  );
}
