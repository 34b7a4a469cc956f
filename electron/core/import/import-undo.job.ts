import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { batchesThatRestOn, undoBatch } from '../store/undo-import.ts';

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
