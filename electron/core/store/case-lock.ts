import Database from 'better-sqlite3';
import { isBusy } from './connect.ts';

/** Held while a case is open. */
export interface CaseLock {
  release(): void;
}

/**
 * Takes the case for this program, or undefined when another one (or this one) holds it already. The lock is the operating system's
 * own, on an empty sidecar file that SQLite holds in an exclusive transaction: it dies with the process, however that ends, so that
 * no stale lock can ever shut the investigator out; and it works the same on Linux, macOS and Windows without a further native
 * module. The file stays behind, empty, because deleting a lock file is how two programs come to hold two different ones.
 * (On Linux a process loses its lock when any part of it opens and closes the same file: nothing else may read `case.lock`.)
 */
export function lockCase(file: string): CaseLock | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode=exclusive');
    db.pragma('journal_mode=memory');
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return {
    release() {
      if (db.inTransaction) db.exec('rollback');
      db.close();
    },
  };
}
