import type { Store } from './connect.ts';

/**
 * Runs `work` without these indexes and makes them anew afterwards, sorted in one go: for writes that touch most of a table
 * (measured: half the time at a million rows). Must stand inside a transaction, so that a failed `work` brings them back.
 */
export function withoutIndexes(store: Store, names: readonly string[], work: () => void): void {
  if (!store.db.inTransaction) throw new Error('indexes are only set aside inside a transaction');
  const find = store.db
    .prepare<[string], string>("select sql from sqlite_schema where type = 'index' and name = ?")
    .pluck();
  const made = names.map((name) => {
    const sql = find.get(name);
    if (sql === undefined) throw new Error(`there is no index ${name}`);
    return sql;
  });
  for (const name of names) store.db.exec(`drop index "${name}"`);
  work();
  for (const sql of made) store.db.exec(sql);
}
