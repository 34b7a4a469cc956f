import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { makeFinding } from '../store/findings-by-hand.ts';
import { handRows } from './hand-rows.ts';

/** 人工疑点: what a person saw becomes a finding with its reason and its rows, and is handled, counted and reported like any other. */
export default answerInCase('finding.make', ({ rows, ...said }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const made = store.transaction(() => {
    const finding = makeFinding(store, { ...said, rows: handRows(store, rows) }, { at: at.toISOString(), actor });
    writeJournal(store, {
      actor,
      at,
      action: 'finding.made',
      params: { number: finding.number, title: said.title, rows: finding.rows, reason: said.reason },
    });
    return finding;
  });
  core.changed('findings', 'journal');
  return ok({ id: made.id, number: made.number });
});
