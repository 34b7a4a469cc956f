import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { undoRelation } from './relations/decide-relations.ts';

/** Takes a word on an inferred relation back. Problem decision.not-found: there is none, or it was taken back before. */
export default answerInCase('relations.undo', ({ decision }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const undone = store.transaction(() => {
    const taken = undoRelation(store, decision, { at: at.toISOString(), actor });
    const [first] = taken;
    if (first) {
      const params = { verdict: first.verdict, a: first.a, b: first.b, values: taken.length, decision };
      writeJournal(store, { actor, at, action: 'relation.undone', params });
    }
    return taken;
  });
  if (undone.length === 0) return failed('decision.not-found', { params: { decision } });
  core.changed('graph', 'journal');
  return ok({ decision, values: undone.length });
});
