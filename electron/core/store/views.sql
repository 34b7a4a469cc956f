-- The words in which models, graph, search and report ask the case. Made anew at each open; nothing is stored here.
-- Every view leads back to `row`, and through it to the cell. Parties appear as party ids.

-- 主体: uid stays the same when files are imported again
create view who as select id as party, uid, kind, role, name from party;

-- where a row stands: file, sheet, spreadsheet row
create view place as
  select r.id as row, r.n as n, r.state as state, s.id as sheet, s.name as sheet_name, s.category as category,
         b.id as batch, e.id as evidence, e.name as file, e.sha256 as sha256
  from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence;

-- 付款: bookings in 人民币 that happened, each transfer once (mirrored lines merged), with both sides known
create view payment as
  select f.row as row, p.party as payer, q.party as payee, pp.kind as payer_kind, qp.kind as payee_kind,
         f.fen as fen, f.day as day, f.time as time, f.precision as precision, f.cash as cash,
         coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as memo,
         f.txn_no as txn_no, f.direction as direction, f.payer as payer_mention, f.payee as payee_mention,
         -- 1: nothing but a name stands beside this side, so that it may be anybody of that name
         coalesce(p.id_value, '?') like '?%' and coalesce(p.account, '?') like '?%' and coalesce(p.phone, '?') like '?%'
           and p.org_key is null and coalesce(p.join_reason, '') <> 'decision' as payer_alone,
         coalesce(q.id_value, '?') like '?%' and coalesce(q.account, '?') like '?%' and coalesce(q.phone, '?') like '?%'
           and q.org_key is null and coalesce(q.join_reason, '') <> 'decision' as payee_alone
  from rec_bank_flow f
  join mention p on p.id = f.payer join party pp on pp.id = p.party
  join mention q on q.id = f.payee join party qp on qp.id = q.party
  where f.currency = 'CNY' and f.outcome = 'ok' and f.mirror_of is null and f.direction <> 'neutral' and p.party <> q.party;

-- bookings left out of `payment`, with the reason; a transfer that failed in both statements failed once and is mirrored once; the fen of one in a foreign currency are hundredths of that currency and are never added
create view payment_aside as
  select f.row as row, p.party as payer, q.party as payee, f.fen as fen, f.day as day, f.time as time, f.currency as currency,
         case when f.currency <> 'CNY' then printf('%s %d.%02d ', f.currency, f.fen / 100, f.fen % 100) else '' end
         || coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as memo,
         case when f.currency <> 'CNY' then 'foreign-currency' when f.mirror_of is not null then 'mirrored' when f.outcome <> 'ok' then f.outcome
              when f.direction = 'neutral' then 'neutral' when p.party = q.party then 'own-account' else 'one-sided' end as why
  from rec_bank_flow f left join mention p on p.id = f.payer left join mention q on q.id = f.payee
  where f.currency <> 'CNY' or f.outcome <> 'ok' or f.mirror_of is not null or f.direction = 'neutral' or p.party is null or q.party is null or p.party = q.party;

-- 费用: lines of a company's expense ledger in 人民币; negative = reversal
create view fee as
  select x.row as row, c.party as company, y.party as payee, yp.kind as payee_kind, o.party as payee_org, h.party as handler, k.party as conference,
         x.fen as fen, x.day as day, x.precision as precision, x.expense_type as type, x.conference_name as conference_name, x.conference_no as conference_no,
         coalesce(x.type_text, '') || ' ' || coalesce(x.account_name, '') || ' ' || coalesce(x.summary, '') as memo, x.invoice_no as invoice_no, x.product as product,
         x.payee as payee_mention, x.company as company_mention, x.tax_fen as tax_fen,
         coalesce(y.id_value, '?') like '?%' and coalesce(y.account, '?') like '?%' and coalesce(y.phone, '?') like '?%'
           and y.org_key is null and coalesce(y.join_reason, '') <> 'decision' as payee_alone
  from rec_expense x
  left join mention c on c.id = x.company left join mention y on y.id = x.payee left join party yp on yp.id = y.party
  left join mention o on o.id = x.payee_org left join mention h on h.id = x.handler left join mention k on k.id = x.conference
  where x.currency = 'CNY';

-- lines of ledgers left out of `fee`, with the reason
create view fee_aside as
  select x.row as row, c.party as company, y.party as payee, x.fen as fen, x.day as day, x.currency as currency,
         case when x.currency <> 'CNY' then printf('%s %s%d.%02d ', x.currency, iif(x.fen < 0, '-', ''), abs(x.fen) / 100, abs(x.fen) % 100) else '' end
         || coalesce(x.type_text, '') || ' ' || coalesce(x.account_name, '') || ' ' || coalesce(x.summary, '') as memo, 'foreign-currency' as why
  from rec_expense x left join mention c on c.id = x.company left join mention y on y.id = x.payee
  where x.currency <> 'CNY';

-- 会议 as recorded, with the reality check of the last run
create view meeting as
  select r.row as row, k.party as conference, r.conference_no as conference_no, r.name as name, r.type as type, o.party as organizer,
         r.sponsor_fen as sponsor_fen, r.start_day as start_day, coalesce(r.end_day, r.start_day) as end_day, r.end_day as end_day_written, r.precision as precision,
         r.venue as venue, r.city as city, r.province as province, r.planned_attendance as planned, r.actual_attendance as actual, r.agenda as agenda,
         r.filing_no as filing_no, r.filing_day as filing_day, r.budget_fen as budget_fen, r.total_fen as total_fen, r.venue_fen as venue_fen,
         r.speaker_fen as speaker_fen, r.meal_fen as meal_fen, r.status as status, r.evidence_files as evidence_files, r.remark as remark, a.party as applicant,
         t.result as result, t.known as known, t.yes as yes
  from rec_conference r join mention k on k.id = r.conference left join mention o on o.id = r.organizer
  left join mention a on a.id = r.applicant left join conference_check t on t.row = r.row;

-- 赞助与承办: who stands behind a meeting
create view meeting_party as
  select m.row as row, k.party as conference, n.party as party, m.field as role, r.start_day as day, r.name as name
  from rec_mention m join rec_conference r on r.row = m.row join mention k on k.id = r.conference join mention n on n.id = m.mention
  union all
  select r.row, k.party, n.party, 'organizer', r.start_day, r.name from rec_conference r join mention k on k.id = r.conference join mention n on n.id = r.organizer;

-- 参会与讲课
create view attendance as
  select c.row as row, k.party as conference, p.party as person, o.party as org, c.role as role, c.topic as topic, c.conference_day as day,
         c.city as city, c.fee_fen as fee_fen, c.fee_gross_fen as fee_gross_fen, c.signed as signed, c.session_start as session_start, c.session_end as session_end,
         c.dept as dept, c.title as title, c.person as person_mention, c.hours as hours,
         coalesce(p.id_value, '?') like '?%' and coalesce(p.account, '?') like '?%' and coalesce(p.phone, '?') like '?%'
           and p.org_key is null and coalesce(p.join_reason, '') <> 'decision' as alone
  from rec_conference_person c join mention p on p.id = c.person left join mention o on o.id = c.org left join mention k on k.id = c.conference;

-- 任职: who works where, as any sheet says
create view employment as
  select c.row as row, p.party as person, o.party as org, c.dept as dept, c.title as title, 'org' as field
  from rec_conference_person c join mention p on p.id = c.person join mention o on o.id = c.org where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, x.payee_dept, null, 'payee_org'
  from rec_expense x join mention p on p.id = x.payee join mention o on o.id = x.payee_org where p.party is not null and o.party is not null;

-- 企业登记
create view company as
  select c.row as row, m.party as company, c.uscc as uscc, l.party as legal_rep, l.key as legal_rep_key, l.id_value as legal_rep_id, t.party as contact, c.founded_day as founded_day, c.closed_day as closed_day, c.status as status,
         c.address as address, c.phone as phone, c.email as email, c.insured as insured, c.scope as scope, c.role as role, c.capital_fen as capital_fen
  from rec_company c join mention m on m.id = c.company left join mention l on l.id = c.legal_rep
  left join mention t on t.id = c.contact;

-- 同一笔钱 and 会议款项, as found at the last run
create view paid_booking as select ledger_row, bank_row from same_money;
create view meeting_payment as
  select y.row as row, y.meeting_row as meeting_row, k.party as conference, y.how as how, y.explained as explained, t.result as result,
         coalesce(f.fen, x.fen) as fen, coalesce(f.day, x.day) as day, p.party as payee
  from meeting_money y join rec_conference r on r.row = y.meeting_row join mention k on k.id = r.conference
  left join conference_check t on t.row = y.meeting_row
  left join rec_bank_flow f on f.row = y.row left join rec_expense x on x.row = y.row
  left join mention p on p.id = coalesce(f.payee, x.payee);

-- 会议核验: elements and contradictions as JSON [{id, answer, note, cells: [{row, field}]}]
create view reality as
  select t.row as row, k.party as conference, t.result as result, t.known as known, t.yes as yes, t.elements as elements, t.contradictions as contradictions
  from conference_check t join rec_conference r on r.row = t.row join mention k on k.id = r.conference;

-- 一行: what any record says in the words every list shows: day, money, the two sides, text
create view line as
  select f.row as row, 'bank_flow' as category, f.day as day, case f.currency when 'CNY' then f.fen end as fen, p.party as from_party, q.party as to_party,
         case when f.currency <> 'CNY' then printf('%s %d.%02d ', f.currency, f.fen / 100, f.fen % 100) else '' end
         || coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as text
  from rec_bank_flow f left join mention p on p.id = f.payer left join mention q on q.id = f.payee
  union all
  select x.row, 'expense', x.day, case x.currency when 'CNY' then x.fen end, c.party, y.party, case when x.currency <> 'CNY' then printf('%s %s%d.%02d ', x.currency, iif(x.fen < 0, '-', ''), abs(x.fen) / 100, abs(x.fen) % 100) else '' end
         || coalesce(x.summary, x.type_text, x.account_name, '')
  from rec_expense x left join mention c on c.id = x.company left join mention y on y.id = x.payee
  union all
  select r.row, 'conference', r.start_day, r.total_fen, o.party, k.party, r.name
  from rec_conference r join mention k on k.id = r.conference left join mention o on o.id = r.organizer
  union all
  select c.row, 'conference_person', c.conference_day, coalesce(c.fee_fen, c.fee_gross_fen), k.party, p.party, coalesce(c.topic, c.title, '')
  from rec_conference_person c join mention p on p.id = c.person left join mention k on k.id = c.conference
  union all
  select m.row, 'company', m.founded_day, null, n.party, l.party, coalesce(m.address, '')
  from rec_company m join mention n on n.id = m.company left join mention l on l.id = m.legal_rep;
