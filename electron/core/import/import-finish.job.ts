import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { finishImport } from './finish-import.ts';

/** After a crash or a lock in the middle of many files: what is in is joined with the rest of the case before anybody sees it. */
export default defineJob('import.finish', (_payload, job) => {
  job.progress('import.parties', 0, 0);
  finishImport(job);
  return ok(null);
});
