import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { batchesThatRestOn, undoBatch } from '../store/undo-import.ts';
import { takeBackCorrections } from './correct-cells.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.undo': {
      payload: { batch: number; reason: string };
      result: { batch: number; rows: number; findingsTouched: number };
    };
  }
}

/** 撤销批次. Problems: batch.not-found, batch.already-undone, batch.needed (other batches rest on it). */
export default defineJob('import.undo', ({ batch, reason }, job) => {
  const { store, actor } = job.openCase;
  const found = store.db
    .prepare<[number], { state: string; file: string }>(
      'select b.state as state, e.name as file from batch b join evidence e on e.id = b.evidence where b.id = ?',
    )
    .get(batch);
  if (!found) return failed('batch.not-found', { params: { batch } });
  if (found.state === 'undone') return failed('batch.already-undone', { params: { batch } });
  const others = batchesThatRestOn(store, batch);
  if (others.length > 0) return failed('batch.needed', { params: { batch, others: others.join('、') } });
  const at = job.now();
  job.progress('import.undo', 0, 0);
  return store.transaction(() => {
    takeBackRepairs(store, batch, { at: at.toISOString(), actor });
    const { rows, findingsTouched } = undoBatch(store, batch, { at: at.toISOString(), actor, reason });
    job.checkCancelled();
    job.afterRecordsChanged();
    writeJournal(store, {
      actor,
      at,
      action: 'import.undone',
      params: { batch, file: found.file, reason, rows, findings: findingsTouched },
    });
    return ok({ batch, rows, findingsTouched });
  });
});

/** A repaired list is taken back together with the corrections it brought. */
function takeBackRepairs(store: Store, batch: number, by: { at: string; actor: string }): void {
  const ids = prepared<[number], { id: number }>(
    store,
    `select c.id as id from correction c join row r on r.duplicate_of = c.row and r.why = 'repair' join sheet s on s.id = r.sheet
     where s.batch = ? and c.how = 'repaired' and c.undone_at is null`,
  ).all(batch);
  if (ids.length > 0)
    takeBackCorrections(
      store,
      ids.map(({ id }) => id),
      by,
    );
}
