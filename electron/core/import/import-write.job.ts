import type { ImportReport } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { type Queued, runQueue } from './run-queue.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.write': { payload: Queued; result: ImportReport };
  }
}

/** Imports files: evidence, rows, records, parties, links and one journal entry for each file. */
export default defineJob('import.write', async (queued, job) => {
  const report = await runQueue(job, queued);
  const { db } = job.openCase.store;
  const count = (table: 'party' | 'link') => Number(db.prepare(`select count(*) from ${table}`).pluck().get());
  return ok({ ...report, totals: { parties: count('party'), links: count('link') } });
});
