import Database from 'better-sqlite3';
import { migrations } from './migrations/index.ts';
import views from './views.sql?raw';

/** The open store. `db` is the one better-sqlite3 connection of this thread; nobody else opens SQLite. */
export interface Store {
  readonly db: Database.Database;
  /** Runs `work` in one immediate transaction: all of it is written, or nothing. Nested calls become savepoints. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens a case store with its raw 32-byte key (SQLCipher-4 format; SECURITY: the key is given as a Buffer that is zeroed at once,
 * never as an SQL string). `key: null` opens a plain in-memory store for tests and model examples.
 */
export function openStore(file: string, key: Buffer | null, options: { create?: boolean; readonly?: boolean } = {}): Store {
  const db = new Database(file, { fileMustExist: !options.create && file !== ':memory:', readonly: options.readonly ?? false });
  if (key !== null) {
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    const literal = Buffer.from(`x'${key.toString('hex')}'`, 'latin1');
    db.key(literal);
    literal.fill(0);
  }
  db.pragma('temp_store=memory'); // temporary files would be plain text
  if (!options.readonly) {
    db.pragma('journal_mode=wal');
    db.pragma('synchronous=full');
    db.pragma('secure_delete=on');
    db.pragma('journal_size_limit=67108864');
  }
  db.pragma('foreign_keys=on');
  db.pragma('cell_size_check=on');
  db.pragma('trusted_schema=off');
  db.pragma('busy_timeout=5000');
  return {
    db,
    transaction: (work) => (db.inTransaction ? db.transaction(work)() : db.transaction(work).immediate()),
    close: () => db.close(),
  };
}

/** Brings the schema up to date and makes the views anew. Returns the schema version. */
export function migrate(store: Store): number {
  const { db } = store;
  const have = db.pragma('user_version', { simple: true }) as number;
  store.transaction(() => {
    for (const migration of migrations.slice(have)) db.exec(migration.sql);
    db.pragma(`user_version=${migrations.length}`);
    for (const { name } of db.prepare("select name from sqlite_schema where type='view'").all() as Array<{ name: string }>)
      db.exec(`drop view "${name}"`);
    db.exec(views);
  });
  return migrations.length;
}
