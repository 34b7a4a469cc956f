import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` while no other process of this tree runs work under the same lock. A lock whose owner is dead is taken over.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function underLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true });
  while (!take(folder)) {
    if (!ownerLives(folder)) rmSync(folder, { recursive: true, force: true });
    await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/** @param {string} folder */
function ownerLives(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return pid > 0 || justTaken(folder);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return justTaken(folder);
    return codeOf(cause) !== 'ESRCH';
  }
}

/**
 * Between taking the lock and writing its name into it an owner has a few seconds; a lock released meanwhile is free.
 * @param {string} folder
 */
function justTaken(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < 5_000;
}

/** @param {unknown} cause */
const codeOf = (cause) => (cause instanceof Error && 'code' in cause ? cause.code : undefined);
