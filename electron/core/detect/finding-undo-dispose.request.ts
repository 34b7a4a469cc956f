import { findingStatus } from '../../../shared/protocol/parts.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { readFinding } from '../store/read-findings.ts';
import { lastDecision } from '../store/reviews.ts';
import { endSuppression } from '../store/suppressions.ts';
import { writeDisposition } from '../store/write-disposition.ts';

/** Taking back a decision is a line of its own in the history; the decision stays readable. */
export default answerInCase('finding.undo-dispose', ({ id }, core) => {
  const { store, actor } = core.openCase;
  const now = core.shell.now();
  const at = now.toISOString();
  const reply = store.transaction(() => {
    const finding = readFinding(store, id);
    const last = lastDecision(store, id);
    const mayUndo =
      last !== undefined &&
      last.actor === actor &&
      last.from !== last.to &&
      last.verdict === null &&
      last.reasonCode !== 'undone';
    if (!mayUndo) return failed('finding.nothing-to-undo', { params: { number: finding.number } });
    const to = findingStatus.parse(last.from);
    writeDisposition(store, {
      finding: id,
      at,
      actor,
      from: finding.status,
      to,
      reasonCode: 'undone',
      reason: '',
      counter: finding.counter,
    });
    endSuppression(store, { disposition: last.disposition }, { at, actor, reason: '' });
    writeJournal(store, { actor, at: now, action: 'finding.undone', params: { number: finding.number, status: to } });
    return ok({ number: finding.number, status: to });
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});
