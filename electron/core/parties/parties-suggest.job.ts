import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { refreshSuggestions } from './alike/refresh-suggestions.ts';

declare module '../job.ts' {
  interface Jobs {
    'parties.suggest': { payload: Record<never, never>; result: null };
  }
}

/** Compares what changed since the suggestions were last made. */
export default defineJob('parties.suggest', (_ask, job) => {
  refreshSuggestions(job.openCase.store, (done, total) => {
    job.checkCancelled();
    job.progress('parties.suggest', done, total);
  });
  return ok(null);
});
