import Database from 'better-sqlite3';
import { migrations } from './migrations/index.ts';
import { lineView } from './records/index.ts';
import views from './views.sql?raw';

/** The open store. `db` is the one better-sqlite3 connection of this thread; nobody else opens SQLite. */
export interface Store {
  readonly db: Database.Database;
  /** Runs `work` in one immediate transaction: all of it is written, or nothing. Nested calls become savepoints. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface OpenOptions {
  readonly create?: boolean;
  /** Looks without touching: the last connection that writes would check a leftover WAL into the file, whatever it holds. */
  readonly readonly?: boolean;
  /** For the thread that writes whole imports: a larger cache, and references are not looked up one by one. */
  readonly bulk?: boolean;
  /**
   * Left out: 'wal', in which others read while one writes. 'rollback' writes each page of a large import once instead of three times, and
   * shuts every other connection out meanwhile. 'as-is': what the connection that is open already chose.
   */
  readonly journal?: 'wal' | 'rollback' | 'as-is';
}

/**
 * Opens a case store with its raw 32-byte key (SQLCipher-4 format). `key: null` opens a plain in-memory store for tests and model
 * examples; in place of a file it takes the bytes of one, which it copies. SQLite reads nothing before it is asked: a wrong key or a damaged file shows as a thrown SqliteError here
 * (`damageOf` tells which).
 */
export function openStore(file: string | Buffer, key: Buffer | null, options: OpenOptions = {}): Store {
  const db = new Database(file, {
    fileMustExist: !options.create && file !== ':memory:',
    readonly: options.readonly ?? false,
  });
  try {
    if (key !== null) giveKey(db, key);
    db.pragma('temp_store=memory'); // temporary files would be plain text
    if (!options.readonly) {
      giveJournal(db, options.journal ?? 'wal');
      db.pragma('secure_delete=on');
      db.pragma('journal_size_limit=67108864');
    }
    // pages of a large import that do not fit are sealed, written and read again
    db.pragma(`cache_size=-${(options.bulk ? 256 : 64) * 1024}`);
    // half of an insert was looking up parents whose ids the writer had just given (measured); the doctor looks at every reference
    db.pragma(`foreign_keys=${options.bulk ? 'off' : 'on'}`);
    db.pragma('cell_size_check=on');
    db.pragma('trusted_schema=off');
    db.pragma('busy_timeout=5000');
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    db,
    transaction: (work) => (db.inTransaction ? db.transaction(work)() : db.transaction(work).immediate()),
    close: () => db.close(),
  };
}

/** A commit outlives a power cut in either mode: in a folder that is not flushed, a deleted rollback journal could come back and undo it. */
function giveJournal(db: Database.Database, journal: NonNullable<OpenOptions['journal']>): void {
  if (journal === 'wal') db.pragma('journal_mode=wal');
  else if (journal === 'rollback') db.pragma('journal_mode=delete');
  const isWal = db.pragma('journal_mode', { simple: true }) === 'wal';
  db.pragma(`synchronous=${isWal ? 'full' : 'extra'}`);
}

/**
 * Hands over the raw key as the bytes `x'<64 hex digits>'`, made digit by digit and zeroed at once: as a JavaScript string it would
 * stay readable in memory until the process ends.
 */
function giveKey(db: Database.Database, key: Buffer): void {
  if (key.length !== 32) throw new Error('a store key has 32 bytes');
  const digits = Buffer.from('0123456789abcdef', 'latin1');
  const literal = Buffer.alloc(67);
  literal.write("x'", 0, 'latin1');
  literal.write("'", 66, 'latin1');
  for (const [i, byte] of key.entries()) {
    literal[2 + 2 * i] = digits[byte >> 4] ?? 0;
    literal[3 + 2 * i] = digits[byte & 15] ?? 0;
  }
  try {
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    db.key(literal);
  } finally {
    literal.fill(0);
  }
}

/** The schema version this program writes; a store with a higher one was made by a newer program. */
export const schemaVersion = migrations.length;

/** The schema version of a store. */
export const versionOf = (store: Store): number => store.db.pragma('user_version', { simple: true }) as number;

/** Brings the schema up to date and makes the views anew. Returns the schema version. */
export function migrate(store: Store): number {
  const { db } = store;
  const have = versionOf(store);
  store.transaction(() => {
    for (const migration of migrations.slice(have)) db.exec(migration.sql);
    db.pragma(`user_version=${migrations.length}`);
    for (const { name } of db.prepare("select name from sqlite_schema where type='view'").all() as Array<{
      name: string;
    }>)
      db.exec(`drop view "${name}"`);
    db.exec(views);
    db.exec(lineView());
  });
  return migrations.length;
}

/** An empty store in memory as this program would make it: what the schema of a case is compared with. */
export function freshSchema(): Store {
  const store = openStore(':memory:', null, { create: true });
  migrate(store);
  return store;
}

/**
 * Closes the last connection so that exactly one file remains. False when another connection (a job thread that is ending) still
 * holds the store: nothing is closed then, ask again a little later.
 */
export function closeWhole(store: Store): boolean {
  const { db } = store;
  db.pragma('busy_timeout=0');
  try {
    const [done] = db.pragma('wal_checkpoint(truncate)') as Array<{ busy: number }>;
    if (done?.busy !== 0 || db.pragma('journal_mode=delete', { simple: true }) !== 'delete') return false;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    db.pragma('busy_timeout=5000');
  }
  db.close();
  return true;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Another connection holds the store longer than was waited for. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Nothing more can be written: the disk is full, or a quota is. */
export const isDiskFull = (error: unknown): boolean => /^SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)/.test(codeOf(error));

/**
 * SQLite's word for a store that cannot be read: a page that fails its authentication, a header that does not fit the key, a file
 * cut short. Undefined for every other error.
 */
export function damageOf(error: unknown): string | undefined {
  const code = codeOf(error);
  return /^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ|IOERR_DATA|IOERR_CORRUPTFS|FORMAT)/.test(code) ? code : undefined;
}

/** Which SQLite and which cipher this program carries. */
export function engine(): { sqlite: string; cipher: string } {
  const db = new Database(':memory:');
  try {
    const { sqlite, library } = db
      .prepare('select sqlite_version() as sqlite, sqlite3mc_version() as library')
      .get() as Record<'sqlite' | 'library', string>;
    return { sqlite, cipher: `SQLCipher 4 (${library})` };
  } finally {
    db.close();
  }
}
