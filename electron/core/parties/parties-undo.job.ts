import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { mentionsWith } from '../store/mention-words.ts';
import { undoDecisions } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';

declare module '../job.ts' {
  interface Jobs {
    'parties.undo': { payload: { decision: number }; result: { decision: number; pairs: number; parties: number[] } };
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
    const partyOf = prepared<[number], { party: number }>(store, 'select party from mention where id = ?');
    const sides = [first.sideA, first.sideB].flatMap((side) => mentionsWith(store, side));
    const parties = [...new Set(sides.flatMap((mention) => partyOf.get(mention)?.party ?? []))];
    return ok({ decision, pairs: undone.length, parties });
  });
});
