import type { Store } from './connect.ts';

/** A table that a statement opens. */
export interface OpenedTable {
  readonly schema: 'main' | 'temp';
  readonly table: string;
  /** looked through, or found by anything but the number of a row that another table gives */
  readonly scanned: boolean;
}

interface Step {
  readonly opcode: string;
  readonly p1: number;
  readonly p2: number;
  readonly p3: number;
}

interface Root {
  readonly schema: 'main' | 'temp';
  readonly name: string;
  readonly table: string;
}

const looksThrough = /^(Rewind|Last|Seek(GE|GT|LE|LT)|Count|Sort|IfEmpty|IfSizeBetween)$/;

/**
 * Which tables a question really opens, as SQLite's own program for it says: nothing is told from words alone. An index is opened in the name of
 * its table and counts as looked through. Tables that SQLite leaves out because they cannot change the answer are not among them.
 */
export function openedTables(store: Store, sql: string, params?: Readonly<Record<string, unknown>>): OpenedTable[] {
  const roots = new Map<string, Root>();
  for (const [number, schema] of [
    [0, 'main'],
    [1, 'temp'],
  ] as const)
    for (const { root, name, table } of store.db
      .prepare<[], { root: number; name: string; table: string }>(
        `select rootpage as root, name, tbl_name as "table" from ${schema}.sqlite_schema where rootpage > 0`,
      )
      .all())
      roots.set(`${number} ${root}`, { schema, name, table });
  const explain = store.db.prepare<unknown[], Step>(`explain ${sql}`);
  const steps = params ? explain.all(params) : explain.all();
  const opened = steps.flatMap(({ opcode, p1, p2, p3 }) => {
    const root = opcode === 'OpenRead' || opcode === 'ReopenIdx' ? roots.get(`${p3} ${p2}`) : undefined;
    return root ? [[p1, root] as const] : [];
  });
  const through = new Set(steps.filter(({ opcode }) => looksThrough.test(opcode)).map(({ p1 }) => p1));
  const tables = new Map<string, OpenedTable>();
  for (const [cursor, { schema, name, table }] of opened) {
    const key = `${schema} ${table}`;
    const scanned = name !== table || through.has(cursor) || (tables.get(key)?.scanned ?? false);
    tables.set(key, { schema, table, scanned });
  }
  return [...tables.values()];
}
