import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { comparePartiesTo, type PartyComparison, rememberParties } from './compare-parties.ts';
import { tryImport } from './try-import.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.parties': {
      payload: { answers: readonly SheetAnswer[]; wishes: readonly FileWish[] };
      result: PartyComparison;
    };
  }
}

/** 主体匹配: imports and joins for real, says who was joined to whom and why, and takes everything back. */
export default defineJob('import.parties', async ({ answers, wishes }, job) => {
  const { store } = job.openCase;
  const compared = await tryImport(job, { answers, wishes }, ({ batches }) => {
    const before = rememberParties(
      store,
      batches.map(({ batch }) => batch),
    );
    job.checkCancelled();
    job.progress('import.parties', 0, 0);
    job.afterRecordsChanged();
    return comparePartiesTo(store, before);
  });
  return ok(compared);
});
