import { setTimeout as pause } from 'node:timers/promises';
import { raiseHighWater } from '../journal/high-water.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { CoreShell } from '../shell.ts';
import { closeWhole, isBusy } from '../store/connect.ts';
import type { OpenCase } from '../store/open-case.ts';
import { releaseLock } from './hold.ts';

/** How long an ending job thread is waited for. */
const patience = 10_000;

/**
 * Writes the last entry, raises the high-water mark, folds the WAL into the one remaining file, wipes the key and gives the lock back.
 * Call it after the job thread has been told to end; while that still holds the store, it is waited for. If it never lets go, the
 * case is closed all the same: the WAL stays beside the store, as ciphertext, and is folded in at the next open.
 * Whatever fails, the key is wiped and the lock released.
 */
export async function closeCase(
  shell: CoreShell,
  openCase: OpenCase,
  action: 'case.locked' | 'case.closed',
): Promise<void> {
  const { store, actor } = openCase;
  try {
    await retried(() => {
      writeJournal(store, { actor, at: shell.now(), action });
      return true;
    });
    raiseHighWater(shell.profile, openCase);
    await retried(() => closeWhole(store));
  } finally {
    if (store.db.open) store.close();
    openCase.key.fill(0);
    releaseLock(openCase);
  }
}

async function retried(attempt: () => boolean): Promise<boolean> {
  const end = performance.now() + patience;
  for (;;) {
    if (attemptQuietly(attempt)) return true;
    if (performance.now() > end) return false;
    await pause(20);
  }
}

function attemptQuietly(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
