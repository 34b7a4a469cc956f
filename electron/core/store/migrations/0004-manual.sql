-- 手工录入: what a person typed, with its ground. Each entry is a batch of one row, whose document is kept as evidence like any file, so that
-- place, source view, report, seal and taking back are those of every other row. An entry is never rewritten: a change is a new entry that
-- replaces the earlier one. typed: JSON {field: text}, so that an entry that was taken back can still be read.
create table manual_entry(
  id integer primary key, uid text not null unique, batch integer not null unique references batch(id),
  what text not null check (what in ('record', 'party', 'link')), category text not null, typed text not null,
  at text not null, actor text not null, reason text not null, replaces integer references manual_entry(id)
) strict;
create index manual_replaces on manual_entry(replaces) where replaces is not null;

create table rec_manual_party(
  row integer primary key references row(id), party integer not null references mention(id),
  kind text not null, role text, note text
) strict;
create index manual_party_party on rec_manual_party(party);

create table rec_manual_link(
  row integer primary key references row(id), source integer not null references mention(id), target integer not null references mention(id),
  kind text not null, day text, day_to text, precision text not null, fen integer, text text,
  certainty text not null check (certainty in ('confirmed', 'inferred'))
) strict;
create index manual_link_source on rec_manual_link(source);
create index manual_link_target on rec_manual_link(target);
