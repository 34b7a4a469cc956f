import { cellAddress } from '../../../../shared/evidence/cell.ts';
import type { Comparison, Suggestion } from '../../../../shared/protocol/alike.requests.ts';
import type { Source } from '../../../../shared/protocol/parts.ts';
import type { Store } from '../../store/connect.ts';
import { valueReader } from '../../store/place.ts';
import { prepared } from '../../store/prepared.ts';
import { partyRow } from '../party-row.ts';
import { whyApart } from '../two-numbers.ts';
import type { Ground } from './compare-features.ts';
import { type Pair, pairKey, suggestedPairs } from './open-pairs.ts';

type Line = Comparison['agrees'][number];
type Side = NonNullable<Line['a']>;
type Reader = ReturnType<typeof valueReader>;

/** A pair as the list shows it. */
export const pairRow = (store: Store, { a, b, score, grounds }: Pair): Suggestion => ({
  a: partyRow(store, a),
  b: partyRow(store, b),
  score,
  reasons: grounds.map(([reason]) => reason),
});

/** Sets two parties side by side: what agrees, what differs, each with the cell where it stands. */
export function comparePair(store: Store, a: number, b: number): Comparison {
  const read = valueReader(store);
  const { open, unsure, decided } = suggestedPairs(store);
  const key = pairKey(a, b);
  const pair = [...open, ...unsure].find((each) => pairKey(each.a, each.b) === key);
  const turned = pair !== undefined && pair.a !== a;
  const grounds = (pair?.grounds ?? []).map(
    ([reason, one, other]): Ground => [reason, turned ? other : one, turned ? one : other],
  );
  const agrees = grounds.flatMap((ground) => lineOf(store, ground, read));
  const decision = decided.get(key);
  return {
    a: partyRow(store, a),
    b: partyRow(store, b),
    score: pair?.score ?? null,
    reasons: grounds.map(([reason]) => reason),
    agrees,
    differs: differences(store, { a, b }, read).filter(({ what }) => !agrees.some((line) => line.what === what)),
    said: decision ? saidAbout(store, decision.id) : null,
    apart: whyApart(store, a, b) ?? null,
  };
}

/** Reasons that rest on a number or an address; all others rest on how the name is written. */
const valueSql: Readonly<Record<string, string>> = {
  account: `select i.value as text, i.row, i.col from mention_identifier i where i.mention = ? and i.keyable = 1 and i.type in ('account', 'email')`,
  phone: `select i.value as text, i.row, i.col from mention_identifier i where i.mention = ? and i.keyable = 1 and i.type = 'phone'`,
  address: `select address as text, row, null as col from rec_company where company = ? and address is not null`,
  employer: `select org_key as text, first_row as row, null as col from mention where id = ?`,
  city: `select coalesce(org_key, id_value) as text, first_row as row, null as col from mention where id = ?`,
};
const nameSql = `select name as text, first_row as row, null as col, first_field as field from mention where id = ?`;

interface ValueRow {
  readonly text: string | null;
  readonly row: number;
  readonly col: number | null;
  readonly field?: string;
}

function lineOf(store: Store, [reason, a, b]: Ground, read: Reader): Line[] {
  const sql = valueSql[reason];
  const rowsOf = (mention: number) => prepared<[number], ValueRow>(store, sql ?? nameSql).all(mention);
  const [left, right] = [rowsOf(a), rowsOf(b)];
  if (left.length === 0 || right.length === 0) return [];
  // of several numbers beside a mention, the one that both have
  const common = left.find(({ text }) => right.some((other) => other.text === text));
  const one = common ?? left[0]!;
  const other = right.find(({ text }) => text === one.text) ?? right[0]!;
  return [{ what: reason, a: sideOf(one, read), b: sideOf(other, read) }];
}

function sideOf({ text, row, col, field }: ValueRow, read: Reader): Side {
  return { text: text ?? '', source: sourceAt(read, row, col, field ?? null) };
}

function sourceAt(read: Reader, row: number, column: number | null, field: string | null): Source | null {
  const { source } = read(row, field);
  return column === null ? source : { ...source, column, cell: cellAddress(column, source.row) };
}

/** What both sides state and what is not the same. */
const differing: ReadonlyArray<readonly [what: string, sql: string]> = [
  [
    'name',
    "select name as text, first_row as row, null as col, first_field as field from mention where party = ? and kind <> 'account' order by id limit 40",
  ],
  ['id_no', numberSql("'id_no', 'uscc'")],
  ['phone', numberSql("'phone'")],
  ['account', numberSql("'account', 'email'")],
  [
    'employer',
    'select org_key as text, first_row as row, null as col from mention where party = ? and org_key is not null order by id limit 40',
  ],
  [
    'dept',
    'select dept as text, first_row as row, null as col from mention where party = ? and dept is not null order by id limit 40',
  ],
];

function numberSql(types: string): string {
  return `select i.value as text, i.row, i.col from mention m join mention_identifier i on i.mention = m.id
    where m.party = ? and i.type in (${types}) order by i.keyable desc, m.id limit 40`;
}

function differences(store: Store, { a, b }: { a: number; b: number }, read: Reader): Line[] {
  return differing.flatMap(([what, sql]) => {
    const rowsOf = (party: number) => prepared<[number], ValueRow>(store, sql).all(party);
    const [left, right] = [rowsOf(a), rowsOf(b)];
    if (left.length + right.length === 0) return [];
    if (left.some(({ text }) => right.some((other) => other.text === text))) return [];
    const side = ([first]: readonly ValueRow[]) => (first === undefined ? null : sideOf(first, read));
    return [{ what, a: side(left), b: side(right) }];
  });
}

const saidAbout = (store: Store, id: number): NonNullable<Comparison['said']> =>
  prepared<[number], NonNullable<Comparison['said']>>(
    store,
    'select batch as decision, verdict, at, actor, reason from party_decision where id = ?',
  ).get(id)!;
