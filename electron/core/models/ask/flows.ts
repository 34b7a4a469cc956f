import { dayFromNumber, dayNumber } from '../../../../shared/evidence/day.ts';
import type { EvidenceReader } from '../model.ts';

/** One payment between two parties of the case. */
export interface Flow {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  /** seconds since midnight; −1 where the statement gives no time */
  readonly second: number;
  /** nothing but a name stands beside this side, so that it may be anybody of that name */
  readonly payerAlone: boolean;
  readonly payeeAlone: boolean;
  /** a genuine conference explains it */
  readonly explained: boolean;
  /** it belongs to a conference that nobody could verify */
  readonly doubtful: boolean;
}

/** 资金流: every payment of `payment` whose day is known, kept once for a whole run. Lists are in the order of time, whatever file came first. */
export interface Flows {
  readonly size: number;
  /** parties with at least one payment to them, and from them */
  readonly payees: readonly number[];
  readonly payers: readonly number[];
  into(party: number): readonly Flow[];
  outOf(party: number): readonly Flow[];
  /** how many payments, without making a list of them */
  countInto(party: number): number;
  countOutOf(party: number): number;
}

const PAGE = 50_000;
const ALONE = { payer: 1, payee: 2 } as const;
const EXPLAINED = 4;
const DOUBTFUL = 8;

/** All payments, read at the first asking. */
export const readFlows = (evidence: EvidenceReader): Flows => evidence.once('flows', () => gatherFlows(evidence));

interface Columns {
  readonly row: Uint32Array;
  readonly payer: Uint32Array;
  readonly payee: Uint32Array;
  readonly fen: Float64Array;
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly flags: Uint8Array;
}

function gatherFlows(evidence: EvidenceReader): Flows {
  const columns = readColumns(evidence);
  const order = byTime(evidence, columns);
  const [into, outOf] = [listsBy(columns.payee, order), listsBy(columns.payer, order)];
  // one text for each day, not one for each payment
  const days = new Map<number, string>();
  const dayOf = (day: number): string => {
    const known = days.get(day) ?? dayFromNumber(day);
    days.set(day, known);
    return known;
  };
  const flowAt = (at: number): Flow => {
    const flags = columns.flags[at]!;
    return {
      row: columns.row[at]!,
      payer: columns.payer[at]!,
      payee: columns.payee[at]!,
      fen: columns.fen[at]!,
      day: dayOf(columns.day[at]!),
      second: columns.second[at]!,
      payerAlone: (flags & ALONE.payer) !== 0,
      payeeAlone: (flags & ALONE.payee) !== 0,
      explained: (flags & EXPLAINED) !== 0,
      doubtful: (flags & DOUBTFUL) !== 0,
    };
  };
  const listOf = (lists: Lists, party: number): Flow[] => Array.from(lists.of(party), flowAt);
  return {
    size: order.length,
    payees: into.parties,
    payers: outOf.parties,
    into: (party) => listOf(into, party),
    outOf: (party) => listOf(outOf, party),
    countInto: (party) => into.of(party).length,
    countOutOf: (party) => outOf.of(party).length,
  };
}

/** Page by page, so that a million payments never stand in memory as objects. */
function readColumns(evidence: EvidenceReader): Columns {
  const most = evidence.one<{ most: number }>('select count(*) as most from payment')!.most;
  const columns: Columns = {
    row: new Uint32Array(most),
    payer: new Uint32Array(most),
    payee: new Uint32Array(most),
    fen: new Float64Array(most),
    day: new Int32Array(most),
    second: new Int32Array(most),
    flags: new Uint8Array(most),
  };
  const meetings = new Map(
    evidence
      .all<{ row: number; explained: number; result: string | null }>(
        'select row, explained, result from meeting_payment',
      )
      .map(({ row, explained, result }) => [
        row,
        explained === 1 ? EXPLAINED : result === 'doubtful' || result === 'unverified' ? DOUBTFUL : 0,
      ]),
  );
  const days = new Map<string, number>();
  let at = 0;
  for (let after = 0; ; ) {
    const page = evidence.all<Line>(
      `select row, payer, payee, fen, day, time, precision, payer_alone as payerAlone, payee_alone as payeeAlone
       from payment where row > :after order by row limit ${PAGE}`,
      { after },
    );
    for (const line of page) {
      if (line.precision === 'month' || line.fen <= 0) continue;
      let day = days.get(line.day);
      if (day === undefined) {
        day = dayNumber(line.day);
        days.set(line.day, day);
      }
      columns.row[at] = line.row;
      columns.payer[at] = line.payer;
      columns.payee[at] = line.payee;
      columns.fen[at] = line.fen;
      columns.day[at] = day;
      columns.second[at] = secondOf(line.time);
      columns.flags[at] = line.payerAlone * ALONE.payer + line.payeeAlone * ALONE.payee + (meetings.get(line.row) ?? 0);
      at++;
    }
    if (page.length < PAGE) break;
    after = page.at(-1)!.row;
  }
  return {
    row: columns.row.subarray(0, at),
    payer: columns.payer.subarray(0, at),
    payee: columns.payee.subarray(0, at),
    fen: columns.fen.subarray(0, at),
    day: columns.day.subarray(0, at),
    second: columns.second.subarray(0, at),
    flags: columns.flags.subarray(0, at),
  };
}

interface Line {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly time: string | null;
  readonly precision: string;
  readonly payerAlone: number;
  readonly payeeAlone: number;
}

const secondOf = (time: string | null): number =>
  time === null
    ? -1
    : Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + (Number(time.slice(6, 8)) || 0);

/** Positions by day and time; what happened in the same moment by amount and by who paid whom, never by the number of the row. */
function byTime(evidence: EvidenceReader, { row, payer, payee, fen, day, second }: Columns): Uint32Array {
  const first = day.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const last = day.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  const order = new Uint32Array(day.length);
  if (day.length === 0) return order;
  const starts = new Uint32Array(last - first + 2);
  for (const each of day) starts[each - first + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  for (let i = 0; i < day.length; i++) order[next[day[i]! - first]!++] = i;
  // uids follow the order of files: names do not
  const called = (party: number) => `${evidence.party(party).name} ${evidence.party(party).uid}`;
  const apart = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  for (let i = 0; i + 1 < starts.length; i++) {
    if (starts[i + 1]! - starts[i]! < 2) continue;
    order
      .subarray(starts[i], starts[i + 1])
      .sort(
        (a, b) =>
          second[a]! - second[b]! ||
          fen[a]! - fen[b]! ||
          (payer[a] === payer[b] ? 0 : apart(called(payer[a]!), called(payer[b]!))) ||
          (payee[a] === payee[b] ? 0 : apart(called(payee[a]!), called(payee[b]!))) ||
          row[a]! - row[b]!,
      );
  }
  return order;
}

interface Lists {
  readonly parties: readonly number[];
  of(party: number): Uint32Array;
}

/** The positions of each party, in the given order. */
function listsBy(party: Uint32Array, order: Uint32Array): Lists {
  const most = party.reduce((max, each) => Math.max(max, each), 0);
  const starts = new Uint32Array(most + 2);
  for (const each of party) starts[each + 1]!++;
  const parties: number[] = [];
  for (let i = 0; i <= most; i++) if (starts[i + 1]! > 0) parties.push(i);
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const positions = new Uint32Array(order.length);
  for (const at of order) positions[next[party[at]!]!++] = at;
  return {
    parties,
    of: (id) => (id > most ? positions.subarray(0, 0) : positions.subarray(starts[id], starts[id + 1])),
  };
}

/** The words of a booking, read when they are needed. */
export const memoOf = (evidence: EvidenceReader, row: number): string =>
  evidence.one<{ memo: string }>('select memo from payment where row = :row', { row })?.memo ?? '';

/** Whether `later` can have come after `earlier`: of the same day only their times tell, and where one has none either order is possible. */
export const canFollow = (earlier: Flow, later: Flow): boolean =>
  earlier.day < later.day ||
  (earlier.day === later.day && (earlier.second < 0 || later.second < 0 || earlier.second <= later.second));

/** Fen over a list. */
export const sumOf = (flows: ReadonlyArray<{ readonly fen: number }>): number =>
  flows.reduce((sum, each) => sum + each.fen, 0);
