import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { changedRows } from './changed-rows.ts';
import { decideRows } from './correct-cells.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.decide': { payload: Asked<'import.decide'>; result: Answer<'import.decide'> };
  }
}

/** Repetitions imported after all or left out again, rejected rows skipped or read again. Problems: source.not-found, row.other-state, row.needed. */
export default defineJob('import.decide', ({ rows, what, reason }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('import.correct', 0, rows.length);
  return store.transaction(() => {
    const changed = decideRows(store, rows, what);
    job.checkCancelled();
    job.afterRecordsChanged();
    const answer = changedRows(store, changed);
    const [first] = answer.rows;
    const params = { rows: rows.length, file: first?.file ?? '', row: first?.row ?? 0, what, reason };
    writeJournal(store, { actor, at, action: 'import.decided', params });
    return ok(answer);
  });
});
