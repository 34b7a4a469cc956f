import { addDays, dayNumber } from '../../../shared/evidence/day.ts';
import type { Store } from './connect.ts';

interface Holder {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly account: string | null;
}

interface Line {
  readonly row: number;
  readonly holder: number;
  readonly counterparty: number;
  readonly fen: number;
  readonly day: string;
  readonly time: string | null;
  readonly direction: 'in' | 'out';
  readonly outcome: string;
  readonly currency: string;
}

/** Seconds since an epoch; undefined where the line gives no time. */
const instant = ({ day, time }: Line): number | undefined =>
  time === null
    ? undefined
    : dayNumber(day) * 86_400 +
      Number(time.slice(0, 2)) * 3600 +
      Number(time.slice(3, 5)) * 60 +
      Number(time.slice(6, 8));

/**
 * 镜像: the two lines that one transfer leaves in the statements of its two sides. They are the same transfer when payer, payee and amount agree
 * and they lie within 120 seconds, or on one day where a side gives no time; two lines of one holder never are, but the accounts of two holders
 * may stand in one sheet. Lines of which both or neither went through are paired first: a payment refused and then made is no pair with its own refusal.
 * The payer's own line stands for both, whichever file came first; the payee's points to it. `from`: rows from this id on are new; `only`: of these only pairs
 * that one of the rows named belongs to. Returns the rows that found their mirror.
 */
export function pairMirrors(store: Store, from: number, only?: ReadonlySet<number>): number[] {
  const { db } = store;
  const holders = db
    .prepare<[], Holder>(
      'select id, kind, key, account from mention where id in (select distinct holder from rec_bank_flow)',
    )
    .all();
  if (holders.length < 2) return [];
  const who = new Map(holders.map((holder) => [holder.id, holder]));
  const named = counterpartiesThatHold(store, holders);
  if (named.size === 0) return [];

  const lines = db
    .prepare<[], Line>(
      `select f.row as row, f.holder as holder, f.counterparty as counterparty, f.fen as fen, f.day as day,
         f.time as time, f.direction as direction, f.outcome as outcome, f.currency as currency
       from rec_bank_flow f
       where f.mirror_of is null and f.direction <> 'neutral' and f.fen > 0 and f.counterparty is not null
         and f.row not in (select mirror_of from rec_bank_flow where mirror_of is not null)
       order by f.row`,
    )
    .iterate();
  const set = db.prepare('update rec_bank_flow set mirror_of = ? where row = ?');
  const setOutcome = db.prepare('update rec_bank_flow set outcome = ? where row = ?');
  const alike = pairUp(lines, named, who, ({ fen, currency, outcome }) => `${fen}|${currency}|${outcome}`);
  const others = pairUp(alike.left, named, who, ({ fen, currency }) => `${fen}|${currency}`);
  const pairs = [...alike.pairs, ...others.pairs];
  const mirrored: number[] = [];
  for (const [first, second] of pairs) {
    if (second.row < from || (only && !only.has(first.row) && !only.has(second.row))) continue;
    const [payers, payees] = first.direction === 'out' ? [first, second] : [second, first];
    set.run(payers.row, payees.row);
    // what one side says was taken back or failed did so for both
    if (first.outcome !== second.outcome) {
      const [line, outcome] = first.outcome === 'ok' ? [first, second.outcome] : [second, first.outcome];
      setOutcome.run(outcome, line.row);
    }
    mirrored.push(first.row, second.row);
  }
  return mirrored;
}

/**
 * For each counterparty mention the holders of statements it may be: one of the holder's full account numbers (a card and its account are both
 * his), or the same name where not both give a full number.
 */
function counterpartiesThatHold(store: Store, holders: readonly Holder[]): Map<number, number[]> {
  const byAccount = new Map<string, number[]>();
  const withAccount = new Set<number>();
  const accounts = store.db
    .prepare<[], { mention: number; value: string }>(
      `select mention, value from mention_identifier where type = 'account' and keyable = 1
         and mention in (select distinct holder from rec_bank_flow)`,
    )
    .all();
  for (const { mention, value } of accounts) {
    withAccount.add(mention);
    byAccount.set(value, [...(byAccount.get(value) ?? []), mention]);
  }
  const byName = Map.groupBy(
    holders.filter((holder) => holder.kind !== 'account'),
    (holder) => holder.key,
  );
  const named = new Map<number, number[]>();
  const mentions = store.db
    .prepare<[], Holder>(
      `select id, kind, key, account from mention where kind not in ('cash', 'payment-institution', 'conference')
         and id in (select counterparty from rec_bank_flow)`,
    )
    .iterate();
  for (const mention of mentions) {
    const { account } = mention;
    const isFull = account !== null && !account.startsWith('?');
    const same = isFull ? (byAccount.get(account) ?? []) : [];
    const namesakes = (byName.get(mention.key) ?? []).filter((holder) => !isFull || !withAccount.has(holder.id));
    const all = [...new Set([...same, ...namesakes.map((holder) => holder.id)])];
    if (all.length > 0) named.set(mention.id, all);
  }
  return named;
}

/** Pairs lines in their order, each with the earliest that is its other side and that `sharing` says the same of; out: the pairs, and whom none was found for. */
function pairUp(
  lines: Iterable<Line>,
  named: ReadonlyMap<number, readonly number[]>,
  who: ReadonlyMap<number, Holder>,
  sharing: (line: Line) => string,
): { pairs: Array<[Line, Line]>; left: Line[] } {
  const waiting = new Map<string, Line[]>();
  const pairs: Array<[Line, Line]> = [];
  const keyOf = (line: Line, direction: Line['direction'], holder: number) => `${sharing(line)}|${direction}|${holder}`;
  const take = (line: Line, partners: readonly number[]): Line | undefined => {
    const opposite = line.direction === 'in' ? 'out' : 'in';
    for (const partner of partners) {
      if (partner === line.holder || !who.has(partner)) continue;
      const list = waiting.get(keyOf(line, opposite, partner));
      const at = list?.findIndex(
        (other) => (named.get(other.counterparty)?.includes(line.holder) ?? false) && sameMoment(other, line),
      );
      if (list && at !== undefined && at >= 0) return list.splice(at, 1)[0];
    }
    return undefined;
  };
  for (const line of lines) {
    const partners = named.get(line.counterparty);
    if (!partners) continue;
    const mirror = take(line, partners);
    if (mirror) {
      pairs.push([mirror, line]);
      continue;
    }
    const key = keyOf(line, line.direction, line.holder);
    const list = waiting.get(key);
    if (list) list.push(line);
    else waiting.set(key, [line]);
  }
  return { pairs, left: [...waiting.values()].flat().sort((a, b) => a.row - b.row) };
}

function sameMoment(a: Line, b: Line): boolean {
  const [s, t] = [instant(a), instant(b)];
  return s === undefined || t === undefined ? a.day === b.day : Math.abs(s - t) <= 120;
}

interface Booking {
  readonly row: number;
  readonly holder: number;
  readonly counterparty: number | null;
  readonly fen: number;
  readonly day: string;
  readonly direction: 'in' | 'out' | 'neutral';
  readonly currency: string;
}

/** A reversal comes at most this many days after the booking it takes back. */
const reversalDays = 15;

/**
 * 冲正: a line that takes an earlier one back (outcome 'reversed', opposite direction, same holder, counterparty and amount, at most 15 days later).
 * The latest such booking before it is marked 'reversed' too, so that neither is counted. `from`: rows from this id on are new; `only`: of these only the rows named.
 * A reversal that came before the booking it takes back is asked again, so that it does not matter which file came first. Returns the bookings that it marked.
 */
export function pairReversals(store: Store, from: number, only?: ReadonlySet<number>): number[] {
  const { db } = store;
  const reversals = db
    .prepare<[number], Booking>(
      `select row, holder, counterparty, fen, day, direction, currency from rec_bank_flow f
       where outcome = 'reversed' and direction <> 'neutral' and fen > 0 and (row >= ? or ${waitsForBooking}) order by day, row`,
    )
    .all(from);
  const candidates = db.prepare<
    [number, string, string, number, number, string, string],
    { row: number; counterparty: number | null }
  >(
    `select row, counterparty from rec_bank_flow where fen = ? and day <= ? and day >= ? and holder = ? and row <> ? and direction = ? and currency = ?
       and outcome = 'ok' order by day desc, row desc`,
  );
  const mark = db.prepare("update rec_bank_flow set outcome = 'reversed' where row = ?");
  const marked: number[] = [];
  for (const { row, holder, counterparty, fen, day, direction, currency } of reversals) {
    if (only && !only.has(row)) continue;
    const earliest = dayBefore(day, reversalDays);
    const opposite = direction === 'in' ? 'out' : 'in';
    const found = candidates
      .all(fen, day, earliest, holder, row, opposite, currency)
      .find((each) => counterparty === null || each.counterparty === null || each.counterparty === counterparty);
    if (!found) continue;
    mark.run(found.row);
    marked.push(found.row);
  }
  return marked;
}

/** An earlier reversal beside which nothing else of its amount is reversed. What its mirror says of a line is not asked again. */
const waitsForBooking = `mirror_of is null and row not in (select mirror_of from rec_bank_flow where mirror_of is not null)
  and not exists (select 1 from rec_bank_flow o where o.fen = f.fen and o.holder = f.holder and o.currency = f.currency
    and o.direction <> f.direction and o.outcome = 'reversed' and abs(julianday(o.day) - julianday(f.day)) <= ${reversalDays})`;

const dayBefore = (day: string, days: number): string => addDays(day, -days);
