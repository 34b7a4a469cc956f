import type { Database, Statement } from 'better-sqlite3';
import type { Store } from './connect.ts';

const statements = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * The statement of this text on this store, compiled once. `sql` is a constant of the source: values are bound, never written into it.
 * The types say what is bound and what one row looks like: `prepared<[number], { name: string }>(store, 'select name from party where id = ?')`;
 * named values are one object: `prepared<[{ day: string }]>(…)`. Everybody who gives the same text shares the statement, so
 * use `.all()` rather than `.iterate()` where the loop might ask the same thing again, and never `.pluck()` a shared one halfway.
 */
export function prepared<Bind extends unknown[] = [], Row = unknown>(store: Store, sql: string): Statement<Bind, Row> {
  const { db } = store;
  const known = statements.get(db) ?? new Map<string, Statement<unknown[]>>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement as unknown as Statement<Bind, Row>;
}
