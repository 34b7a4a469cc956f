import type { AttributeKind } from '../../../../shared/protocol/relations.requests.ts';
import type { Store } from '../../store/connect.ts';
import { sheetLayout } from '../../store/place.ts';
import { type AttributeSource, attributeSources } from './attribute-sources.ts';
import { countAttributes } from './count-attributes.ts';
import { placeVerdicts } from './relation-verdicts.ts';

interface Holder {
  readonly row: number;
  readonly field: string;
}

/** Value → mention → the first cell that shows it. */
type Found = Map<string, Map<number, Holder>>;

const keyOf = (kind: AttributeKind, value: string): string => `${kind} ${value}`;

/**
 * Reads from the records which phone, address, IP address and device stands beside more than one mention, each with a cell. Call it after
 * parties were resolved and before links are drawn, inside the same transaction.
 */
export function writeAttributes(store: Store): void {
  store.db.exec('delete from mention_attribute; delete from shared_attribute');
  const found: Found = new Map();
  for (const source of attributeSources) readSource(store, source, found);
  readPhones(store, found);
  const insert = store.db.prepare<[string, string]>('insert into shared_attribute (kind, value) values (?, ?)');
  const insertHolder = store.db.prepare<[number, number, number, string]>(
    'insert into mention_attribute values (?, ?, ?, ?)',
  );
  for (const [key, holders] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (holders.size < 2) continue;
    const gap = key.indexOf(' ');
    const id = Number(insert.run(key.slice(0, gap), key.slice(gap + 1)).lastInsertRowid);
    for (const [mention, { row, field }] of holders) insertHolder.run(id, mention, row, field);
  }
  countAttributes(store);
  placeVerdicts(store);
}

function put(found: Found, key: string, mention: number, holder: Holder): void {
  const holders = found.get(key) ?? new Map<number, Holder>();
  found.set(key, holders);
  const known = holders.get(mention);
  if (known === undefined || holder.row < known.row) holders.set(mention, holder);
}

type Line = [text: string, mention: number, row: number];

function readSource(
  store: Store,
  { table, mention, column, field, keyOf: read, isStatement }: AttributeSource,
  found: Found,
): void {
  const sent = isStatement ? " and direction = 'out'" : '';
  const several = isStatement
    ? ` and (${column} in (select ${column} from ${table} where ${column} is not null and direction = 'out' group by ${column} having count(distinct ${mention}) > 1)
        or ${column} in (select distinct ${column} from rec_bid where ${column} is not null))`
    : '';
  const lines = store.db
    .prepare<[], Line>(
      `select ${column}, ${mention}, min(row) from ${table} where ${column} is not null and ${mention} is not null${sent}${several} group by 1, 2`,
    )
    .raw();
  const keys = new Map<string, ReturnType<typeof read>>();
  for (const [text, holder, row] of lines.iterate()) {
    if (!keys.has(text)) keys.set(text, read(text));
    const key = keys.get(text);
    if (key) put(found, keyOf(key.kind, key.value), holder, { row, field });
  }
}

interface PhoneRow {
  readonly value: string;
  readonly mention: number;
  readonly row: number;
  readonly col: number | null;
}

/** Phones beside people: those that several mentions have, and those that a register or a bid gives a company. */
function readPhones(store: Store, found: Found): void {
  const ofCompanies = [...found.keys()].flatMap((key) => (key.startsWith('phone ') ? [key.slice(6)] : []));
  const rows = store.db.prepare<[string], PhoneRow>(
    `select value, mention, row, col from mention_identifier where type = 'phone' and keyable = 1 and value in (
       select value from mention_identifier where type = 'phone' and keyable = 1 group by value having count(*) > 1
       union select value from json_each(?))`,
  );
  const fieldOf = fieldReader(store);
  for (const { value, mention, row, col } of rows.all(JSON.stringify(ofCompanies)))
    put(found, keyOf('phone', value), mention, { row, field: fieldOf(row, col) });
}

const phoneFields = ['phone', 'relative_phone', 'peer_phone', 'self_phone'];

/** The field of a sheet that stands in a column; a phone without a column was stated of the whole sheet. */
function fieldReader(store: Store): (row: number, col: number | null) => string {
  const sheetOf = store.db.prepare<[number], number>('select sheet from row where id = ?').pluck();
  const fields = new Map<number, ReadonlyMap<number, string>>();
  const known = new Map<number, readonly string[]>();
  return (row, col) => {
    const sheet = sheetOf.get(row);
    if (sheet === undefined) return 'phone';
    if (!fields.has(sheet)) {
      const { columns, facts } = sheetLayout(store, sheet);
      fields.set(
        sheet,
        new Map(columns.flatMap(({ index, field }) => (field === null ? [] : [[index, field] as const]))),
      );
      known.set(
        sheet,
        [...columns, ...facts].flatMap(({ field }) => field ?? []),
      );
    }
    const named = col === null ? undefined : fields.get(sheet)!.get(col);
    return named ?? phoneFields.find((field) => known.get(sheet)!.includes(field)) ?? 'phone';
  };
}
