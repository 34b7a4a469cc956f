import { maskKnown } from '../../../shared/evidence/mask-known.ts';
import type { Store } from '../store/connect.ts';
import { personalNumbers } from '../store/personal-numbers.ts';
import { withheldSql, withhold } from './withhold.ts';

/**
 * Tables that never go into the snapshot: the bytes of evidence travel as members of their own, the journal as audit.jsonl; an import that was
 * cut off is work of this machine; the packed links stand in table link.
 */
const LEFT_OUT = new Set(['evidence_chunk', 'journal', 'import_queue', 'import_queue_file', 'link_snapshot']);
/** Columns that are digests, codes or our own words: masking them would break what they prove. */
const NEVER_MASKED =
  /^(uid|sha256|sm3|number|model|state|status|kind|field|code|why|result|columns|join_reason|evidence_sha256|at|.*_at|.*day)$/;
/** … but for these, which hold words of people under such a name. */
const MASKED_NONETHELESS = new Set(['graph_view.state']);

export type Profile = 'full' | 'shared';

/**
 * Copies the case's tables into a new encrypted file, row by row, so that nothing left out or masked ever reaches a page of it.
 * In: an open store, a path, a fresh 32-byte key in hex. Out: the number of rows per table. The caller holds a read transaction
 * around everything that must agree (snapshot, journal, list of evidence).
 */
export function copyTables(store: Store, attached: string, profile: Profile): Record<string, number> {
  const { db } = store;
  if (profile === 'shared') {
    const mask = maskKnown(personalNumbers(store));
    db.function('qy_mask', { deterministic: true, directOnly: true }, (text: unknown) =>
      typeof text === 'string' ? mask(text) : text,
    );
    withhold(store, mask);
  }
  const tables = db
    .prepare(
      `select name, sql from main.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all() as Array<{ name: string; sql: string }>;
  const counts: Record<string, number> = {};
  const copied = tables.filter(({ name }) => !LEFT_OUT.has(name));
  // all tables first: a row whose parent table is not there yet cannot be inserted
  for (const { sql } of copied) {
    db.exec(
      sql.replace(
        /^create table\s+("?)(\w+)\1/i,
        (_, __, table: string) => `create table ${attached}.${quoted(table)}`,
      ),
    );
  }
  db.pragma('defer_foreign_keys=on');
  for (const name of parentsFirst(store, copied)) {
    const columns = (
      db.pragma(`main.table_xinfo(${quoted(name)})`) as Array<{ name: string; type: string; hidden: number }>
    ).filter((c) => c.hidden === 0);
    const list = columns.map((c) => quoted(c.name)).join(', ');
    const values = columns.map((c) => {
      if (profile === 'shared' && name === 'evidence' && c.name === 'chunks') return '0'; // the bytes stay behind
      const withheld = profile === 'shared' ? withheldSql[`${name}.${c.name}`] : undefined;
      if (withheld !== undefined) return `qy_mask(${withheld})`;
      const isFree = !NEVER_MASKED.test(c.name) || MASKED_NONETHELESS.has(`${name}.${c.name}`);
      const masked = profile === 'shared' && c.type === 'TEXT' && isFree;
      return masked ? `qy_mask(${quoted(c.name)})` : quoted(c.name);
    });
    counts[name] = db
      .prepare(`insert into ${attached}.${quoted(name)}(${list}) select ${values.join(', ')} from main.${quoted(name)}`)
      .run().changes;
  }
  return counts;
}

/** The rows each table would have, without copying. */
export function countTables(store: Store): Record<string, number> {
  const names = store.db
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names
      .filter((name) => !LEFT_OUT.has(name))
      .map((name) => [
        name,
        store.db
          .prepare(`select count(*) from ${quoted(name)}`)
          .pluck()
          .get() as number,
      ]),
  );
}

/**
 * Fills a fresh store of the same schema from an attached snapshot. Only tables and columns that our own schema has are taken,
 * so a snapshot can bring in data but never structure.
 */
export function takeTables(store: Store, attached: string): Record<string, number> {
  const { db } = store;
  const tables = db
    .prepare(
      `select name from main.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all() as Array<{ name: string }>;
  const counts: Record<string, number> = {};
  for (const name of parentsFirst(store, tables)) {
    if (LEFT_OUT.has(name) || name === 'meta') continue;
    const theirs = new Set(
      (db.pragma(`${attached}.table_info(${quoted(name)})`) as Array<{ name: string }>).map((c) => c.name),
    );
    if (theirs.size === 0) continue;
    const ours = (db.pragma(`main.table_xinfo(${quoted(name)})`) as Array<{ name: string; hidden: number }>).filter(
      (c) => c.hidden === 0 && theirs.has(c.name),
    );
    const list = ours.map((c) => quoted(c.name)).join(', ');
    counts[name] = db
      .prepare(`insert into main.${quoted(name)}(${list}) select ${list} from ${attached}.${quoted(name)}`)
      .run().changes;
  }
  return counts;
}

/**
 * Tables in an order in which every row finds the rows it refers to. In another order each parent row would be looked for in whole tables of
 * children that wait for it: the square of the case, a quarter of a minute for twelve thousand rows.
 */
export function parentsFirst({ db }: Store, tables: ReadonlyArray<{ readonly name: string }>): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const ordered = new Set<string>();
  const visit = (name: string, above: readonly string[]) => {
    if (ordered.has(name) || above.includes(name)) return;
    const parents = db.pragma(`main.foreign_key_list(${quoted(name)})`) as Array<{ table: string }>;
    for (const { table } of parents) if (names.has(table)) visit(table, [...above, name]);
    ordered.add(name);
  };
  for (const { name } of tables) visit(name, []);
  return [...ordered];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
