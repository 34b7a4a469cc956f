-- 保存的追踪: a question of money tracing under a name. question: JSON, by the ids its parties had then; sides: JSON, id → the words of its mentions;
-- places: JSON, seed row → digest of its file, sheet and row. seed_fen and reached_fen: what it came to when it was saved. reported: the report holds it.
create table graph_trace(
  id integer primary key, name text not null, note text not null, question text not null, sides text not null, places text not null,
  seed_fen integer not null, reached_fen integer not null, at text not null, actor text not null, reported integer not null default 0,
  removed integer not null default 0
) strict;
