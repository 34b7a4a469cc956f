import { ok } from '../../../shared/protocol/problem.ts';
import { journalHead } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { countTables } from './snapshot.ts';

/** What would be sealed, for the check list on the screen. */
export default answerInCase('seal.preview', ({ profile }, { openCase }) => {
  const { store } = openCase;
  const files = store.db.prepare('select count(*) as n, coalesce(sum(bytes), 0) as bytes from evidence').get() as {
    n: number;
    bytes: number;
  };
  const full = profile === 'full';
  const rows = countTables(store);
  return ok({
    rows,
    files: full ? files.n : 0,
    fileBytes: full ? files.bytes : 0,
    withheldFiles: full ? 0 : files.n,
    findings: rows.finding ?? 0,
    auditHead: journalHead(store, openCase.caseId),
  });
});
