-- 承办: who has a finding and until when; the latest line counts, and stands in the finding. assignee null = given back.
create table assignment(
  id integer primary key, finding integer not null references finding(id), at text not null, actor text not null,
  assignee text, due text, reason text not null
) strict;
create index assignment_finding on assignment(finding);
alter table finding add column due text;

-- 复核: what a second person said about one decision.
create table review(
  id integer primary key, disposition integer not null unique references disposition(id), finding integer not null references finding(id),
  at text not null, actor text not null, verdict text not null check (verdict in ('agreed', 'disagreed')), reason text not null
) strict;
create index review_finding on review(finding);

-- 不再提示: open findings of this model about this subject are not listed until the day. The subject is remembered by the words of its mentions,
-- and by its name where it is no party; side null = no party.
create table suppression(
  id integer primary key, model text not null, side text, name text not null, disposition integer not null references disposition(id),
  finding integer not null references finding(id), until text not null, at text not null, actor text not null,
  ended_at text, ended_by text, end_reason text
) strict;
create index suppression_model on suppression(model);

-- 保存的筛选: a filter of the list of findings under a name. filter: JSON.
create table saved_filter(id integer primary key, name text not null unique, filter text not null, at text not null, actor text not null) strict;

-- 运行差异: what a run changed about the findings, and why. why: JSON, codes.
create table run_change(
  run integer not null references run(id), finding integer not null references finding(id),
  change text not null check (change in ('new', 'back', 'gone', 'changed')), why text not null, primary key (run, finding)
) strict, without rowid;
create index run_change_finding on run_change(finding);
