-- The case store. Never edited once released: a change is a new migration.
-- Money is integer fen, days are 'YYYY-MM-DD' text in local civil time (Asia/Shanghai), identifiers are text.

create table meta(key text primary key, value text not null) strict, without rowid;

-- 留痕: append-only, hash-chained. `payload` may be withheld in a sealed copy; the chain holds over its digest.
create table journal(
  seq integer primary key, at text not null, actor text not null, action text not null,
  payload text, payload_sha256 text not null, prev text not null, hash text not null unique
) strict;
create trigger journal_no_update before update on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_no_delete before delete on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_in_order before insert on journal
  when new.seq <> coalesce((select max(seq) from journal), 0) + 1
    or new.prev <> coalesce((select hash from journal order by seq desc limit 1), new.prev)
  begin select raise(abort, 'the journal is a chain'); end;

-- 原始文件: kept whole, in chunks of 1 MiB; codec 0 stored, 1 raw deflate.
create table evidence(
  id integer primary key, uid text not null unique, name text not null, folder text not null default '',
  bytes integer not null, sha256 text not null unique, sm3 text not null, chunks integer not null,
  taken_at text not null, taken_by text not null
) strict;
create table evidence_chunk(
  evidence integer not null references evidence(id), idx integer not null,
  raw integer not null, codec integer not null, data blob not null, unique(evidence, idx)
) strict;
create trigger evidence_no_update before update on evidence begin select raise(abort, 'evidence is append-only'); end;
create trigger evidence_no_delete before delete on evidence begin select raise(abort, 'evidence is append-only'); end;
create trigger chunk_no_update before update on evidence_chunk begin select raise(abort, 'evidence is append-only'); end;
create trigger chunk_no_delete before delete on evidence_chunk begin select raise(abort, 'evidence is append-only'); end;

-- 批次: one import of one file.
create table batch(
  id integer primary key, uid text not null unique, evidence integer not null references evidence(id),
  at text not null, actor text not null, state text not null check (state in ('written', 'undone')),
  undone_at text, undone_by text, undo_reason text
) strict;
create index batch_evidence on batch(evidence);

-- 工作表 as imported in a batch. columns: JSON [{index, header, field|null, confidence}]; facts: JSON [{field, value, cell}] taken from
-- title rows, sheet, file or folder name; sums: JSON {field: fen}.
create table sheet(
  id integer primary key, batch integer not null references batch(id), name text not null, idx integer not null,
  category text not null, confidence real not null, header_row integer not null, header_rows integer not null default 1,
  unit integer not null default 1, columns text not null, facts text not null default '[]', sums text not null default '{}',
  rows_read integer not null, rows_imported integer not null, rows_rejected integer not null,
  rows_duplicate integer not null, rows_skipped integer not null, rows_mirrored integer not null default 0,
  first_day text, last_day text
) strict;
create index sheet_batch on sheet(batch);
create index sheet_category on sheet(category);

-- 行: every row of a sheet with its raw cells (packCells of shared/evidence/cell.ts); n is the spreadsheet's own row number.
-- Rows above the header are kept too (state 'title'), so that the source view shows the sheet as it is.
create table row(
  id integer primary key, sheet integer not null references sheet(id), n integer not null,
  state text not null check (state in ('title', 'header', 'imported', 'rejected', 'duplicate', 'skipped')),
  why text, duplicate_of integer references row(id), cells text not null,
  -- hash of what makes two rows the same booking delivered twice
  same integer, unique(sheet, n)
) strict;
create index row_same on row(same) where same is not null;
create index row_duplicate on row(duplicate_of) where duplicate_of is not null;

create table row_problem(
  id integer primary key, row integer not null references row(id), col integer, field text,
  code text not null, seen text, params text, rejects integer not null
) strict;
create index row_problem_row on row_problem(row);

-- 主体 and 称谓. A mention is one distinct way in which sheets name somebody (name with the identifiers beside it);
-- records point to mentions, mentions to parties, so that joining and splitting never touches a record.
create table party(
  id integer primary key, uid text not null, kind text not null, name text not null, role text,
  created_at text not null
) strict;
create unique index party_uid on party(uid);
create index party_kind on party(kind, role);
create index party_name on party(name);
create table mention(
  id integer primary key, kind text not null, name text not null, key text not null,
  id_type text, id_value text, account text, phone text, org_key text, dept text, masked integer not null default 0,
  -- a person named by nothing but a name is somebody of this statement, ledger or meeting only: names alone never join people
  scope text not null default '',
  party integer references party(id), join_reason text, join_mention integer, first_row integer not null, first_field text not null
) strict;
create unique index mention_once on mention(kind, name, key, coalesce(id_value, ''), coalesce(account, ''), coalesce(phone, ''), coalesce(org_key, ''), coalesce(dept, ''), scope);
create index mention_party on mention(party);
create index mention_key on mention(key);
create index mention_account on mention(account) where account is not null;
create index mention_id_value on mention(id_value) where id_value is not null;
-- every identifier seen beside a mention, with the cell where it was first seen; keyable 0 = damaged, masked or failing its check.
create table mention_identifier(
  mention integer not null references mention(id), type text not null, value text not null,
  keyable integer not null, row integer not null, col integer, primary key (mention, type, value)
) strict, without rowid;
create index identifier_value on mention_identifier(value, keyable);
-- a person's word about two parties: 'same' joins, 'different' keeps apart.
create table party_decision(
  id integer primary key, at text not null, actor text not null, verdict text not null check (verdict in ('same', 'different')),
  mention_a integer not null, mention_b integer not null, reason text not null, undone_at text
) strict;

-- 记录: one table per category of sheet; `row` is the source row. Columns that hold a party hold a mention.
create table rec_bank_flow(
  row integer primary key references row(id), holder integer not null references mention(id), counterparty integer references mention(id),
  day text not null, time text, precision text not null, fen integer not null check (fen >= 0),
  direction text not null check (direction in ('in', 'out', 'neutral')),
  balance_fen integer, currency text not null default 'CNY', summary text, remark text, txn_type text, channel text,
  cash integer, outcome text not null default 'ok' check (outcome in ('ok', 'failed', 'reversed')),
  txn_no text, voucher_no text, location text, ip text, mac text, mirror_of integer references row(id),
  payer integer generated always as (case direction when 'in' then counterparty else holder end) stored,
  payee integer generated always as (case direction when 'in' then holder else counterparty end) stored
) strict;
create index bank_payer on rec_bank_flow(payer, day);
create index bank_payee on rec_bank_flow(payee, day);
create index bank_day on rec_bank_flow(day);
create index bank_fen on rec_bank_flow(fen);
create index bank_mirror on rec_bank_flow(mirror_of) where mirror_of is not null;

create table rec_expense(
  row integer primary key references row(id), company integer references mention(id), payee integer references mention(id),
  payee_org integer references mention(id), handler integer references mention(id), approver integer references mention(id),
  conference integer references mention(id), day text not null, precision text not null, fen integer not null,
  currency text not null default 'CNY', tax_fen integer,
  expense_type text, type_text text, account_name text, voucher_no text, conference_name text, conference_no text,
  product text, province text, invoice_no text, summary text, payee_dept text
) strict;
create index expense_company on rec_expense(company, day);
create index expense_payee on rec_expense(payee, day);
create index expense_day on rec_expense(day);
create index expense_conference on rec_expense(conference);
create index expense_payee_org on rec_expense(payee_org);
create index expense_handler on rec_expense(handler);

create table rec_conference(
  row integer primary key references row(id), conference integer not null references mention(id), conference_no text, name text not null,
  type text, organizer integer references mention(id), sponsor_fen integer, start_day text not null, end_day text, precision text not null,
  venue text, province text, city text, planned_attendance integer, actual_attendance integer, agenda text, filing_no text, filing_day text,
  budget_fen integer, total_fen integer, venue_fen integer, speaker_fen integer, meal_fen integer, product text,
  applicant integer references mention(id), status text, evidence_files text, remark text
) strict;
create index conference_mention on rec_conference(conference);
create index conference_start on rec_conference(start_day);
create index conference_organizer on rec_conference(organizer);
create index conference_applicant on rec_conference(applicant);

create table rec_conference_person(
  row integer primary key references row(id), conference integer references mention(id), person integer not null references mention(id),
  org integer references mention(id), conference_day text, dept text, title text, role text not null, topic text,
  session_start text, session_end text, hours text, fee_fen integer, fee_gross_fen integer, signed integer, signed_at text, city text
) strict;
create index conference_person_person on rec_conference_person(person);
create index conference_person_conference on rec_conference_person(conference);
create index conference_person_org on rec_conference_person(org);

create table rec_company(
  row integer primary key references row(id), company integer not null references mention(id), uscc text, reg_no text,
  legal_rep integer references mention(id), contact integer references mention(id), capital_fen integer, capital_currency text,
  founded_day text, closed_day text, status text, type text, industry text, address text, phone text, email text,
  province text, city text, insured integer, scope text, license_no text, role text
) strict;
create index company_mention on rec_company(company);
create index company_legal_rep on rec_company(legal_rep);
create index company_contact on rec_company(contact);

-- fields that name several parties in one cell (承办单位、赞助单位 …)
create table rec_mention(
  row integer not null references row(id), field text not null, mention integer not null references mention(id),
  primary key (row, field, mention)
) strict, without rowid;
create index rec_mention_mention on rec_mention(mention);

-- 关系: drawn from the records (one per ordered pair and kind); rebuilt whenever records or parties change.
create table link(
  id integer primary key, kind text not null, source integer not null, target integer not null,
  rows integer not null, fen integer, first_day text, last_day text, unique(kind, source, target)
) strict;
create index link_source on link(source);
create index link_target on link(target);
-- what all links of a party come to: made with the links. in_fen and out_fen are money that moved (kinds whose money is 'moved').
create table party_figure(
  party integer primary key, rows integer not null, in_fen integer not null, out_fen integer not null, degree integer not null
) strict;

-- 会议核验: the reality check of each conference record at the last run; elements: JSON [{id, answer, cells: [{row, field}], note}].
create table conference_check(
  row integer primary key references row(id), result text not null check (result in ('genuine', 'doubtful', 'sham', 'unverified')),
  known integer not null, yes integer not null, elements text not null, contradictions text not null, run integer not null
) strict;

-- 同一笔钱: a line of a ledger and the bank booking that paid it. 会议款项: a booking or line that belongs to a conference; explained 1 =
-- a conference that passed its check accounts for it. Both are made anew at each run, before the models are asked.
create table same_money(ledger_row integer primary key, bank_row integer not null unique) strict;
create table meeting_money(
  row integer primary key, meeting_row integer not null, how text not null check (how in ('named', 'sponsor', 'speaker', 'venue')),
  explained integer not null
) strict;
create index meeting_money_meeting on meeting_money(meeting_row);

-- 模型运行 and 疑点
create table run(id integer primary key, uid text not null unique, at text not null, actor text not null, ms integer not null) strict;
create table run_model(
  run integer not null references run(id), model text not null, version integer not null, settings text not null,
  status text not null check (status in ('ran', 'cannot-judge', 'failed')), missing text not null default '[]', note text,
  examined integer not null, findings integer not null, ms integer not null, primary key (run, model)
) strict, without rowid;
create table model_setting(
  id integer primary key, model text not null, name text not null, value text not null, reason text not null, at text not null, actor text not null
) strict;
create table finding(
  id integer primary key, uid text not null unique, number text not null unique, model text not null, version integer not null,
  key text not null, settings text not null, severity integer not null check (severity between 1 and 4), confidence real not null,
  params text not null, measures text not null, fen integer, first_day text, last_day text, evidence_sha256 text not null,
  first_run integer not null references run(id), last_run integer not null references run(id), gone_run integer references run(id),
  status text not null default 'open' check (status in ('open', 'checking', 'confirmed', 'excluded', 'doubtful')),
  counter text not null default '', assignee text, unique(model, key)
) strict;
create index finding_status on finding(status);
create table finding_subject(
  finding integer not null references finding(id), pos integer not null, role text not null,
  party integer, mention integer, name text not null, primary key (finding, pos)
) strict, without rowid;
create index finding_subject_party on finding_subject(party);
-- role: 'evidence' rests on it · 'explained' 已解释, shown but not counted · 'counter' speaks against · 'context'
create table finding_row(
  finding integer not null references finding(id), row integer not null references row(id), field text not null,
  role text not null check (role in ('evidence', 'explained', 'counter', 'context')), note text, primary key (finding, row, field)
) strict, without rowid;
create index finding_row_row on finding_row(row);
create table disposition(
  id integer primary key, finding integer not null references finding(id), at text not null, actor text not null,
  from_status text not null, to_status text not null, reason_code text, reason text not null, counter text not null
) strict;
create index disposition_finding on disposition(finding);
