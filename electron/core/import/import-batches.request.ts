import type { BatchRow } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { originOf } from '../store/batch-origin.ts';

interface StoredSheet {
  readonly id: number;
  readonly batch: number;
  readonly name: string;
  readonly category: string;
  readonly read: number;
  readonly imported: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly skipped: number;
  readonly mirrored: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** 导入批次, newest first, undone ones included. What was entered by hand is listed by manual.list. */
export default answerInCase('import.batches', (_ask, core) => {
  const { db } = core.openCase.store;
  const sheets = db
    .prepare<[], StoredSheet>(
      `select id, batch, name, category, rows_read as read, rows_imported as imported, rows_rejected as rejected, rows_duplicate as duplicate,
         rows_skipped as skipped, rows_mirrored as mirrored, first_day as firstDay, last_day as lastDay from sheet order by batch, idx`,
    )
    .all();
  const byBatch = Map.groupBy(sheets, (sheet) => sheet.batch);
  const batches = db
    .prepare<[], Omit<BatchRow, 'sheets' | 'obtained'>>(
      `select b.id as id, b.at as at, b.actor as actor, b.state as state, b.undone_at as undoneAt, b.undo_reason as undoReason,
         e.id as evidence, e.name as file, e.folder as folder, e.bytes as bytes, e.sha256 as sha256
       from batch b join evidence e on e.id = b.evidence
       where not exists (select 1 from manual_entry m where m.batch = b.id) order by b.id desc`,
    )
    .all();
  return ok({
    batches: batches.map((batch) => ({
      ...batch,
      obtained: originOf(core.openCase.store, batch.id),
      sheets: (byBatch.get(batch.id) ?? []).map(({ id, name, category, firstDay, lastDay, ...rows }) => ({
        id,
        name,
        category,
        rows: {
          read: rows.read,
          imported: rows.imported,
          rejected: rows.rejected,
          duplicate: rows.duplicate,
          skipped: rows.skipped,
          mirrored: rows.mirrored,
        },
        firstDay,
        lastDay,
      })),
    })),
  });
});
