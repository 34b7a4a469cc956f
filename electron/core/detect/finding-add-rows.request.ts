import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { addRows } from '../store/findings-by-hand.ts';
import { readFinding } from '../store/read-findings.ts';
import { handRows } from './hand-rows.ts';

/** Rows that a person lays beside a finding stay with it, whatever later runs find. */
export default answerInCase('finding.add-rows', ({ id, reason, rows }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const reply = store.transaction(() => {
    const finding = readFinding(store, id);
    const { number } = finding;
    if (finding.gone) return failed('finding.is-gone', { params: { number } });
    const note = { zh: `${actor} 加入：${reason}`, en: `Added by ${actor}: ${reason}` };
    const added = addRows(store, finding, handRows(store, rows), note, { at: at.toISOString(), actor });
    if (added.length === 0) return failed('finding.rows-known', { params: { number } });
    writeJournal(store, {
      actor,
      at,
      action: 'finding.rows-added',
      params: { number, rows: added.length, reason },
    });
    return ok({ id, number, added: added.map(({ row, field }) => ({ rowId: row, field })) });
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
});
