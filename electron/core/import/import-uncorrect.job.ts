import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { changedRows } from './changed-rows.ts';
import { takeBackCorrections } from './correct-cells.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.uncorrect': { payload: Asked<'import.uncorrect'>; result: Answer<'import.uncorrect'> };
  }
}

/** 撤回更正: the cells of the file speak again. Problems: correction.not-found, row.needed. */
export default defineJob('import.uncorrect', ({ corrections, reason }, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('import.correct', 0, corrections.length);
  return store.transaction(() => {
    const changed = takeBackCorrections(store, corrections, { at: at.toISOString(), actor });
    job.checkCancelled();
    job.afterRecordsChanged();
    const answer = changedRows(store, changed);
    const [first] = answer.rows;
    const params = { cells: corrections.length, file: first?.file ?? '', row: first?.row ?? 0, reason };
    const followed = changed.length - rowsOf(store, corrections);
    if (followed === 0) writeJournal(store, { actor, at, action: 'import.uncorrected', params });
    else writeJournal(store, { actor, at, action: 'import.uncorrected-filled', params: { ...params, followed } });
    return ok(answer);
  });
});

const rowsOf = (store: Store, corrections: readonly number[]): number =>
  prepared<[string], { rows: number }>(
    store,
    'select count(distinct row) as rows from correction where id in (select value from json_each(?))',
  ).get(JSON.stringify(corrections))?.rows ?? 0;
