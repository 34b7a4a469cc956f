-- 人工疑点: a finding that a person put together; it stands in table finding like any other (model by-hand). sides: JSON, for each subject the words of
-- its mentions, by which it is found again whatever id it has then. removed_at: taken back, can be brought back.
create table finding_by_hand(
  finding integer primary key references finding(id), sides text not null, at text not null, actor text not null, removed_at text, removed_by text
) strict;
-- rows that a person laid beside what a model found: every run keeps them. note: JSON, in both languages.
create table finding_added_row(
  finding integer not null references finding(id), row integer not null references row(id), field text not null, note text not null,
  at text not null, actor text not null, primary key (finding, row, field)
) strict, without rowid;
create index finding_added_row_row on finding_added_row(row);
-- what persons write about findings is a moment of its own among the runs; no model was asked then.
alter table run add column by_hand integer not null default 0;
