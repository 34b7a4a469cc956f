-- 导入模板: how sheets with this header were read before. fingerprint: hash of the headers in the form in which they are compared;
-- body: JSON, see importTemplate in shared/protocol/template.requests.ts. Names of banks and of columns, never a value of a row.
create table import_template(
  id integer primary key, name text not null unique, category text not null, fingerprint text not null,
  body text not null, saved_at text not null, saved_by text not null
) strict;

-- 来源: how a batch came into the hands of the person who imported it. how: '' = not said.
create table batch_origin(
  batch integer primary key references batch(id),
  kind text not null, unit text not null,
  how text not null check (how in ('', 'requisition', 'transfer', 'self-check', 'report')),
  obtained_on text, document text not null
) strict;
