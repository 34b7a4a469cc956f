import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of objects up to which nothing is collected: a case of usual size never reaches them. */
const FREE = 224 * 2 ** 20;
/** Bytes of objects from which on what was kept for later is let go of. */
const KEPT = 192 * 2 ** 20;
/** Bytes of new objects after which is collected again. */
const FREED = 160 * 2 ** 20;
/** So many calls go by between two looks at the memory. */
const CALLS = 16;

/**
 * Called in long loops. Lists that a model has done with are collected as soon as they take more than what stands beside them, instead of when
 * V8 thinks it must: by itself it lets a run over a million payments grow to three times what it needs. `letGo`: lets go of what can be made again.
 */
export function givingMemoryBack(letGo: () => void): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (() => void) | undefined;
  let calls = 0;
  let most = FREE;
  return () => {
    if (calls++ % CALLS !== 0) return;
    if (getHeapStatistics().used_heap_size < most) return;
    collect?.();
    if (getHeapStatistics().used_heap_size > KEPT) {
      letGo();
      collect?.();
    }
    most = Math.max(FREE, getHeapStatistics().used_heap_size + FREED);
  };
}
