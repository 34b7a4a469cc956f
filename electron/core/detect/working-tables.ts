import type { Store } from '../store/connect.ts';
import { dropSharedViews } from './shared-views.ts';

/** What a run finds out before the models are asked, and the views that show it. */
const tables = ['same_money', 'meeting_money', 'conference_check'] as const;
const views = ['meeting', 'paid_booking', 'meeting_payment', 'reality'] as const;

/** Pages of the case that a run keeps unsealed, in KiB: it reads tables from end to end, so that more would be kept for nobody. */
const CACHE = 64 * 1024;

/**
 * Runs `work` with private copies of the derived tables, in memory and seen by this connection only: the models see what this run
 * found out, everybody else sees the last run until `keepWorkingTables` is called. A cancelled run leaves nothing behind, and no
 * lock is held while the models think.
 */
export function withWorkingTables<T>(store: Store, work: () => T): T {
  const { db } = store;
  const definition = db.prepare<[string], { sql: string }>('select sql from main.sqlite_schema where name = ?');
  drop(store);
  for (const name of [...tables, ...views]) {
    const found = definition.get(name);
    if (!found) throw new Error(`the store has no ${name}`);
    db.exec(found.sql.replace(/^create (table|view) /i, 'create temp $1 ').replace(/\breferences \w+\(\w+\)/g, ''));
  }
  const cache = db.pragma('cache_size', { simple: true }) as number;
  db.pragma(`cache_size=-${CACHE}`);
  try {
    return work();
  } finally {
    drop(store);
    db.pragma(`cache_size=${cache}`);
  }
}

/** Makes what this run found out the case's own. Call it inside the transaction that stores the findings. */
export function keepWorkingTables(store: Store): void {
  for (const name of tables)
    store.db.exec(`delete from main.${name}; insert into main.${name} select * from temp.${name}`);
}

/** Everything `work` reads of the case is of one moment, while others go on writing. */
export function atOneMoment<T>({ db }: Store, work: () => T): T {
  if (db.inTransaction) return work();
  db.exec('begin');
  try {
    return work();
  } finally {
    db.exec('commit');
  }
}

/** Takes over what the last run kept, as found by this one. */
export function takeWorkingTables({ db }: Store, run: number): void {
  for (const name of tables) db.exec(`insert into temp.${name} select * from main.${name}`);
  db.prepare('update temp.conference_check set run = ?').run(run);
}

export function emptyWorkingTables({ db }: Store): void {
  for (const name of tables) db.exec(`delete from temp.${name}`);
}

function drop(store: Store): void {
  dropSharedViews(store);
  for (const name of views) store.db.exec(`drop view if exists temp.${name}`);
  for (const name of tables) store.db.exec(`drop table if exists temp.${name}`);
}
