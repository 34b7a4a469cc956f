import { dayFromNumber, dayNumber } from '../../../shared/evidence/day.ts';
import { expenseTypeOf } from '../../../shared/evidence/expense-type.ts';
import { isShareAbove } from '../models/ask/exact.ts';
import type { Placement } from '../models/ask/medical-staff.ts';
import type { EvidenceReader } from '../models/model.ts';
import type { Element } from './conference-elements.ts';
import type { ConferenceFacts } from './conference-facts.ts';

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
