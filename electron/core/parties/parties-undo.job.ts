import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { undoDecisions } from '../store/party-decisions.ts';

declare module '../job.ts' {
  interface Jobs {
    'parties.undo': { payload: { decision: number }; result: { decision: number; pairs: number } };
  }
}

/** Takes a decision back, with those made in one go with it. Problem decision.not-found: there is none, or it was taken back before. */
export default defineJob('parties.undo', ({ decision }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  return store.transaction(() => {
    const undone = job.deciding(() => undoDecisions(store, decision, { at: at.toISOString(), actor }));
    const first = undone[0];
    if (!first) return failed('decision.not-found', { params: { decision } });
    const params = { verdict: first.verdict, pairs: undone.length, a: first.nameA, b: first.nameB, decision };
    writeJournal(store, { actor, at, action: 'parties.undone', params });
    return ok({ decision, pairs: undone.length });
  });
});
