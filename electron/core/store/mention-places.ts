import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { prepared } from './prepared.ts';
import { records } from './records/index.ts';

/** One column of the records that holds a mention, and the field of the sheet it was read from. */
export interface MentionPlace {
  readonly table: string;
  readonly column: string;
  /** null: the table says it row by row, in its column `field` */
  readonly field: string | null;
}

/** Every column of the records that names a party. A test holds this list against the foreign keys of the schema. */
export const mentionPlaces: readonly MentionPlace[] = [
  ...records.flatMap(({ table, mentions }) =>
    Object.entries(mentions).map(([column, field]) => ({ table, column, field })),
  ),
  { table: 'rec_mention', column: 'mention', field: null },
];

/** How many cells name each mention, over all records. Mentions that no record names are absent. One pass over each table. */
export function countCells(store: Store): Map<number, number> {
  const cells = new Map<number, number>();
  const add = (mention: number | null, n: number): void => {
    if (mention !== null) cells.set(mention, (cells.get(mention) ?? 0) + n);
  };
  for (const [table, places] of Map.groupBy(mentionPlaces, (place) => place.table)) {
    const columns = places.map((place) => place.column);
    if (table === 'rec_bank_flow') {
      // the largest table by far: its indexes hold the mentions in order, and nothing is sorted or handed over row by row
      for (const column of indexedColumns(table, columns)) {
        const counts = store.db.prepare<[], [number | null, number]>(
          `select ${column}, count(*) from ${table} group by 1`,
        );
        for (const [mention, n] of counts.raw().iterate()) add(mention, n);
      }
    } else {
      for (const found of store.db.prepare<[], Array<number | null>>(`select ${columns} from ${table}`).raw().iterate())
        for (const mention of found) add(mention, 1);
    }
  }
  return cells;
}

/** A statement is looked up by payer and payee, which are its holder and counterparty either way round. */
export const indexedColumns = (table: string, columns: readonly string[]): readonly string[] =>
  table === 'rec_bank_flow' ? ['payer', 'payee'] : columns;

/** The same for some mentions (JSON array), each looked up by its index. */
export function countCellsOf(store: Store, mentions: string): Map<number, number> {
  const cells = new Map<number, number>();
  for (const [table, places] of Map.groupBy(mentionPlaces, (place) => place.table))
    for (const column of indexedColumns(
      table,
      places.map((place) => place.column),
    )) {
      const counts = prepared<[string], { mention: number; n: number }>(
        store,
        `select ${column} as mention, count(*) as n from ${table} where ${column} in (select value from json_each(?)) group by 1`,
      );
      for (const { mention, n } of counts.all(mentions)) cells.set(mention, (cells.get(mention) ?? 0) + n);
    }
  return cells;
}

const counted = new WeakMap<Store['db'], { stamp: string; cells: Map<number, number> }>();

/** `countCells`, kept until links are drawn anew. */
export function cellsOfMentions(store: Store): ReadonlyMap<number, number> {
  const stamp = drawingOf(store);
  const known = counted.get(store.db);
  if (known?.stamp === stamp) return known.cells;
  const cells = countCells(store);
  counted.set(store.db, { stamp, cells });
  return cells;
}
