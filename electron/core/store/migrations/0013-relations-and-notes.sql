-- 共用特征: a phone, an address, an IP address or a device that stands beside more than one mention, with how many people and organisations
-- have it. Made from the records with the links, and counted again where parties are joined or taken apart. aside: why it links nobody.
create table shared_attribute(
  id integer primary key, kind text not null check (kind in ('phone', 'address', 'building', 'ip', 'device')), value text not null,
  parties integer not null default 0,
  people integer not null default 0, organisations integer not null default 0, aside text check (aside in ('hub', 'building'))
) strict;
create index shared_attribute_value on shared_attribute(kind, value);
-- the cell that shows the value beside each mention: the first of several
create table mention_attribute(attribute integer not null, mention integer not null, row integer not null, field text not null) strict;
create index mention_attribute_of on mention_attribute(attribute, mention);
create index mention_attribute_mention on mention_attribute(mention);

-- 推断关系的认定: what a person said about two parties that share a value, kept like decisions about parties by the words of the mentions, so that it
-- outlives taking a file back and importing it again. relation_verdict: the same for the mentions that the case holds now.
create table relation_decision(
  id integer primary key, batch integer not null, at text not null, actor text not null, verdict text not null check (verdict in ('confirmed', 'rejected')),
  kind text not null, value text not null, side_a text not null, side_b text not null, name_a text not null, name_b text not null,
  reason text not null, undone_at text, undone_by text
) strict;
create index relation_decision_batch on relation_decision(batch);
create table relation_verdict(
  attribute integer not null, a integer not null, b integer not null, decision integer not null, verdict text not null
) strict;
create index relation_verdict_of on relation_verdict(attribute);

-- 备注: what a person noted about a party, kept by the words of its mentions. Each change is a line of its own under the number of the first;
-- text '' = taken away.
create table party_note(
  id integer primary key, note integer not null, side text not null, name text not null, text text not null, at text not null, actor text not null
) strict;
create index party_note_note on party_note(note);

create index identifier_phone on mention_identifier(value, mention) where type = 'phone' and keyable = 1;
create index bank_ip on rec_bank_flow(ip, holder, direction) where ip is not null;
create index bank_mac on rec_bank_flow(mac, holder, direction) where mac is not null;
