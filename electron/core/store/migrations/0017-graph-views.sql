-- 保存的视图: a picture of the chart under a name. state: JSON of filters, period, groups and look, by the ids its parties had when it was saved;
-- texts: JSON of what was written on it. reported: a page of the report is made of it. removed: taken away, can be brought back.
create table graph_view(
  id integer primary key, name text not null, note text not null, state text not null, texts text not null, at text not null, actor text not null,
  changed_at text not null, reported integer not null default 0, removed integer not null default 0
) strict;
-- who stood where; side: the words of its mentions, by which it is found again whatever id it has then
create table graph_view_party(
  view integer not null references graph_view(id), pos integer not null, saved integer not null, side text not null, name text not null,
  drawn_as text not null, x integer not null, y integer not null, pinned integer not null, hidden integer not null, primary key (view, pos)
) strict, without rowid;
-- what was in sight, with the figures it had; source and target: ids at that time
create table graph_view_link(
  view integer not null references graph_view(id), pos integer not null, kind text not null, source integer not null, target integer not null,
  rows integer not null, fen integer, first_day text, last_day text, primary key (view, pos)
) strict, without rowid;
