import { dayFromNumber, dayNumber } from '../../../shared/evidence/day.ts';
import { expenseTypeOf } from '../../../shared/evidence/expense-type.ts';
import { isShareAbove, isShareAtLeast } from '../models/ask/exact.ts';
import type { Placement } from '../models/ask/medical-staff.ts';
import { isOnline } from '../models/ask/meetings.ts';
import { isOneSeries, likeness } from '../models/ask/name-likeness.ts';
import type { EvidenceReader } from '../models/model.ts';
import type { Element } from './conference-elements.ts';
import { type ConferenceFacts, isDepartmentMeeting } from './conference-facts.ts';

/** 硬矛盾: facts that cannot all be true, or that a proper conference cannot explain. 'yes' = the contradiction is there. */
export type Contradiction = Element;

/** H1, H2 and H5: what the record and its roster say against themselves. */
export function ownContradictions(facts: ConferenceFacts): Contradiction[] {
  const { record, roster, lines } = facts;
  const speakers = new Set(roster.filter(({ role }) => role === 'speaker').map(({ person }) => person));
  const spent = lines.some(({ fen }) => fen > 0) || (record.totalFen ?? 0) > 0;
  const cancelled = record.status === 'cancelled';
  return [
    told(
      'H1',
      record.endDay === null ? undefined : record.endDay < record.startDay,
      '结束日期早于开始日期',
      'It ends before it begins',
      [
        { row: record.row, field: 'end_date' },
        { row: record.row, field: 'start_date' },
      ],
    ),
    told(
      'H2',
      record.attendance === null || speakers.size === 0 ? undefined : speakers.size > record.attendance,
      `讲者 ${speakers.size} 人，多于参会人数 ${record.attendance ?? ''}`,
      `${speakers.size} speakers, more than the ${record.attendance ?? ''} who came`,
      [{ row: record.row, field: 'actual_attendance' }],
    ),
    // a conference called off before anything was spent contradicts nothing
    told(
      'H5',
      record.status === null ? undefined : cancelled && spent,
      '会议已取消，仍有费用',
      'It was cancelled, yet money was spent',
      [{ row: record.row, field: 'status' }, ...lines.slice(0, 8).map(({ row }) => ({ row, field: 'amount' }))],
    ),
  ];
}

const JACCARD = 0.8;
const LEAST_PEOPLE = 15;
/** So many equal names in equal order are a copied list … */
const RUN = 12;
/** … if half of the people are the same as well: colleagues who are always listed in one order make such runs too. */
const RUN_JACCARD = 0.5;

/** A pair of conferences whose lists of participants are nearly the same. */
export interface CopiedRoster {
  readonly one: ConferenceFacts;
  readonly other: ConferenceFacts;
  readonly shared: number;
  readonly all: number;
}

/**
 * H3 参会名单雷同. Compares conferences with a common host or sponsor, on different days or in different cities, that are no parts of one series
 * and no meetings of one department. `isProper` tells conferences that pass everything else: a pair of those is left alone, and in
 * a mixed pair only the other one is contradicted, because the proper one is taken as the original.
 */
export function copiedRosters(all: readonly ConferenceFacts[]): CopiedRoster[] {
  const comparable = all
    .filter((facts) => !isDepartmentMeeting(facts))
    .map((facts) => ({ facts, people: participants(facts) }))
    .filter(({ people }) => people.length >= LEAST_PEOPLE);
  const byParty = new Map<number, typeof comparable>();
  for (const each of comparable)
    for (const party of new Set([...each.facts.meeting.hosts, ...each.facts.meeting.sponsors])) {
      const known = byParty.get(party);
      if (known) known.push(each);
      else byParty.set(party, [each]);
    }
  const done = new Set<string>();
  const pairs: CopiedRoster[] = [];
  for (const group of byParty.values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const key = `${one.facts.meeting.row} ${other.facts.meeting.row}`;
        if (done.has(key)) continue;
        done.add(key);
        if (!areDifferent(one.facts, other.facts)) continue;
        const found = compareRosters(one.people, other.people);
        if (found) pairs.push({ one: one.facts, other: other.facts, ...found });
      }
  return pairs;
}

/** Who came, in the order of the list; speakers, chairs and the hosts' own staff are at many conferences. */
function participants({ roster }: ConferenceFacts): number[] {
  const people = roster.filter(({ role }) => role === 'attendee').map(({ person }) => person);
  return [...new Set(people)];
}

function areDifferent(a: ConferenceFacts, b: ConferenceFacts): boolean {
  if (a.meeting.conference === b.meeting.conference || isOneSeries(a.meeting.name, b.meeting.name)) return false;
  const sameDays = a.meeting.start <= b.meeting.end && b.meeting.start <= a.meeting.end;
  const { shared, all } = likeness(a.meeting.key, b.meeting.key);
  // the same conference in two lists, under slightly different names
  if (sameDays && isShareAtLeast(shared, all, 0.55)) return false;
  return (
    a.meeting.start !== b.meeting.start ||
    (a.record.city !== null && b.record.city !== null && a.record.city !== b.record.city)
  );
}

function compareRosters(one: readonly number[], other: readonly number[]): { shared: number; all: number } | undefined {
  const [left, right] = [new Set(one), new Set(other)];
  let shared = 0;
  for (const person of left) if (right.has(person)) shared++;
  const all = left.size + right.size - shared;
  if (isShareAtLeast(shared, all, JACCARD)) return { shared, all };
  return isShareAtLeast(shared, all, RUN_JACCARD) && longestRun(one, other) >= RUN ? { shared, all } : undefined;
}

/** The longest run of equal people in equal order. */
function longestRun(one: readonly number[], other: readonly number[]): number {
  let before = new Uint32Array(other.length + 1);
  let best = 0;
  for (const person of one) {
    const now = new Uint32Array(other.length + 1);
    for (let j = 1; j <= other.length; j++) {
      if (other[j - 1] !== person) continue;
      now[j] = before[j - 1]! + 1;
      best = Math.max(best, now[j]!);
    }
    before = now;
  }
  return best;
}

const hall = /厅|会议室|报告室|示教室|多功能|[0-9一二三四五六七八九十]+(?:号)?(?:馆|室|会议)|room|hall/i;

/** H4 同一会场同一时段: pairs in the very same hall on overlapping days. A hotel alone is no hall; the same conference in two lists is no pair. */
export function doubleBookings(all: readonly ConferenceFacts[]): Array<readonly [ConferenceFacts, ConferenceFacts]> {
  const pairs: Array<readonly [ConferenceFacts, ConferenceFacts]> = [];
  const inHall = all.filter(
    ({ meeting }) => meeting.venueKey.length >= 6 && hall.test(meeting.venue ?? '') && !isOnline(meeting),
  );
  for (const [, group] of Map.groupBy(inHall, ({ meeting }) => `${meeting.venueKey} ${meeting.city ?? ''}`))
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const overlap = one.meeting.start <= other.meeting.end && other.meeting.start <= one.meeting.end;
        if (
          !overlap ||
          one.meeting.conference === other.meeting.conference ||
          isOneSeries(one.meeting.name, other.meeting.name)
        )
          continue;
        const { shared, all: every } = likeness(one.meeting.key, other.meeting.key);
        if (!isShareAtLeast(shared, every, 0.55)) pairs.push([one, other]);
      }
  return pairs;
}

const SPLIT_DAYS = 30;
const SPLIT_SHARE = 0.3;
const SPLIT_PEOPLE = 3;

/** Where a sponsor's money went on to people. */
export interface Split {
  readonly row: number;
  readonly person: number;
  readonly fen: number;
}

/**
 * H6 赞助费私分: within thirty days after a sponsor paid whoever holds the conference, more than 30 % of all that came in during that time
 * left to three or more people of hospitals whom no lecture explains. The host's own staff does not count, nor do payments that call themselves lecture fees. Undefined: no booking of a sponsor to the
 * host is in the case.
 */
export function moneySplit(
  evidence: EvidenceReader,
  facts: ConferenceFacts,
  known: SplitKnowledge,
): SplitFound | undefined {
  const inflows = facts.lines.filter((line) => line.how === 'sponsor' && line.category === 'bank_flow');
  // without a roster nobody can tell who lectured
  if (inflows.length === 0 || (facts.meeting.lectures.size === 0 && !facts.rosterCovers)) return undefined;
  for (const { payee: host, day } of inflows) {
    const span = { host, from: day, to: dayFromNumber(dayNumber(day) + SPLIT_DAYS) };
    const out = evidence
      .all<Split & { memo: string }>(
        `select row, payee as person, fen, memo from payment
         where payer = :host and day >= :from and day <= :to and payee_kind = 'person' order by row`,
        span,
      )
      .filter(({ row, person, memo }) => {
        const placed = known.staff.get(person);
        return (
          placed !== undefined && placed.org !== host && !known.explained(row) && expenseTypeOf([memo]) !== 'lecture'
        );
      });
    const outFen = out.reduce((sum, { fen }) => sum + fen, 0);
    const inFen = evidence.one<{ fen: number }>(
      'select coalesce(sum(fen), 0) as fen from payment where payee = :host and day >= :from and day <= :to',
      span,
    )!.fen;
    const people = new Set(out.map(({ person }) => person)).size;
    if (people >= SPLIT_PEOPLE && isShareAbove(outFen, inFen, SPLIT_SHARE))
      return { split: out, people, inFen, outFen };
  }
  return { split: [], people: 0, inFen: 0, outFen: 0 };
}

export interface SplitKnowledge {
  readonly staff: ReadonlyMap<number, Placement>;
  /** Whether a lecture at some conference accounts for the booking. */
  explained(row: number): boolean;
}
export interface SplitFound {
  readonly split: readonly Split[];
  readonly people: number;
  readonly inFen: number;
  readonly outFen: number;
}

/** A contradiction with its answer; undefined = it cannot be told. */
export function told(
  id: string,
  contradicted: boolean | undefined,
  zh: string,
  en: string,
  cells: Element['cells'],
): Contradiction {
  if (contradicted === undefined)
    return {
      id,
      answer: 'unknown',
      note: { zh: '资料不足，不能判断', en: 'It cannot be told from what is there' },
      cells: [],
    };
  if (!contradicted) return { id, answer: 'no', note: { zh: '未见矛盾', en: 'No contradiction found' }, cells: [] };
  return { id, answer: 'yes', note: { zh, en }, cells };
}
