-- 标签: what a person says a party belongs to (关键少数, 关键岗位 with post, employer and days, 关注, focus area, chain link). `side`: the mentions
-- that stood for the party then, by their words as in party_decision, so that the tag goes with them through merges, splits and files taken
-- back. An ended tag stays with its last day; a removed one stays to be read and restored.
create table party_tag(
  id integer primary key, tag text not null, side text not null, name text not null,
  post text not null default '', org text not null default '', from_day text, to_day text,
  reason text not null, at text not null, actor text not null,
  ended_day text, end_reason text, ended_at text, ended_by text,
  remove_reason text, removed_at text, removed_by text
) strict;
