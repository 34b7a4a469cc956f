import type { Store } from './connect.ts';

/**
 * One immediate transaction around work that waits (for files to be read in another thread). Only the job thread may use it: nothing else
 * runs on its connection meanwhile. `keep: false` takes everything back at the end, as if it had never been written.
 */
export async function longTransaction<T>(store: Store, work: () => Promise<{ value: T; keep: boolean }>): Promise<T> {
  const { db } = store;
  db.exec('begin immediate');
  try {
    const { value, keep } = await work();
    db.exec(keep ? 'commit' : 'rollback');
    return value;
  } finally {
    if (db.inTransaction) db.exec('rollback');
  }
}
