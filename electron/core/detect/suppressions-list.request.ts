import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readFindings } from '../store/read-findings.ts';
import { inForce, readSuppressions } from '../store/suppressions.ts';
import { localDay } from './triage-state.ts';

/** 不再提示: every one that was made, those in force first, with the open findings that it keeps out of the list. */
export default answerInCase('suppressions.list', ({ offset, limit }, { openCase: { store }, shell }) => {
  const today = localDay(shell.now());
  const open = readFindings(store).filter(({ gone, status }) => !gone && status === 'open');
  const rows = readSuppressions(store)
    .map((suppression) => ({
      ...suppression,
      inForce: inForce(suppression, today),
      findings: open.filter(
        ({ model, subjects: [subject] }) =>
          model === suppression.model &&
          (suppression.party === null ? subject?.name === suppression.name : subject?.party === suppression.party),
      ).length,
    }))
    .map((row) => (row.inForce ? row : { ...row, findings: 0 }))
    .sort((a, b) => Number(b.inForce) - Number(a.inForce));
  return ok({
    total: rows.length,
    inForce: rows.filter((row) => row.inForce).length,
    rows: rows.slice(offset, offset + limit),
  });
});
