import type { Store } from './connect.ts';
import { mentionPlaces } from './mention-places.ts';
import { records } from './records/index.ts';

const recordTables: readonly string[] = [...records.map(({ table }) => table), 'rec_mention'];

/** Temporary tables of row ids that may be named below; never data. */
type RowSet = 'undone_row' | 'changed_row';

/**
 * Takes the records of some rows out and lets `write` put others in their place. Mentions that nobody names any more go; a mention that
 * stays is first seen in the first row that still names it, and keeps the numbers that make it what it is.
 */
export function replaceRecords({ db }: Store, rows: RowSet, write: () => void): void {
  db.exec(`create temp table if not exists identifier_before(mention integer, type text, value text, keyable integer);
    delete from identifier_before;
    insert into identifier_before select mention, type, value, keyable from mention_identifier where row in (select id from ${rows});
    delete from mention_identifier where row in (select id from ${rows});`);
  for (const table of recordTables) db.exec(`delete from ${table} where row in (select id from ${rows})`);
  write();
  db.exec(`create temp table if not exists still_named(mention integer primary key, row integer not null, field text not null);
    delete from still_named`);
  for (const { table, column, field } of mentionPlaces) {
    // bare `field` of the aggregate is that of the row with the least id
    db.exec(`insert into still_named select ${column}, min(row), ${field === null ? 'field' : `'${field}'`} from ${table}
      where ${column} in (select id from mention where first_row in (select id from ${rows})) group by ${column}
      on conflict (mention) do update set row = excluded.row, field = excluded.field where excluded.row < row`);
  }
  db.exec(`
    delete from mention_identifier where mention in (
      select id from mention where first_row in (select id from ${rows}) and id not in (select mention from still_named));
    delete from mention where first_row in (select id from ${rows}) and id not in (select mention from still_named);
    update mention set first_row = n.row, first_field = n.field from still_named n where n.mention = mention.id;
    -- what makes the mention what it is stands in every row that names it; other numbers were seen only in rows that are gone
    insert or ignore into mention_identifier(mention, type, value, keyable, row, col)
      select b.mention, b.type, b.value, b.keyable, m.first_row, null from identifier_before b join mention m on m.id = b.mention
      where ltrim(b.value, '?') in (ltrim(m.id_value, '?'), ltrim(m.account, '?'), ltrim(m.phone, '?'));
    delete from still_named;
    delete from identifier_before`);
}
