-- 人工认定: a person's word about two parties, kept by the words of their mentions (JSON lists of what makes a mention distinct), so that it
-- outlives taking a file back and importing it again. same joins; different keeps apart; unsure only remembers; split: the mentions of side a
-- were taken out of the party whose other mentions are side b. batch: decisions made in one go carry the id of the first of them.
-- replaced_by: the batch that said something else about the same pair since.
alter table party_decision rename to party_decision_before;
create table party_decision(
  id integer primary key, batch integer not null, at text not null, actor text not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure', 'split')),
  side_a text not null, side_b text not null, name_a text not null, name_b text not null,
  reason text not null, undone_at text, undone_by text, replaced_by integer
) strict;
insert into party_decision
  select d.id, d.id, d.at, d.actor, d.verdict,
    json_array(json_array(a.kind, a.name, a.key, a.id_value, a.account, a.phone, a.org_key, a.dept, a.scope)),
    json_array(json_array(b.kind, b.name, b.key, b.id_value, b.account, b.phone, b.org_key, b.dept, b.scope)),
    a.name, b.name, d.reason, d.undone_at, null, null
  from party_decision_before d join mention a on a.id = d.mention_a join mention b on b.id = d.mention_b;
drop table party_decision_before;
create index party_decision_batch on party_decision(batch);

-- 疑似同一主体: pairs of parties, each named by its earliest mention, so that joining and splitting need not touch them. score in thousandths;
-- reasons: JSON [[code, mention of a, mention of b]]. party_suggested remembers what the suggestions of a party were made from.
create table party_suggestion(
  mention_a integer not null, mention_b integer not null, score integer not null, reasons text not null, primary key (mention_a, mention_b)
) strict, without rowid;
create index party_suggestion_b on party_suggestion(mention_b);
create table party_suggested(mention integer primary key, signature integer not null) strict;
