import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase, Stop } from '../request.ts';
import { dropRows } from '../store/findings-by-hand.ts';
import { readFinding } from '../store/read-findings.ts';

/** Takes rows away that a person added; what a model found stays. */
export default answerInCase('finding.drop-rows', ({ id, rows }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const number = store.transaction(() => {
    const finding = readFinding(store, id);
    const chosen = rows.map(({ rowId, field }) => ({ row: rowId, field }));
    const dropped = dropRows(store, finding, chosen, { at: at.toISOString(), actor });
    if (dropped === 0) throw new Stop({ code: 'finding.rows-not-added', params: { number: finding.number } });
    const params = { number: finding.number, rows: dropped };
    writeJournal(store, { actor, at, action: 'finding.rows-dropped', params });
    return finding.number;
  });
  core.changed('findings', 'journal');
  return ok({ id, number });
});
