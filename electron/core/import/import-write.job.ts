import type { ImportReport, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { runImport } from './run-import.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.write': { payload: { answers: readonly SheetAnswer[]; obtained: string }; result: ImportReport };
  }
}

/** Imports files: evidence, rows, records, parties, links and one journal entry for each file, or nothing. */
export default defineJob('import.write', async ({ answers, obtained }, job) => {
  const { store, actor } = job.openCase;
  const report = await runImport(job, answers, ({ report: written, batches }, at) => {
    if (batches.length > 0) {
      job.checkCancelled();
      job.progress('import.parties', 0, 0);
      job.afterRecordsChanged();
    }
    for (const { batch, file } of batches) {
      const sum = (count: 'read' | 'imported' | 'rejected' | 'duplicate' | 'skipped') =>
        file.sheets.reduce((total, sheet) => total + sheet.rows[count], 0);
      const counts = {
        read: sum('read'),
        imported: sum('imported'),
        rejected: sum('rejected'),
        duplicate: sum('duplicate'),
        skipped: sum('skipped'),
      };
      const params = { file: file.file, sha256: file.sha256, sheets: file.sheets.length, batch, obtained, ...counts };
      writeJournal(store, { actor, at, action: 'import.written', params });
    }
    return { value: written, keep: true };
  });
  return ok(report);
});
