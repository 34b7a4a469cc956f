import { z } from 'zod';
import { batchOrigin, fileWish, sheetAnswer } from './import.requests.ts';
import { count, id } from './parts.ts';

export const queuedFile = z.object({
  file: z.string(),
  folder: z.string(),
  /** in: imported as `batch`; waiting: not imported yet; left-out: nothing of it could be imported */
  state: z.enum(['in', 'waiting', 'left-out']),
  batch: id.nullable(),
});

/** 上次未完成的导入 */
export const importQueue = z.object({
  id,
  at: z.string(),
  actor: z.string(),
  /** in the order in which they were to be imported */
  files: z.array(queuedFile),
  waiting: count,
  answers: z.array(sheetAnswer),
  /** without passwords: those are kept nowhere */
  wishes: z.array(fileWish),
  obtained: batchOrigin,
});
export type ImportQueue = z.output<typeof importQueue>;

export const queueRequests = {
  /**
   * The newest import that ended before its last file (crash, lock, cancel, full disk), with what was answered. Its files have to be chosen again;
   * import.write then takes those of the same folder and name off the queue.
   */
  'import.queue': { ask: z.object({}), answer: z.object({ queue: importQueue.nullable() }) },
  /** Forgets it. What is imported stays. */
  'import.queue-discard': { ask: z.object({ id }), answer: z.object({ discarded: z.boolean() }) },
} as const;
