import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './store/connect.ts';

/** How often a write that waits for a job asks again, and how long it waits at all. */
const again = 40;
const patience = 60_000;

/** What a waiting write has to know of the job that holds the store. */
export interface Holder {
  /** the job can be waited for: it runs, and nobody holds it */
  moves(): boolean;
  /** Tells the job that somebody waits (1), or waits no longer (-1). */
  waiting(change: 1 | -1): void;
}

/**
 * Runs a request; where a job is writing, it is asked again until the job lets go between two files. Meanwhile this thread answers others: it
 * must never stand still in SQLite. A refused write has done nothing, so that asking again is asking for the first time.
 */
export async function inTurn<T>(run: () => T | Promise<T>, holder: Holder): Promise<T> {
  const end = performance.now() + patience;
  let waits = false;
  try {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error) || !holder.moves() || performance.now() > end) throw error;
      }
      if (!waits) holder.waiting(1);
      waits = true;
      await pause(again);
    }
  } finally {
    if (waits) holder.waiting(-1);
  }
}
