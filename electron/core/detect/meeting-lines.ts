import { dayNumber } from '../../../shared/evidence/day.ts';
import { isShareAtLeast } from '../models/ask/exact.ts';
import { feeLimit } from '../models/ask/fee-limit.ts';
import { type MatchRule, meetingMatcher } from '../models/ask/match-meeting.ts';
import { feeOf, type Lecture, lectureOf, type Meeting } from '../models/ask/meetings.ts';
import type { EvidenceReader } from '../models/model.ts';
import type { SameMoney } from './pair-money.ts';
import { payersWho } from './payers-who.ts';

/** A booking or ledger line that belongs to a meeting. */
export interface MeetingLine {
  readonly row: number;
  readonly meeting: Meeting;
  readonly category: 'bank_flow' | 'expense';
  readonly payer: number;
  readonly payee: number;
  readonly payeeKind: string;
  readonly fen: number;
  readonly day: string;
  /** what the payee lectured, where the money went to a speaker */
  readonly lecture: Lecture | undefined;
  /** 'sponsor' to whoever holds the meeting · 'speaker' to somebody who lectured · 'venue' to another organisation · 'named' to anybody else */
  readonly how: 'sponsor' | 'speaker' | 'venue' | 'named';
  /** The bank booking and the ledger line of one payment share this number: sums count it once. */
  readonly money: number;
  /** Whether the meeting, if it is genuine, accounts for it. */
  readonly within: boolean;
}

type Line = Omit<MeetingLine, 'within'>;

/** A payment may exceed what the list states by rounding and small extras. */
const TOLERANCE = 1.05;

/** Everything that moved or was booked for a meeting, each line with its nearest meeting only. */
export function meetingLines(
  evidence: EvidenceReader,
  meetings: readonly Meeting[],
  pairs: readonly SameMoney[],
  rule: MatchRule & { readonly feeTolerance: number },
): MeetingLine[] {
  const matcher = meetingMatcher(meetings, rule);
  const bankOf = new Map(pairs.map(({ ledgerRow, bankRow }) => [ledgerRow, bankRow]));
  const lines: Line[] = [];
  const involved = new Set(meetings.flatMap(({ hosts, sponsors }) => [...hosts, ...sponsors]));
  for (const spent of readSpending(evidence, (payer) => involved.has(rule.canonical(payer)))) {
    evidence.breathe();
    const found = matcher.match(spent);
    if (!found || (found.how !== 'named' && isOtherBusiness(spent, found.meeting))) continue;
    const { meeting } = found;
    const payeeFirm = rule.canonical(spent.payee);
    const lecture = lectureOf(meeting, spent.payee, spent.payeeName);
    const how = meeting.hosts.has(payeeFirm)
      ? 'sponsor'
      : lecture
        ? 'speaker'
        : spent.payeeKind === 'person' || spent.payeeKind === 'account'
          ? 'named'
          : 'venue';
    const { row, category, payee, payeeKind, fen, day } = spent;
    const payer = rule.canonical(spent.payer);
    lines.push({
      row,
      meeting,
      category,
      payer,
      payee,
      payeeKind,
      fen,
      day,
      how,
      lecture,
      money: bankOf.get(row) ?? row,
    });
  }
  const allowed = allowedMoney(lines, rule.feeTolerance);
  return lines.map((line) => ({ ...line, within: allowed.has(line.money) })).sort((a, b) => a.row - b.row);
}

/** Words of payments that are for no meeting, even between those who hold one together. */
const otherWords =
  /工资|薪金|薪酬|代发|奖金|绩效|社保|公积金|会员|会费|货款|采购|药款|耗材款|退款|退费|退还|报销|借款|还款|房租|租金|租赁|水电|税款|利息|理赔|保险/;

/** Of payments that do not name the meeting, those whose words say something else, and to a speaker those above the fee of the roster. */
function isOtherBusiness({ memo, payee, payeeName, fen }: Spent, meeting: Meeting): boolean {
  if (otherWords.test(memo)) return true;
  const lecture = lectureOf(meeting, payee, payeeName);
  const stated = lecture && !meeting.hosts.has(payee) ? feeOf(lecture) : null;
  return stated !== null && stated > 0 && !isShareAtLeast(Math.round(stated * TOLERANCE), fen, 1);
}

interface Spent {
  readonly row: number;
  readonly category: 'bank_flow' | 'expense';
  readonly payer: number;
  readonly payee: number;
  readonly payeeKind: string;
  readonly payeeName: string;
  readonly fen: number;
  readonly day: string;
  readonly conference: number | null;
  readonly conferenceNo: string | null;
  readonly conferenceName: string | null;
  readonly memo: string;
}

/** Bookings of payers who stand behind a meeting, and ledger lines to a named payee but the travel and entertainment of people. */
function readSpending(evidence: EvidenceReader, isInvolved: (payer: number) => boolean): Spent[] {
  const spending: Spent[] = [];
  // one after the other: most of a million bookings are nobody's who holds meetings
  evidence.each<Spent>(
    `select p.row as row, 'bank_flow' as category, p.payer as payer, p.payee as payee, p.payee_kind as payeeKind, w.name as payeeName,
              p.fen as fen, p.day as day, null as conference, null as conferenceNo, null as conferenceName, p.memo as memo
       from payment p join who w on w.party = p.payee
       where p.payee_kind not in ('cash', 'payment-institution') and p.payer in (select value from json_each(:payers)) order by p.row`,
    { payers: payersWho(evidence, isInvolved) },
    (spent) => {
      spending.push(spent);
      return true;
    },
  );
  evidence.each<Spent>(
    `select f.row as row, 'expense' as category, f.company as payer, f.payee as payee, f.payee_kind as payeeKind, w.name as payeeName,
              f.fen as fen, f.day as day, f.conference as conference, f.conference_no as conferenceNo, f.conference_name as conferenceName,
              f.memo as memo
       from fee f join who w on w.party = f.payee
       where f.company is not null and f.fen > 0 and not (w.kind = 'person' and coalesce(f.type, '') in ('travel', 'reception')) order by f.row`,
    {},
    (spent) => {
      spending.push(spent);
      return true;
    },
  );
  return spending;
}

/**
 * The payments (by `money`) that a genuine meeting accounts for, nearest to it first, up to what it can account for. Statements and ledgers tell of
 * the same money, so each is measured by itself.
 */
function allowedMoney(lines: readonly Line[], feeTolerance: number): Set<number> {
  const allowed = new Set<number>();
  const seen = new Set<number>();
  for (const category of ['bank_flow', 'expense']) {
    const order = lines
      .filter((line) => line.category === category && line.how !== 'named')
      .sort((a, b) => apart(a) - apart(b) || a.fen - b.fen || a.row - b.row);
    const spent = new Map<string, number>();
    for (const line of order) {
      if (seen.has(line.money)) continue;
      seen.add(line.money);
      const { meeting } = line;
      const pot = line.how === 'speaker' ? `${meeting.row} ${line.lecture?.person}` : `${meeting.row} ${line.how}`;
      const total = (spent.get(pot) ?? 0) + line.fen;
      const limit = limitOf(line, feeTolerance);
      if (limit !== null && !isShareAtLeast(limit, total, 1)) continue;
      spent.set(pot, total);
      allowed.add(line.money);
    }
  }
  return allowed;
}

const apart = ({ day, meeting }: Line): number =>
  Math.min(Math.abs(dayNumber(day) - meeting.start), Math.abs(dayNumber(day) - meeting.end));

/** The most the meeting accounts for, in fen; null where the case does not say. */
function limitOf(line: Line, feeTolerance: number): number | null {
  const { meeting } = line;
  if (line.how === 'speaker' && line.lecture) {
    const { lecture } = line;
    const stated = feeOf(lecture);
    const most = feeLimit(lecture, feeTolerance);
    return stated === null ? most : Math.min(stated, most);
  }
  const stated = line.how === 'sponsor' ? (meeting.sponsorFen ?? meeting.totalFen) : meeting.totalFen;
  return stated === null ? null : Math.round(stated * TOLERANCE);
}
