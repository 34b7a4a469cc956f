import type { Store } from './connect.ts';

/** One column of the records that holds a mention, and the field of the sheet it was read from. */
export interface MentionPlace {
  readonly table: string;
  readonly column: string;
  /** null: the table says it row by row, in its column `field` */
  readonly field: string | null;
}

/** Every column of the records that names a party. A test holds this list against the foreign keys of the schema. */
export const mentionPlaces: readonly MentionPlace[] = [
  { table: 'rec_bank_flow', column: 'holder', field: 'holder_name' },
  { table: 'rec_bank_flow', column: 'counterparty', field: 'counterparty_name' },
  { table: 'rec_expense', column: 'company', field: 'company' },
  { table: 'rec_expense', column: 'payee', field: 'payee_name' },
  { table: 'rec_expense', column: 'payee_org', field: 'payee_org' },
  { table: 'rec_expense', column: 'handler', field: 'handler' },
  { table: 'rec_expense', column: 'approver', field: 'approver' },
  { table: 'rec_expense', column: 'conference', field: 'conference_name' },
  { table: 'rec_conference', column: 'conference', field: 'name' },
  { table: 'rec_conference', column: 'organizer', field: 'organizer' },
  { table: 'rec_conference', column: 'applicant', field: 'applicant' },
  { table: 'rec_conference_person', column: 'conference', field: 'conference_name' },
  { table: 'rec_conference_person', column: 'person', field: 'name' },
  { table: 'rec_conference_person', column: 'org', field: 'org' },
  { table: 'rec_company', column: 'company', field: 'name' },
  { table: 'rec_company', column: 'legal_rep', field: 'legal_rep' },
  { table: 'rec_company', column: 'contact', field: 'contact' },
  { table: 'rec_mention', column: 'mention', field: null },
];

/** How many cells name each mention, over all records. Mentions that no record names are absent. One pass over each table. */
export function countCells(store: Store): Map<number, number> {
  const cells = new Map<number, number>();
  for (const [table, places] of Map.groupBy(mentionPlaces, (place) => place.table)) {
    const columns = places.map((place) => place.column);
    for (const found of store.db.prepare<[], Array<number | null>>(`select ${columns} from ${table}`).raw().iterate())
      for (const mention of found) if (mention !== null) cells.set(mention, (cells.get(mention) ?? 0) + 1);
  }
  return cells;
}

const counted = new WeakMap<Store['db'], { stamp: string; cells: Map<number, number> }>();

/** `countCells`, kept until links are drawn anew. */
export function cellsOfMentions(store: Store): ReadonlyMap<number, number> {
  const stamp = String(store.db.prepare("select value from meta where key = 'links_drawn'").pluck().get());
  const known = counted.get(store.db);
  if (known?.stamp === stamp) return known.cells;
  const cells = countCells(store);
  counted.set(store.db, { stamp, cells });
  return cells;
}
