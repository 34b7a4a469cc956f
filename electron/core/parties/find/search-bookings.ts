import type { SearchHit, SearchMatch } from '../../../../shared/protocol/parties.requests.ts';
import type { Store } from '../../store/connect.ts';
import { sourceOf } from '../../store/place.ts';
import { prepared } from '../../store/prepared.ts';
import type { AmountRange } from './amount-query.ts';
import type { DayRange } from './day-query.ts';
import { markOf } from './marks.ts';
import type { RowsFound } from './rows-found.ts';

/** A word beside an amount or a date: one side of the booking is one of these parties, or its text holds the word. */
export interface WithWord {
  readonly word: string;
  readonly parties: readonly number[];
}

export interface BookingQuery {
  readonly range: AmountRange | undefined;
  readonly span: DayRange | undefined;
  readonly words: readonly WithWord[];
}

export interface Window {
  readonly offset: number;
  readonly limit: number;
  /** how many are counted at most */
  readonly most: number;
}

interface Found {
  readonly row: number;
  readonly ledger: 0 | 1;
  readonly fen: number;
  readonly day: string;
  readonly text: string;
  readonly payer: string | null;
  readonly payee: string | null;
}

type Bound = Record<string, string | number>;

// each transfer once, amounts in yuan; failed and reversed bookings are found too: what is searched is what sheets say
const tables = [
  { name: 'rec_bank_flow', from: 'payer', to: 'payee', words: ['summary', 'remark'], once: 'mirror_of is null' },
  { name: 'rec_expense', from: 'company', to: 'payee', words: ['type_text', 'summary'], once: 'true' },
] as const;

/** From so many on, bookings of a span of days come in the order of days: sorting all by amount would take long. */
const MANY = 2_000;

/** Bookings of statements and lines of ledgers that fit, the largest first. */
export function searchBookings(store: Store, query: BookingQuery, { offset, limit, most }: Window): RowsFound {
  const fits = conditions(query);
  const bound = bindings(query);
  const total = tables.reduce((sum, table) => {
    const sql = `select count(*) as n from (select 1 from ${table.name} where ${fits(table)} limit :most)`;
    return sum + prepared<[Bound], { n: number }>(store, sql).get({ ...bound, most })!.n;
  }, 0);
  const order = query.range || total < MANY ? 'fen desc, row desc' : 'day, row';
  const kind = query.range ? 'amount' : 'day';
  const rows = prepared<[Bound], Found>(store, listSql(fits, order)).all({ ...bound, offset, limit });
  return { total, whole: total < most, hits: rows.map((row) => hitOf(store, kind, query, row)) };
}

type Table = (typeof tables)[number];

const textOf = ({ words }: Table): string => words.map((word) => `coalesce(${word}, '')`).join(` || ' ' || `);

function conditions({ range, span, words }: BookingQuery): (table: Table) => string {
  return (table) =>
    [
      `currency = 'CNY' and ${table.once}`,
      ...(range ? ['fen between :least and :greatest'] : []),
      ...(span ? ['day between :first and :last'] : []),
      ...words.map((_, i) => {
        const named = `(select id from mention where party in (select value from json_each(:parties${i})))`;
        return `(${table.from} in ${named} or ${table.to} in ${named} or instr(${textOf(table)}, :word${i}) > 0)`;
      }),
    ].join(' and ');
}

const bindings = ({ range, span, words }: BookingQuery): Bound => ({
  ...(range && { least: range.least, greatest: range.most }),
  ...(span && { first: span.from, last: span.to }),
  ...Object.fromEntries(
    words.flatMap(({ word, parties }, i) => [
      [`word${i}`, word],
      [`parties${i}`, JSON.stringify(parties)],
    ]),
  ),
});

function listSql(fits: (table: Table) => string, order: string): string {
  const selects = tables.map(
    (table, at) =>
      `select row, ${at} as ledger, fen, day, trim(${textOf(table)}) as text, ${table.from} as payer, ${table.to} as payee
       from ${table.name} where ${fits(table)}`,
  );
  return `select x.row, x.ledger, x.fen, x.day, x.text, pp.name as payer, qp.name as payee
    from (${selects.join(' union all ')} order by ${order} limit :limit offset :offset) x
    left join mention p on p.id = x.payer left join party pp on pp.id = p.party
    left join mention q on q.id = x.payee left join party qp on qp.id = q.party
    order by ${order.replaceAll(/\b(fen|day|row)\b/g, 'x.$1')}`;
}

function hitOf(store: Store, kind: 'amount' | 'day', { words }: BookingQuery, found: Found): SearchHit {
  const title = `${found.payer ?? '?'} → ${found.payee ?? '?'}`;
  const detail = `${found.day} ${found.text}`.trim();
  const dayField = found.ledger === 1 ? 'expense_date' : 'txn_date';
  return {
    kind,
    party: null,
    drawnAs: null,
    title,
    detail,
    fen: found.fen,
    source: sourceOf(store, found.row, kind === 'amount' ? 'amount' : dayField),
    finding: null,
    matched: words.flatMap(({ word }) => matchIn('name', title, word) ?? matchIn('cell', detail, word) ?? []),
  };
}

function matchIn(by: SearchMatch['by'], text: string, word: string): SearchMatch | undefined {
  const mark = markOf(text, word);
  return mark && { by, text, marks: [mark], label: null };
}
