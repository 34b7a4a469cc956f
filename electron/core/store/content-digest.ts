import { createHash, hash as digestOnce } from 'node:crypto';
import type { Store } from './connect.ts';

/** Rows that go into the hash with one call. */
const AT_ONCE = 500;

/** One row as one text: an empty cell and an empty text differ. `filled`: columns that are never empty. */
const lineOf = (columns: readonly string[], filled: ReadonlySet<string> = new Set()): string =>
  `concat_ws(char(31), ${columns.map((column) => (filled.has(column) ? column : `coalesce(${column}, char(0))`)).join(', ')})`;

/**
 * SHA-256 over all rows that a query of ours gives, in its order: two states of the store with the same answer have the same digest, whoever
 * wrote them. `columns`: what each row consists of. `breathe` is called now and then.
 */
export function contentDigest(
  store: Store,
  columns: readonly string[],
  from: string,
  breathe: () => void,
  bound: readonly unknown[] = [],
): string {
  const hash = createHash('sha256');
  const rows = store.db.prepare<unknown[], string>(`select ${lineOf(columns)} ${from}`).pluck();
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

/**
 * The same over a whole table of the case. Where its rows are kept by one number, SQLite joins them before they come here, and `mention` is told
 * each value of the columns `mentions` in passing, so that a table of a million rows is unsealed once.
 */
export function tableDigest(
  store: Store,
  table: string,
  breathe: () => void,
  mentions: readonly string[] = [],
  mention: (id: number) => void = () => undefined,
): string {
  const columns = columnsOf(store, table);
  const key = numberOf(store, table);
  if (key === undefined) {
    const ids = mentions.map((column) => `select "${column}" from main.${table}`).join(' union ');
    if (ids !== '') for (const id of store.db.prepare<[], number | null>(ids).pluck().iterate()) mention(id ?? 0);
    return contentDigest(store, columns, `from main.${table} order by ${keyOf(store, table)}`, breathe);
  }
  const hash = createHash('sha256');
  const named = mentions.map((column) => `"${column}"`).join(', ');
  const some = store.db.prepare<[number], { last: number | null; lines: Buffer; named: Buffer | null }>(
    `select max(id) as last, cast(group_concat(line, char(10)) as blob) as lines, cast(group_concat(named, ' ') as blob) as named
     from (select ${key} as id, ${lineOf(columns, filledOf(store, table))} as line, ${named === '' ? 'null' : `concat_ws(' ', ${named})`} as named
           from main.${table} where ${key} > ? order by ${key} limit ${AT_ONCE})`,
  );
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { last, lines, named: ids } = some.get(after)!;
    if (last === null) return hash.digest('hex');
    hash.update(lines).update('\n');
    if (ids) eachNumber(ids, mention);
    after = last;
    breathe();
  }
}

/** Whole numbers written one after the other with spaces between them. */
function eachNumber(text: Buffer, take: (number: number) => void): void {
  let number = 0;
  for (const byte of text)
    if (byte === 32) {
      take(number);
      number = 0;
    } else number = number * 10 + byte - 48;
  take(number);
}

/** What is known of each mention and whose it is, so that the state of those that a table names is made without asking again. */
export interface MentionStates {
  /** SHA-256 over these mentions: those whose byte is not 0, by id. */
  digest(named: Uint8Array): string;
  /** one more than the highest id */
  readonly size: number;
}

/** Bytes of the SHA-256 of a mention that are kept. */
const KEPT = 8;

export function mentionStates(store: Store, breathe: () => void): MentionStates {
  const size = (store.db.prepare<[], number | null>('select max(id) from mention').pluck().get() ?? 0) + 1;
  const states = Buffer.alloc(size * KEPT);
  const shown = [
    ...columnsOf(store, 'mention').map((column) => `m.${column}`),
    ...['uid', 'kind', 'role', 'name'].map((column) => `p.${column}`),
  ];
  const rows = store.db.prepare<[], { id: number; line: string }>(
    `select m.id as id, ${lineOf(shown)} as line from main.mention m left join main.party p on p.id = m.party order by m.id`,
  );
  let calls = 0;
  for (const { id, line } of rows.iterate()) {
    digestOnce('sha256', line, 'buffer').copy(states, id * KEPT, 0, KEPT);
    if (++calls % AT_ONCE === 0) breathe();
  }
  return {
    size,
    digest(named) {
      const hash = createHash('sha256');
      // neighbours go in together, with where they begin
      for (let from = named.indexOf(1); from >= 0; ) {
        const end = named.indexOf(0, from);
        const to = end < 0 ? named.length : end;
        hash.update(`${from} `).update(states.subarray(from * KEPT, to * KEPT));
        from = named.indexOf(1, to);
      }
      return hash.digest('hex');
    },
  };
}

/** The columns of a table or view of the case, in its own order, quoted for SQL; generated ones too. `schema`: 'main' is the case, 'temp' what a run works with. */
export const columnsOf = (store: Store, name: string, schema: 'main' | 'temp' = 'main'): string[] =>
  store.db
    .prepare<[string, string], string>('select name from pragma_table_xinfo(?, ?) where hidden <> 1')
    .pluck()
    .all(name, schema)
    .map((column) => `"${column}"`);

/** The columns of a table that a strict schema keeps filled, quoted for SQL. */
const filledOf = (store: Store, table: string): ReadonlySet<string> =>
  new Set(
    store.db
      .prepare<[string], string>('select name from pragma_table_xinfo(?) where "notnull" = 1')
      .pluck()
      .all(table)
      .map((column) => `"${column}"`),
  );

/** The order in which a table keeps its rows: its primary key. */
const keyOf = (store: Store, table: string): string =>
  store.db
    .prepare<[string], string>('select name from pragma_table_info(?) where pk > 0 order by pk')
    .pluck()
    .all(table)
    .map((column) => `"${column}"`)
    .join(', ') || 'rowid';

/** The column with the number by which a table keeps its rows; undefined where several columns are its key. */
function numberOf(store: Store, table: string): string | undefined {
  const keys = store.db
    .prepare<[string], { name: string; type: string }>('select name, type from pragma_table_info(?) where pk > 0')
    .all(table);
  const [key] = keys;
  return keys.length === 1 && key?.type.toLowerCase() === 'integer' ? `"${key.name}"` : undefined;
}

/** Columns of a table of records whose values are mentions. */
export const mentionColumnsOf = (store: Store, table: string): string[] =>
  store.db
    .prepare<[string], string>(
      `select "from" from pragma_foreign_key_list(?) where "table" = 'mention' order by "from"`,
    )
    .pluck()
    .all(table);
