import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { endSuppression, inForce, readSuppressions } from '../store/suppressions.ts';
import { localDay } from './triage-state.ts';

/** 恢复提示: ends a suppression before its day. */
export default answerInCase('suppression.end', ({ id, reason }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const reply = store.transaction(() => {
    const known = readSuppressions(store).find((each) => each.id === id);
    if (!known) return failed('suppression.not-found', { params: { id } });
    if (!inForce(known, localDay(at))) return failed('suppression.over', { params: { id } });
    endSuppression(store, { id }, { at: at.toISOString(), actor, reason });
    const params = { model: known.model, name: known.name, reason };
    writeJournal(store, { actor, at, action: 'suppression.ended', params });
    return ok({ id });
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});
