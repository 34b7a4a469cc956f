import { cellAddress } from '../../../shared/evidence/cell.ts';
import { exactYuan, fen } from '../../../shared/evidence/money.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { cellsOfMentions } from '../store/mention-places.ts';
import { countMentions } from '../store/party-cards.ts';
import { type SourceValue, valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

type Read = Answer<'party.read'>;
type Reader = (row: number, field: string | null) => SourceValue;

const MOST_MENTIONS = 200;

interface IdentifierRow {
  readonly type: string;
  readonly value: string;
  readonly keyable: number;
  readonly row: number;
  readonly col: number | null;
}

const identifierSql = (where: string) =>
  `select i.type, i.value, max(i.keyable) as keyable, min(i.row) as row, i.col
   from mention m join mention_identifier i on i.mention = m.id where ${where} group by i.type, i.value order by max(i.keyable) desc, i.type, i.value`;

/** The identifiers beside all mentions of a party, each with the cell where it was first seen. */
export function identifiersOf(store: Store, party: number): Read['identifiers'] {
  const read = valueReader(store);
  return prepared<[number], IdentifierRow>(store, identifierSql('m.party = ?'))
    .all(party)
    .map((row) => shown(row, read));
}

const shown = ({ type, value, keyable, row, col }: IdentifierRow, read: Reader) => ({
  type,
  value,
  keyable: keyable === 1,
  source: cellAt(read, row, col),
});

/** The place of a cell known by its column. A row that was taken back has none. */
function cellAt(read: Reader, row: number, column: number | null): Source | null {
  const { source } = read(row, null);
  return column === null ? source : { ...source, column, cell: cellAddress(column, source.row) };
}

interface MentionRow {
  readonly id: number;
  readonly name: string;
  readonly reason: string | null;
  readonly joined: number | null;
  readonly joinedName: string | null;
  readonly row: number;
  readonly field: string;
}

/** The mentions of a party in the order in which they came, each with the reason why it stands here. */
export function mentionsOf(store: Store, party: number): Pick<Read, 'mentions' | 'mentionsTotal'> {
  const read = valueReader(store);
  const cells = cellsOfMentions(store);
  const rows = prepared<[number, number], MentionRow>(
    store,
    `select m.id, m.name, m.join_reason as reason, m.join_mention as joined, j.name as joinedName, m.first_row as row, m.first_field as field
     from mention m left join mention j on j.id = m.join_mention where m.party = ? order by m.id limit ?`,
  ).all(party, MOST_MENTIONS);
  const own = prepared<[number], IdentifierRow>(store, identifierSql('m.id = ?'));
  return {
    mentionsTotal: countMentions(store, party),
    mentions: rows.map(({ id, name, reason, joined, joinedName, row, field }) => ({
      mention: id,
      name,
      identifiers: own.all(id).map((identifier) => shown(identifier, read)),
      reason: reason ?? 'first',
      joinedTo:
        joined === null
          ? null
          : { mention: joined, name: joinedName ?? '', ...sharedValue(store, id, joined, reason, read) },
      rows: cells.get(id) ?? 0,
      source: read(row, field).source,
    })),
  };
}

const typesOfReason: Readonly<Record<string, readonly string[]>> = {
  identifier: ['id_no', 'uscc', 'passport', 'tax_no', 'org_code'],
  account: ['account', 'email'],
  phone: ['phone'],
  'phone-holder': ['phone'],
  conference: ['conference_no'],
  'thing-number': ['product_code', 'approval_no', 'tender_no', 'contract_no', 'invoice_no', 'clue_no', 'held_account'],
};

/** The first transfer that brought two mentions together. */
const transferSql: Readonly<Record<string, string>> = {
  transfer: `select f.row, f.day, f.fen from rec_bank_flow f where (f.payer = @b or f.payee = @b) and f.fen > 0 and
     (f.mirror_of in (select row from rec_bank_flow where payer = @a or payee = @a)
      or f.row in (select mirror_of from rec_bank_flow where payer = @a or payee = @a)) order by f.day, f.row limit 1`,
  'own-transfer': `select row, day, fen from rec_bank_flow where (payer = @a and payee = @b) or (payer = @b and payee = @a)
     order by day, row limit 1`,
};

interface SharedRow {
  readonly value: string;
  readonly row: number;
  readonly col: number | null;
}

/** What two mentions have in common that joined them, and where it stands beside the other one. */
function sharedValue(
  store: Store,
  a: number,
  b: number,
  reason: string | null,
  read: Reader,
): { value: string; source: Source | null } {
  const types = typesOfReason[reason ?? ''];
  const identifier =
    types &&
    prepared<[number, number, string], SharedRow>(
      store,
      `select o.value, o.row, o.col from mention_identifier i join mention_identifier o on o.value = i.value
       where i.mention = ? and o.mention = ? and i.keyable = 1 and o.keyable = 1 and o.type in (select value from json_each(?)) limit 1`,
    ).get(a, b, JSON.stringify(types));
  if (identifier) return { value: identifier.value, source: cellAt(read, identifier.row, identifier.col) };
  const transfer = transferSql[reason ?? ''];
  const moved =
    transfer &&
    prepared<[{ a: number; b: number }], { row: number; day: string; fen: number }>(store, transfer).get({ a, b });
  if (moved) return { value: `${moved.day} ${exactYuan(fen(moved.fen))}`, source: read(moved.row, 'amount').source };
  const other = prepared<
    [number],
    { name: string; org: string | null; dept: string | null; row: number; field: string }
  >(store, 'select name, org_key as org, dept, first_row as row, first_field as field from mention where id = ?').get(
    b,
  );
  if (!other) return { value: '', source: null };
  const value = reason === 'employer' ? [other.org, other.dept].filter(Boolean).join(' · ') : other.name;
  return { value, source: read(other.row, other.field).source };
}
