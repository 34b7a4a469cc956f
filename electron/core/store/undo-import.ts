import type { Store } from './connect.ts';
import { mentionPlaces } from './mention-places.ts';

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
       where r.duplicate_of in (select r.id from row r join sheet s on s.id = r.sheet where s.batch = ?) and s.batch <> ? order by 1`,
    )
    .pluck()
    .all(batch, batch);

const recordTables = [
  'rec_bank_flow',
  'rec_expense',
  'rec_conference',
  'rec_conference_person',
  'rec_company',
  'rec_mention',
];

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
      `update finding set gone_run = (select max(id) from run)
       where gone_run is null and id in (select finding from finding_row where row in (select id from undone_row))`,
    )
    .run();
  loosenMirrors(store);
  for (const table of ['finding_row', 'row_problem', 'conference_check', 'meeting_money', ...recordTables]) {
    db.exec(`delete from ${table} where row in (select id from undone_row)`);
  }
  db.exec('delete from meeting_money where meeting_row in (select id from undone_row)');
  db.exec(
    'delete from same_money where ledger_row in (select id from undone_row) or bank_row in (select id from undone_row)',
  );
  forgetMentions(store);
  db.exec('update row set duplicate_of = null where id in (select id from undone_row) and duplicate_of is not null');
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

/** Mentions that nobody names any more go; those that stay are first seen in the first row that still names them. */
function forgetMentions({ db }: Store): void {
  db.exec(`create temp table if not exists still_named(mention integer primary key, row integer not null, field text not null);
    delete from still_named`);
  for (const { table, column, field } of mentionPlaces) {
    // bare `field` of the aggregate is that of the row with the least id
    db.exec(`insert into still_named select ${column}, min(row), ${field === null ? 'field' : `'${field}'`} from ${table}
      where ${column} in (select id from mention where first_row in (select id from undone_row)) group by ${column}
      on conflict (mention) do update set row = excluded.row, field = excluded.field where excluded.row < row`);
  }
  db.exec(`
    delete from mention_identifier where mention in (
      select id from mention where first_row in (select id from undone_row) and id not in (select mention from still_named));
    delete from mention where first_row in (select id from undone_row) and id not in (select mention from still_named);
    update mention set first_row = n.row, first_field = n.field from still_named n where n.mention = mention.id;
    -- what makes the mention what it is stands in every row that names it; other numbers were seen only in rows that are gone
    update mention_identifier set row = m.first_row, col = null from mention m
      where m.id = mention_identifier.mention and mention_identifier.row in (select id from undone_row)
        and ltrim(mention_identifier.value, '?') in (ltrim(m.id_value, '?'), ltrim(m.account, '?'), ltrim(m.phone, '?'));
    delete from mention_identifier where row in (select id from undone_row);
    delete from still_named`);
}
