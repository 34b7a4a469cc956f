import { UNSIGNED } from '../../../shared/plain/unsigned.ts';
import type { CaseLock } from '../store/case-lock.ts';
import type { OpenCase } from '../store/open-case.ts';

const locks = new WeakMap<OpenCase, CaseLock>();

/** The lock goes with the open case and is released when that is closed. */
export function holdLock(openCase: OpenCase, lock: CaseLock): void {
  locks.set(openCase, lock);
}

export function releaseLock(openCase: OpenCase): void {
  locks.get(openCase)?.release();
  locks.delete(openCase);
}

/** Somebody who gave no name stands in the journal as 未署名, never under a name the machine guessed. */
export const actorOr = (given: string | undefined): string => given?.trim() || UNSIGNED;
