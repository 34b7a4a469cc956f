import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { writeAssignment } from '../store/assignments.ts';
import { readFinding } from '../store/read-findings.ts';
import { localDay } from './triage-state.ts';

/** So many numbers stand in the journal's sentence; the assignments themselves name each. */
const NAMED = 20;

/** 指派: one entry in the journal, one line of history for each finding. */
export default answerInCase('finding.assign', ({ ids, assignee, due, reason }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  if (assignee !== null && due !== null && due < localDay(at)) return failed('finding.due-past', { params: { due } });
  const wanted = [...new Set(ids)];
  store.transaction(() => {
    const numbers = wanted.map((id) => {
      const { number } = readFinding(store, id);
      const until = assignee === null ? null : due;
      writeAssignment(store, id, { at: at.toISOString(), actor, assignee, due: until, reason });
      return number;
    });
    const named = numbers.slice(0, NAMED).join('、') + (numbers.length > NAMED ? '…' : '');
    writeJournal(store, {
      actor,
      at,
      action: assignee === null ? 'finding.given-back' : 'finding.assigned',
      params: { numbers: named, count: numbers.length, assignee: assignee ?? '', due: due ?? '', reason },
    });
  });
  core.changed('findings', 'journal');
  return ok({ assigned: wanted.length });
});
