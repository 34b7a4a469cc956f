-- How a sheet was read, beside its columns and facts: JSON of SheetReading in import/stored-sheet.ts. With it a row can be read again.
alter table sheet add column reading text not null default '{}';

-- 更正: another value for one cell, with its reason. The cell as the file holds it stays in row.cells; `original` is what it shows.
create table correction(
  id integer primary key, row integer not null references row(id), col integer not null,
  original text not null, value text not null, reason text not null, at text not null, actor text not null,
  -- said before the import, after it, or in a list of rejected rows that was repaired and imported again
  how text not null check (how in ('before', 'after', 'repaired')),
  undone_at text, undone_by text
) strict;
create unique index correction_standing on correction(row, col) where undone_at is null;
create index correction_row on correction(row);

-- rows that a list of problems shows although no cell of theirs has one
create index row_aside on row(sheet) where state in ('rejected', 'duplicate') or why = 'by-hand' or duplicate_of is not null;
