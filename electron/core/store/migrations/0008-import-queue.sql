-- 导入队列: an import under way, file by file, so that after a crash or a lock the rest can be offered again with what was answered.
-- answers, wishes (never a password) and obtained: JSON of the request.
create table import_queue(
  id integer primary key, at text not null, actor text not null, answers text not null, wishes text not null, obtained text not null
) strict;
create table import_queue_file(
  queue integer not null references import_queue(id), pos integer not null, name text not null, folder text not null,
  state text not null check (state in ('waiting', 'in', 'left-out')), batch integer references batch(id), primary key (queue, pos)
) strict, without rowid;
-- files are in whose rows are not paired with those of other files, nor parties joined and links drawn: from this row on. One row at most.
create table import_unjoined(only integer primary key check (only = 1), first_row integer not null) strict;
