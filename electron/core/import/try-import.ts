import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { JobContext } from '../job.ts';
import { longTransaction } from '../store/long-transaction.ts';
import { ImportingFiles, type ImportOutcome } from './import-files.ts';
import { FilesOfJob } from './read-tickets.ts';

/**
 * Tries an import: reads the files of a job, imports them for real in one transaction and takes everything back. `look` runs inside it, with what was
 * imported.
 */
export async function tryImport<T>(
  job: JobContext,
  { answers, wishes }: { answers: readonly SheetAnswer[]; wishes: readonly FileWish[] },
  look: (outcome: ImportOutcome) => T,
): Promise<T> {
  const { store, actor } = job.openCase;
  const files = new FilesOfJob(job, { wishes, answers });
  try {
    let file = await files.next();
    return await longTransaction(store, async () => {
      const tick = (rows: number) => files.tick(rows);
      const importing = new ImportingFiles(store, { answers, actor, at: job.now(), tick });
      for (; file; file = await files.next()) importing.take(file);
      job.checkCancelled();
      return { value: look(importing.finish()), keep: false };
    });
  } finally {
    await files.close();
  }
}
