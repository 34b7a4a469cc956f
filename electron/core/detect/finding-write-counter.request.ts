import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { readFinding } from '../store/read-findings.ts';
import { writeCounter } from '../store/write-disposition.ts';

/** 反证与合理解释: kept as it is typed; the journal says that it was written, never what. */
export default answerInCase('finding.write-counter', ({ id, counter }, core) => {
  const { store, actor } = core.openCase;
  store.transaction(() => {
    const { number, counter: before } = readFinding(store, id);
    if (before === counter.trim()) return;
    writeCounter(store, id, counter.trim());
    writeJournal(store, { actor, at: core.shell.now(), action: 'finding.counter', params: { number } });
  });
  core.changed('findings', 'journal');
  return ok({ saved: true as const });
});
