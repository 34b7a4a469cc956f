import type { Store } from './connect.ts';
import { replaceRecords } from './replace-records.ts';

/** What taking back a batch touched. */
export interface Undone {
  readonly rows: number;
  readonly findingsTouched: number;
}

/**
 * Batches whose rows were left out as duplicates of rows of this batch: taking it back would lose the booking altogether, so they have to be
 * taken back first.
 */
export const batchesThatRestOn = (store: Store, batch: number): number[] =>
  store.db
    .prepare<[number, number], number>(
      `select distinct s.batch from row r join sheet s on s.id = r.sheet
       where r.duplicate_of in (select r.id from row r join sheet s on s.id = r.sheet where s.batch = ?) and s.batch <> ?
         and r.state <> 'imported' order by 1`,
    )
    .pluck()
    .all(batch, batch);

/**
 * Takes the rows and records of a batch out of the case, inside the transaction of the caller. The file itself stays, so do the batch and the figures of
 * its sheets. Findings that cite one of the rows are marked gone at the last run and cite it no more. Call `afterRecordsChanged` next.
 */
export function undoBatch(store: Store, batch: number, undone: { at: string; actor: string; reason: string }): Undone {
  const { db } = store;
  db.exec('create temp table if not exists undone_row(id integer primary key)');
  db.exec('delete from undone_row');
  const { changes: rows } = db
    .prepare('insert into undone_row select r.id from row r join sheet s on s.id = r.sheet where s.batch = ?')
    .run(batch);

  const { changes: findingsTouched } = db
    .prepare(
      `update finding set gone_run = last_run
       where gone_run is null and id in (select finding from finding_row where row in (select id from undone_row))`,
    )
    .run();
  loosenMirrors(store);
  for (const table of [
    'finding_row',
    'finding_added_row',
    'row_problem',
    'conference_check',
    'meeting_money',
    'correction',
  ]) {
    db.exec(`delete from ${table} where row in (select id from undone_row)`);
  }
  db.exec('delete from meeting_money where meeting_row in (select id from undone_row)');
  db.exec(
    'delete from same_money where ledger_row in (select id from undone_row) or bank_row in (select id from undone_row)',
  );
  replaceRecords(store, 'undone_row', () => undefined);
  db.exec(`update row set duplicate_of = null
    where duplicate_of is not null and (id in (select id from undone_row) or duplicate_of in (select id from undone_row))`);
  db.exec('delete from row_block where first in (select id from undone_row)');
  db.exec('delete from row where id in (select id from undone_row)');
  db.exec('delete from undone_row');
  db.prepare(
    "update batch set state = 'undone', undone_at = @at, undone_by = @actor, undo_reason = @reason where id = @batch",
  ).run({
    ...undone,
    batch,
  });
  return { rows, findingsTouched };
}

/** Lines of other batches that were mirrors of lines of this one stand for themselves again. */
function loosenMirrors({ db }: Store): void {
  const partners = `select row, mirror_of from rec_bank_flow
    where mirror_of is not null and ((row in (select id from undone_row)) <> (mirror_of in (select id from undone_row)))`;
  db.exec(
    `update sheet set rows_mirrored = rows_mirrored - coalesce((
       select count(*) from (${partners}) p join row r on r.id = case when p.row in (select id from undone_row) then p.mirror_of else p.row end
       where r.sheet = sheet.id), 0) where rows_mirrored > 0`,
  );
  db.exec('update rec_bank_flow set mirror_of = null where mirror_of in (select id from undone_row)');
}
