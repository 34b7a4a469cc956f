import { dayNumber } from '../../../../shared/evidence/day.ts';
import { secondsOfTime } from '../../../../shared/evidence/time.ts';
import type { Store } from '../../store/connect.ts';
import { drawingOf } from '../../store/drawings.ts';
import { prepared } from '../../store/prepared.ts';
import { inOrderOfTime } from './order-ties.ts';
import { isAbroadName, isOrganisation } from './stops.ts';

/**
 * 账本: every payment that counts, as columns in the order of time, with what each account must have held besides. Party 0 is nobody:
 * the side a statement does not name. Once `missing` and `opening` are paid in, no account is ever below zero, so that money can be
 * followed forth and back by the same rule.
 */
export interface Ledger {
  readonly size: number;
  readonly row: Int32Array;
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  readonly fen: Float64Array;
  /** days since 1970-01-01 */
  readonly day: Int32Array;
  /** 1: the words of the booking speak of another country */
  readonly abroad: Uint8Array;
  /** fen that the payer must have had before this payment beyond everything known: money of unknown origin */
  readonly missing: Float64Array;
  /** fen that the payee held before this payment, its first booking, as the balance of its statement says */
  readonly opening: Float64Array;
  /** by party: fen left at the end */
  readonly closing: Float64Array;
  /** by party: what `traits` say */
  readonly traits: Uint8Array;
  /** by party: the days its own statements cover; from > to where the case has none */
  readonly coveredFrom: Int32Array;
  readonly coveredTo: Int32Array;
  /** by party: place in an order that does not depend on how the case was put together */
  readonly rank: Int32Array;
  /** bookings that are not followed, with the reason */
  readonly aside: ReadonlyArray<{ readonly why: AsideReason; readonly rows: number }>;
}

export const traits = { cash: 1, institution: 2, organisation: 4, abroad: 8 } as const;

const asideReasons = ['foreign-currency', 'mirrored', 'failed', 'reversed', 'neutral', 'own-account'] as const;
type AsideReason = (typeof asideReasons)[number];

const kept = new WeakMap<Store['db'], { drawing: string; ledger: Ledger }>();

/** The ledger of a case, read when first asked for after the records changed, then kept. `look` is called every so many rows. */
export function ledgerOf(store: Store, look: (done: number, total: number) => void = () => undefined): Ledger {
  const drawing = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.drawing === drawing) return known.ledger;
  const ledger = readLedger(store, look);
  kept.set(store.db, { drawing, ledger });
  return ledger;
}

type Row = [
  row: number,
  holder: number,
  counterparty: number | null,
  direction: 'in' | 'out' | 'neutral',
  fen: number,
  day: string,
  time: string | null,
  balance: number | null,
  currency: string,
  outcome: string,
  mirrorOf: number | null,
  abroad: number,
];

/** A transfer that stands in both statements has its time from whichever of them gives one. */
const rowsSql = `select f.row, f.holder, f.counterparty, f.direction, f.fen, f.day,
    coalesce(f.time, (select m.time from rec_bank_flow m where m.mirror_of = f.row and m.time is not null limit 1)),
    f.balance_fen, f.currency, f.outcome, f.mirror_of,
    instr(coalesce(f.summary, '') || coalesce(f.remark, ''), '境外') + instr(coalesce(f.summary, '') || coalesce(f.remark, ''), '跨境') > 0
  from rec_bank_flow f`;

const LOOK = 65_536;

function readLedger(store: Store, look: (done: number, total: number) => void): Ledger {
  const total = prepared<[], { n: number }>(store, 'select count(*) as n from rec_bank_flow').get()!.n;
  const people = readParties(store);
  const { partyOf, accountOf } = readMentions(store);
  const raw = {
    row: new Int32Array(total),
    payer: new Int32Array(total),
    payee: new Int32Array(total),
    fen: new Float64Array(total),
    day: new Int32Array(total),
    second: new Int32Array(total),
    abroad: new Uint8Array(total),
  };
  const aside = new Map<AsideReason, number>();
  const firsts = new Map<string, First>();
  let size = 0;
  let read = 0;
  // a million rows have some thousand days
  const days = new Map<string, number>();
  const numberOf = (day: string): number => {
    const known = days.get(day) ?? dayNumber(day);
    days.set(day, known);
    return known;
  };
  for (const [
    row,
    holder,
    counterparty,
    direction,
    fen,
    day,
    time,
    balance,
    currency,
    outcome,
    mirrorOf,
    abroad,
  ] of store.db.prepare<[], Row>(rowsSql).raw().iterate()) {
    if (read++ % LOOK === 0) look(read, total);
    const on = numberOf(day);
    // a booking without a time stands after all others of its day
    const second = time === null ? 86_401 : secondsOfTime(time);
    const own = partyOf[holder] ?? 0;
    const other = counterparty === null ? 0 : (partyOf[counterparty] ?? 0);
    if (own > 0) {
      people.coveredFrom[own] = Math.min(people.coveredFrom[own]!, on);
      people.coveredTo[own] = Math.max(people.coveredTo[own]!, on);
    }
    const why = reasonAside(currency, mirrorOf, outcome, direction, own, other);
    if (balance !== null && currency === 'CNY' && outcome === 'ok' && direction !== 'neutral')
      noteFirst(firsts, accountOf.get(holder) ?? `m${holder}`, {
        row: mirrorOf ?? row,
        party: own,
        before: direction === 'in' ? balance - fen : balance + fen,
        at: on * 86_402 + second,
      });
    if (why) {
      aside.set(why, (aside.get(why) ?? 0) + 1);
      continue;
    }
    raw.row[size] = row;
    raw.payer[size] = direction === 'in' ? other : own;
    raw.payee[size] = direction === 'in' ? own : other;
    raw.fen[size] = fen;
    raw.day[size] = on;
    raw.second[size] = second;
    raw.abroad[size] = abroad;
    size++;
  }
  const order = inOrderOfTime({ ...raw, size, rank: people.rank });
  const pick = <T extends Int32Array | Float64Array | Uint8Array>(into: T, from: T): T => {
    for (let i = 0; i < size; i++) into[i] = from[order[i]!]!;
    return into;
  };
  const columns = {
    row: pick(new Int32Array(size), raw.row),
    payer: pick(new Int32Array(size), raw.payer),
    payee: pick(new Int32Array(size), raw.payee),
    fen: pick(new Float64Array(size), raw.fen),
    day: pick(new Int32Array(size), raw.day),
    abroad: pick(new Uint8Array(size), raw.abroad),
  };
  return {
    size,
    ...columns,
    ...people,
    ...whatWasHeld({ size, ...columns, parties: people.rank.length }, openingsByRow(firsts)),
    aside: asideReasons.flatMap((why) => (aside.has(why) ? [{ why, rows: aside.get(why)! }] : [])),
  };
}

function reasonAside(
  currency: string,
  mirrorOf: number | null,
  outcome: string,
  direction: string,
  own: number,
  other: number,
): AsideReason | null {
  if (currency !== 'CNY') return 'foreign-currency';
  if (mirrorOf !== null) return 'mirrored';
  if (outcome !== 'ok') return outcome === 'failed' ? 'failed' : 'reversed';
  if (direction === 'neutral') return 'neutral';
  return own === other ? 'own-account' : null;
}

/** The first booking of an account that shows a balance. */
interface First {
  readonly row: number;
  readonly party: number;
  readonly before: number;
  readonly at: number;
}

function noteFirst(firsts: Map<string, First>, account: string, booking: First): void {
  const known = firsts.get(account);
  if (!known || booking.at < known.at || (booking.at === known.at && booking.row < known.row))
    firsts.set(account, booking);
}

function openingsByRow(firsts: ReadonlyMap<string, First>): ReadonlyMap<number, First[]> {
  return Map.groupBy(
    [...firsts.values()].filter(({ before, party }) => before > 0 && party > 0),
    ({ row }) => row,
  );
}

const none: readonly never[] = [];

/**
 * Walks once through all payments and notes what each account must have held beyond the payments known: the balance before its first
 * booking as far as the payments known do not make it up already, and what a payment takes that was not there.
 */
export function whatWasHeld(
  {
    size,
    row,
    payer,
    payee,
    fen,
    parties,
  }: Pick<Ledger, 'size' | 'row' | 'payer' | 'payee' | 'fen'> & { readonly parties: number },
  firsts: ReadonlyMap<number, ReadonlyArray<Pick<First, 'party' | 'before'>>> = new Map(),
): Pick<Ledger, 'missing' | 'opening' | 'closing'> {
  const held = new Float64Array(parties);
  const missing = new Float64Array(size);
  const opening = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const [from, to] = [payer[i]!, payee[i]!];
    for (const { party, before } of firsts.get(row[i]!) ?? none) {
      const more = before - held[party]!;
      if (more <= 0) continue;
      if (party === from) missing[i]! += more;
      else if (party === to) opening[i]! += more;
      else continue;
      held[party]! += more;
    }
    if (from > 0) {
      const lack = fen[i]! - held[from]!;
      if (lack > 0) {
        missing[i]! += lack;
        held[from]! += lack;
      }
      held[from]! -= fen[i]!;
    }
    if (to > 0) held[to]! += fen[i]!;
  }
  return { missing, opening, closing: held };
}

function readParties(store: Store): Pick<Ledger, 'traits' | 'coveredFrom' | 'coveredTo' | 'rank'> {
  const parties = prepared<[], { n: number }>(store, 'select coalesce(max(id), 0) + 1 as n from party').get()!.n;
  const kinds = new Uint8Array(parties);
  const rank = new Int32Array(parties);
  let at = 1;
  for (const [id, kind, role, name] of store.db
    .prepare<[], [number, string, string | null, string]>('select id, kind, role, name from party order by uid')
    .raw()
    .iterate()) {
    rank[id] = at++;
    kinds[id] =
      (kind === 'cash' ? traits.cash : 0) |
      (kind === 'payment-institution' ? traits.institution : 0) |
      (isOrganisation(kind, role) ? traits.organisation : 0) |
      (isAbroadName(name, kind) ? traits.abroad : 0);
  }
  return {
    traits: kinds,
    rank,
    coveredFrom: new Int32Array(parties).fill(2 ** 31 - 1),
    coveredTo: new Int32Array(parties).fill(-(2 ** 31)),
  };
}

function readMentions(store: Store): { partyOf: Int32Array; accountOf: ReadonlyMap<number, string> } {
  const mentions = prepared<[], { n: number }>(store, 'select coalesce(max(id), 0) + 1 as n from mention').get()!.n;
  const partyOf = new Int32Array(mentions);
  const accountOf = new Map<number, string>();
  for (const [id, party, account] of store.db
    .prepare<[], [number, number | null, string | null]>('select id, party, account from mention')
    .raw()
    .iterate()) {
    partyOf[id] = party ?? 0;
    if (account !== null) accountOf.set(id, account);
  }
  return { partyOf, accountOf };
}
