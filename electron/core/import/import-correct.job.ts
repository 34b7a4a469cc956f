import { createHash } from 'node:crypto';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { changedRows } from './changed-rows.ts';
import { correctCells } from './correct-cells.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.correct': { payload: Asked<'import.correct'>; result: Answer<'import.correct'> };
  }
}

/** 更正: other values for cells of rows that were imported or rejected. Problems: source.not-found, row.other-state, correction.unreadable. */
export default defineJob('import.correct', ({ rows, reason }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('import.correct', 0, rows.length);
  return store.transaction(() => {
    const changed = correctCells(store, rows, { reason, at: at.toISOString(), actor });
    job.checkCancelled();
    job.afterRecordsChanged();
    const answer = changedRows(store, changed);
    const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
    const [first] = answer.rows;
    // the values themselves are evidence and stay out of the journal; the digest proves which they were
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const params = { cells, rows: rows.length, file: first?.file ?? '', row: first?.row ?? 0, reason, sha256 };
    const followed = changed.length - new Set(rows.map(({ rowId }) => rowId)).size;
    if (followed === 0) writeJournal(store, { actor, at, action: 'import.corrected', params });
    else writeJournal(store, { actor, at, action: 'import.corrected-filled', params: { ...params, followed } });
    return ok(answer);
  });
});
