import { createHash } from 'node:crypto';
import type { Store } from './connect.ts';

/** Lines that go into the hash with one call. */
const AT_ONCE = 500;

/**
 * SHA-256 over all rows that a query of ours gives, in its order: two states of the store with the same answer have the same digest, whoever
 * wrote them. `columns`: what each row consists of. An empty cell and an empty text differ. `breathe` is called now and then.
 */
export function contentDigest(
  store: Store,
  columns: readonly string[],
  from: string,
  breathe: () => void,
  bound: readonly unknown[] = [],
): string {
  const hash = createHash('sha256');
  const line = columns.map((column) => `coalesce(${column}, char(0))`).join(' || char(31) || ');
  const rows = store.db.prepare<unknown[], string>(`select ${line} ${from}`).pluck();
  let lines: string[] = [];
  for (const each of rows.iterate(...bound)) {
    lines.push(each);
    if (lines.length < AT_ONCE) continue;
    hash.update(lines.join('\n')).update('\n');
    lines = [];
    breathe();
  }
  return hash.update(lines.join('\n')).digest('hex');
}

/** The columns of a table or view of the case, in its own order, quoted for SQL; generated ones too. `schema`: 'main' is the case, 'temp' what a run works with. */
export const columnsOf = (store: Store, name: string, schema: 'main' | 'temp' = 'main'): string[] =>
  store.db
    .prepare<[string, string], string>('select name from pragma_table_xinfo(?, ?) where hidden <> 1')
    .pluck()
    .all(name, schema)
    .map((column) => `"${column}"`);

/** The order in which a table keeps its rows: its primary key. */
export const keyOf = (store: Store, table: string): string =>
  store.db
    .prepare<[string], string>('select name from pragma_table_info(?) where pk > 0 order by pk')
    .pluck()
    .all(table)
    .map((column) => `"${column}"`)
    .join(', ') || 'rowid';

/** Columns of a table of records whose values are mentions. */
export const mentionColumnsOf = (store: Store, table: string): string[] =>
  store.db
    .prepare<[string], string>(
      `select "from" from pragma_foreign_key_list(?) where "table" = 'mention' order by "from"`,
    )
    .pluck()
    .all(table);
