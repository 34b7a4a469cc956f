import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { isByHand } from '../store/findings-by-hand.ts';
import { readFinding } from '../store/read-findings.ts';
import { writeSuppression } from '../store/suppressions.ts';
import { writeDisposition } from '../store/write-disposition.ts';
import { findingTags } from '../tags/finding-tags.ts';
import { findingRow } from './finding-row.ts';
import { localDay, triageState } from './triage-state.ts';

/** Decisions that have to be explained. */
const explained: ReadonlySet<FindingStatus> = new Set(['confirmed', 'excluded', 'doubtful']);

/**
 * 处置: changes the status of a finding. Problem finding.reason-needed: a decision without a reason; finding.counter-needed: nobody is found to be right
 * before it is written down what speaks against it, be it 未发现; suppression.not-excluded, suppression.day-past: 不再提示 comes with ruling out, and
 * until a day to come; suppression.by-hand: it is for what models find.
 */
export default answerInCase('finding.dispose', ({ id, status, reasonCode, reason, counter, suppressUntil }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const reply = store.transaction(() => {
    const finding = readFinding(store, id);
    const words = reason.trim();
    const speaking = (counter ?? finding.counter).trim();
    const said = words !== '' || (reasonCode !== undefined && reasonCode !== 'other');
    if (explained.has(status) && !said) return failed('finding.reason-needed');
    if (status === 'confirmed' && speaking === '') return failed('finding.counter-needed');
    if (suppressUntil !== undefined && status !== 'excluded') return failed('suppression.not-excluded');
    if (suppressUntil !== undefined && isByHand(finding)) return failed('suppression.by-hand');
    if (suppressUntil !== undefined && suppressUntil <= localDay(at)) return failed('suppression.day-past');
    const disposition = writeDisposition(store, {
      finding: id,
      at: at.toISOString(),
      actor,
      from: finding.status,
      to: status,
      reasonCode: reasonCode ?? null,
      reason: words,
      counter: speaking,
    });
    const params = { number: finding.number, status, reason: words === '' ? (reasonCode ?? '') : words };
    writeJournal(store, { actor, at, action: 'finding.disposed', params });
    if (suppressUntil !== undefined) {
      writeSuppression(store, finding, { disposition, until: suppressUntil, at: at.toISOString(), actor });
      writeJournal(store, {
        actor,
        at,
        action: 'finding.suppressed',
        params: {
          number: finding.number,
          model: finding.model,
          name: finding.subjects[0]?.name ?? '',
          until: suppressUntil,
        },
      });
    }
    const disposed = readFinding(store, id);
    return ok(findingRow(disposed, findingTags(store)(disposed), triageState(store, at)(disposed)));
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});
