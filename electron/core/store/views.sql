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

-- 本方户: whose statements the case has, and the days from the first booking to the last
create view statement_holder as
  select h.party as holder, min(f.day) as from_day, max(f.day) as to_day, count(*) as bookings
  from rec_bank_flow f join mention h on h.id = f.holder where h.party is not null group by h.party;

-- bookings left out of `payment`, with the reason; a transfer that failed in both statements failed once and is mirrored once; the fen of one in a foreign currency are hundredths of that currency and are never added
create view payment_aside as
  select f.row as row, p.party as payer, q.party as payee, f.fen as fen, f.day as day, f.time as time, f.currency as currency,
         case when f.currency <> 'CNY' then printf('%s %d.%02d ', f.currency, f.fen / 100, f.fen % 100) else '' end
         || coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as memo,
         case when f.currency <> 'CNY' then 'foreign-currency' when f.mirror_of is not null then 'mirrored' when f.outcome <> 'ok' then f.outcome
              when f.direction = 'neutral' then 'neutral' when p.party = q.party then 'own-account' else 'one-sided' end as why
  from rec_bank_flow f left join mention p on p.id = f.payer left join mention q on q.id = f.payee
  where f.currency <> 'CNY' or f.outcome <> 'ok' or f.mirror_of is not null or f.direction = 'neutral' or p.party is null or q.party is null or p.party = q.party;

-- 同主体内转: transfers between two accounts of one party, each once; in no sum between parties
create view own_transfer as
  select f.row as row, p.party as payer, q.party as payee, f.fen as fen, f.day as day, f.time as time,
         coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as memo
  from rec_bank_flow f join mention p on p.id = f.payer join mention q on q.id = f.payee
  where f.currency = 'CNY' and f.outcome = 'ok' and f.mirror_of is null and f.direction <> 'neutral' and p.party = q.party;

-- 账户记账: every booking in 人民币 that happened, as the statement of its own account has it; both statements of a transfer are in it, and moves between own accounts
create view booking as
  select f.row as row, coalesce(h.account, iif(h.kind = 'account', h.key, null)) as account, h.party as holder, c.party as counterparty,
         f.direction as direction, f.fen as fen, f.balance_fen as balance_fen, f.day as day, f.time as time, f.precision as precision, f.cash as cash,
         coalesce(f.summary, '') || case when f.summary is not null and f.remark is not null then ' ' else '' end || coalesce(f.remark, '') as memo
  from rec_bank_flow f join mention h on h.id = f.holder left join mention c on c.id = f.counterparty
  where f.currency = 'CNY' and f.outcome = 'ok' and f.direction <> 'neutral';

-- 费用: lines of a company's expense ledger in 人民币; negative = reversal
create view fee as
  select x.row as row, c.party as company, y.party as payee, yp.kind as payee_kind, o.party as payee_org, h.party as handler, k.party as conference,
         x.fen as fen, x.day as day, x.precision as precision, x.expense_type as type, x.conference_name as conference_name, x.conference_no as conference_no,
         coalesce(x.type_text, '') || ' ' || coalesce(x.account_name, '') || ' ' || coalesce(x.summary, '') as memo, x.invoice_no as invoice_no, x.product as product,
         x.payee as payee_mention, x.company as company_mention, x.tax_fen as tax_fen, x.voucher_no as voucher_no, x.province as province,
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
  from rec_expense x join mention p on p.id = x.payee join mention o on o.id = x.payee_org where p.party is not null and o.party is not null
  union all
  select s.row, p.party, o.party, s.dept, trim(coalesce(s.position, '') || ' ' || coalesce(s.title, '')), 'employer'
  from rec_staff s join mention p on p.id = s.person join mention o on o.id = s.employer where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, null, x.position, 'relative_employer'
  from rec_kinship x join mention p on p.id = x.relative join mention o on o.id = x.employer where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, null, null, 'agency'
  from rec_rep x join mention p on p.id = x.person join mention o on o.id = x.agency where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, x.dept, null, 'hospital'
  from rec_rep_activity x join mention p on p.id = x.doctor join mention o on o.id = x.hospital where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, x.dept, null, 'hospital'
  from rec_prescription x join mention p on p.id = x.doctor join mention o on o.id = x.hospital where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, x.dept, null, 'hospital'
  from rec_visit x join mention p on p.id = x.doctor join mention o on o.id = x.hospital where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, x.dept, null, 'hospital'
  from rec_visit_item x join mention p on p.id = x.doctor join mention o on o.id = x.hospital where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, null, null, 'hospital'
  from rec_purchase x join mention p on p.id = x.buyer join mention o on o.id = x.hospital where p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, null, null, 'hospital'
  from rec_purchase x join mention p on p.id = x.approver join mention o on o.id = x.hospital where x.approver is not x.buyer and p.party is not null and o.party is not null
  union all
  select x.row, p.party, o.party, null, null, 'seller'
  from rec_invoice x join mention p on p.id = x.drawer join mention o on o.id = x.seller where p.party is not null and o.party is not null;

-- 企业登记
create view company as
  select c.row as row, m.party as company, c.uscc as uscc, l.party as legal_rep, l.key as legal_rep_key, l.id_value as legal_rep_id, t.party as contact, c.founded_day as founded_day, c.closed_day as closed_day, c.status as status,
         c.address as address, c.phone as phone, c.email as email, c.insured as insured, c.scope as scope, c.role as role, c.capital_fen as capital_fen,
         c.capital_currency as capital_currency, c.type as type
  from rec_company c join mention m on m.id = c.company left join mention l on l.id = c.legal_rep
  left join mention t on t.id = c.contact;

-- 同一笔钱 and 会议款项, as found at the last run
create view paid_booking as select ledger_row, bank_row from same_money;
-- looked up line by line, never joined: the right side of a left join that is itself a join would be made whole each time it is asked
create view meeting_payment as
  select y.row as row, y.meeting_row as meeting_row,
         (select k.party from rec_conference r join mention k on k.id = r.conference where r.row = y.meeting_row) as conference,
         y.how as how, y.explained as explained,
         (select t.result from conference_check t where t.row = y.meeting_row) as result,
         coalesce((select f.fen from rec_bank_flow f where f.row = y.row), (select x.fen from rec_expense x where x.row = y.row)) as fen,
         coalesce((select f.day from rec_bank_flow f where f.row = y.row), (select x.day from rec_expense x where x.row = y.row)) as day,
         coalesce((select p.party from rec_bank_flow f join mention p on p.id = f.payee where f.row = y.row),
                  (select p.party from rec_expense x join mention p on p.id = x.payee where x.row = y.row)) as payee
  from meeting_money y;

-- 会议核验: elements and contradictions as JSON [{id, answer, note, cells: [{row, field}]}]
create view reality as
  select t.row as row, k.party as conference, t.result as result, t.known as known, t.yes as yes, t.elements as elements, t.contradictions as contradictions
  from conference_check t join rec_conference r on r.row = t.row join mention k on k.id = r.conference;

-- 手工关系: what persons stated about two parties, with how sure they are
create view manual_link as
  select l.row as row, l.kind as kind, a.party as source, b.party as target, l.day as day, l.day_to as day_to, l.precision as precision,
         l.fen as fen, l.text as text, l.certainty as certainty
  from rec_manual_link l join mention a on a.id = l.source join mention b on b.id = l.target;

-- 手工录入的行: rows that were typed, of entries that stand
create view manual_row as
  select r.id as row, e.id as entry, e.what as what, e.reason as reason, e.actor as actor, e.at as at
  from manual_entry e cross join sheet s on s.batch = e.batch cross join row r on r.sheet = s.id where r.state = 'imported';

-- 账户信息 as the bank registered it; balances of another currency are in hundredths of it
create view bank_account as
  select x.row as row, h.party as holder, a.party as account, x.account_no as account_no, x.bank as bank, x.branch as branch, x.opened_day as opened_day,
         x.closed_day as closed_day, x.status as status, x.account_type as account_type, x.currency as currency, x.balance_fen as balance_fen,
         x.last_txn as last_txn, x.address as address
  from rec_bank_account x join mention h on h.id = x.holder left join mention a on a.id = x.account;

-- 持有账户: who holds an account, as a register or a roster says
create view account_holding as
  select x.row as row, h.party as holder, a.party as account, x.opened_day as day, x.bank as bank, x.status as status
  from rec_bank_account x join mention h on h.id = x.holder join mention a on a.id = x.account
  union all
  select s.row, h.party, a.party, s.hired_day, null, null from rec_staff s join mention h on h.id = s.person join mention a on a.id = s.account;

-- 股东及高管; share is percent as decimal text
create view company_person as
  select x.row as row, c.party as company, h.party as holder, x.holder_type as holder_type, x.position as position, x.share as share,
         x.subscribed_fen as subscribed_fen, x.subscribed_currency as subscribed_currency, x.paid_fen as paid_fen, x.from_day as from_day,
         x.to_day as to_day, x.holds as holds, x.office as office, x.controls as controls
  from rec_company_person x join mention c on c.id = x.company join mention h on h.id = x.holder;
create view shareholding as
  select row, holder, company, coalesce(share || '%', '') as share, position, from_day as day, to_day from company_person where holds = 1;
create view office as select row, holder as person, company, position, from_day as day, to_day from company_person where office = 1;
create view control as
  select row, holder as person, company, position, coalesce(share || '%', '') as share, from_day as day, to_day from company_person where controls = 1;

-- 人员名册
create view staff as
  select s.row as row, p.party as person, o.party as employer, a.party as account, s.employer_kind as employer_kind, s.staff_no as staff_no,
         s.gender as gender, s.birth_day as birth_day, s.dept as dept, s.position as position, s.title as title, s.license_no as license_no,
         s.hired_day as hired_day, s.left_day as left_day, s.address as address, s.income_fen as income_fen, s.key_post as key_post,
         s.society_role as society_role
  from rec_staff s join mention p on p.id = s.person left join mention o on o.id = s.employer left join mention a on a.id = s.account;

-- 亲属关系: relation is the word of the sheet, relation_kind what it was read as
create view kinship as
  select x.row as row, p.party as person, r.party as relative, b.party as business, e.party as employer, x.relation_text as relation,
         x.relation as relation_kind, x.position as position
  from rec_kinship x join mention p on p.id = x.person join mention r on r.id = x.relative left join mention b on b.id = x.business
  left join mention e on e.id = x.employer;

-- 医药代表备案
create view rep_filing as
  select x.row as row, p.party as person, c.party as company, a.party as agency, x.filing_no as filing_no, x.region as region,
         x.valid_from as valid_from, x.valid_to as valid_to, x.status as status, x.contract_day as contract_day, x.insured as insured
  from rec_rep x join mention p on p.id = x.person join mention c on c.id = x.company left join mention a on a.id = x.agency;

-- 拜访: the doctor who was visited, else the hospital
create view rep_visit as
  select x.row as row, p.party as rep, coalesce(d.party, h.party) as visited, d.party as doctor, h.party as hospital, c.party as company,
         g.party as product, x.day as day, x.time as time, x.precision as precision, x.filing_no as filing_no, x.dept as dept, x.city as city,
         x.address as address, x.purpose as purpose, x.expense_fen as expense_fen, x.expense_no as expense_no, x.appointed as appointed
  from rec_rep_activity x join mention p on p.id = x.rep left join mention d on d.id = x.doctor left join mention h on h.id = x.hospital
  left join mention c on c.id = x.company left join mention g on g.id = x.product;

-- 拜访: the doctor a visit names, else the hospital; each looked up by its own index
create view visited as
  select row, rep, doctor as visited, day, time, dept, purpose, city from rep_visit where doctor is not null
  union all
  select row, rep, hospital, day, time, dept, purpose, city from rep_visit where doctor is null;

-- 代表企业, 负责品种: as filings and visits say
create view representing as
  select row, person, company, valid_from as day, filing_no, region as text from rep_filing
  union all
  select row, rep, company, day, filing_no, purpose from rep_visit where company is not null;
create view promoting as
  select m.row as row, p.party as person, g.party as product, x.valid_from as day, x.filing_no as text
  from rec_mention m join rec_rep x on x.row = m.row join mention p on p.id = x.person join mention g on g.id = m.mention where m.field = 'products'
  union all
  select row, rep, product, day, purpose from rep_visit where product is not null;

-- 机构名录
create view institution as
  select x.row as row, i.party as institution, s.party as supervisor, x.code as code, x.uscc as uscc, x.kind as kind, x.level as level,
         x.beds as beds, x.city as city, x.district as district, x.address as address
  from rec_institution x join mention i on i.id = x.institution left join mention s on s.id = x.supervisor;
create view supervision as select row, supervisor, institution, level, city from institution where supervisor is not null;

-- 线索: what was alleged of whom; never evidence by itself. Whoever gave it is in no view.
create view lead as
  select x.row as row, k.party as clue, s.party as subject, o.party as subject_org, x.day as day, x.precision as precision, x.clue_no as clue_no,
         x.source_text as source, x.source as source_kind, x.subject_position as subject_position, x.content as content, x.category as category,
         x.fen as fen, x.is_named as is_named, x.handler as handler, x.status as status, x.closed_day as closed_day, x.duplicate_of as duplicate_of,
         coalesce(s.id_value, '?') like '?%' and coalesce(s.account, '?') like '?%' and coalesce(s.phone, '?') like '?%'
           and s.org_key is null and coalesce(s.join_reason, '') <> 'decision' as subject_alone
  from rec_clue x join mention k on k.id = x.clue left join mention s on s.id = x.subject left join mention o on o.id = x.subject_org;

-- 通话: which number called which
create view call as
  select x.row as row, a.party as caller, b.party as callee, x.day as day, x.time as time, x.precision as precision, x.seconds as seconds,
         x.location as location, x.direction as direction
  from rec_call x join mention a on a.id = x.caller join mention b on b.id = x.callee;

-- 采购: lines of orders that were not cancelled or refused; fen is what the line says, else price × quantity (computed 1)
create view purchase as
  select x.row as row, h.party as hospital, s.party as supplier, g.party as product, f.party as manufacturer, a.party as mah, b.party as buyer,
         v.party as approver, x.fen as fen, x.computed as computed, x.price_micro as price_micro, x.quantity as quantity, x.day as day,
         x.precision as precision, x.order_no as order_no, x.dept as dept, x.product_code as product_code, x.approval_no as approval_no,
         x.generic_name as name, x.spec as spec, x.pack_qty as pack_qty, x.unit as unit, x.category as category,
         x.procurement_type as procurement_type, x.invoice_no as invoice_no, x.batch_no as batch_no, x.status as status
  from rec_purchase x left join mention h on h.id = x.hospital left join mention s on s.id = x.supplier left join mention g on g.id = x.product
  left join mention f on f.id = x.manufacturer left join mention a on a.id = x.mah left join mention b on b.id = x.buyer
  left join mention v on v.id = x.approver
  where x.status is null or x.status not in ('cancelled', 'refused');

-- lines left out of `purchase`, with the reason
create view purchase_aside as
  select x.row as row, h.party as hospital, s.party as supplier, g.party as product, x.fen as fen, x.day as day, x.generic_name as name,
         x.spec as spec, x.status as why
  from rec_purchase x left join mention h on h.id = x.hospital left join mention s on s.id = x.supplier left join mention g on g.id = x.product
  where x.status in ('cancelled', 'refused');

-- 采购经办与审批
create view purchase_person as
  select x.row as row, p.party as person, s.party as supplier, h.party as hospital, 'buyer' as role, x.day as day, x.generic_name as name
  from rec_purchase x join mention p on p.id = x.buyer left join mention s on s.id = x.supplier left join mention h on h.id = x.hospital
  union all
  select x.row, p.party, s.party, h.party, 'approver', x.day, x.generic_name
  from rec_purchase x join mention p on p.id = x.approver left join mention s on s.id = x.supplier left join mention h on h.id = x.hospital
  where x.approver is not x.buyer;

-- 药品耗材目录
create view catalogue as
  select x.row as row, g.party as product, f.party as manufacturer, a.party as mah, x.product_code as product_code, x.approval_no as approval_no,
         x.generic_name as name, x.trade_name as trade_name, x.class_code as class_code, x.spec as spec, x.dosage_form as dosage_form,
         x.pack_qty as pack_qty, x.category as category, x.list_price_micro as list_price_micro, x.vbp as vbp
  from rec_product x join mention g on g.id = x.product left join mention f on f.id = x.manufacturer left join mention a on a.id = x.mah;

-- 生产与持有: who makes a product, as any sheet says
create view product_maker as
  select x.row as row, g.party as product, c.party as company, 'manufacturer' as role, null as day, x.generic_name as name
  from rec_product x join mention g on g.id = x.product join mention c on c.id = x.manufacturer
  union all
  select x.row, g.party, c.party, 'mah', null, x.generic_name
  from rec_product x join mention g on g.id = x.product join mention c on c.id = x.mah where x.mah is not x.manufacturer
  union all
  select x.row, g.party, c.party, 'manufacturer', x.day, x.generic_name
  from rec_purchase x join mention g on g.id = x.product join mention c on c.id = x.manufacturer
  union all
  select x.row, g.party, c.party, 'mah', x.day, x.generic_name
  from rec_purchase x join mention g on g.id = x.product join mention c on c.id = x.mah where x.mah is not x.manufacturer
  union all
  select x.row, g.party, c.party, 'manufacturer', x.day, x.generic_name
  from rec_prescription x join mention g on g.id = x.product join mention c on c.id = x.manufacturer
  union all
  select x.row, g.party, c.party, 'manufacturer', x.day, x.item_name
  from rec_visit_item x join mention g on g.id = x.product join mention c on c.id = x.manufacturer;

-- 供应: who delivers a product, as orders and charges say
create view product_supplier as
  select row, product, supplier, day, name, spec from purchase
  union all
  select x.row, g.party, s.party, x.day, x.item_name, x.spec
  from rec_visit_item x join mention g on g.id = x.product join mention s on s.id = x.supplier;

-- 投标: one bidder in one lot; winner null where the sheet does not say who won
create view bid as
  select x.row as row, k.party as tender, c.party as bidder, b.party as buyer, a.party as agency, t.party as contact, l.party as legal_rep,
         d.party as deposit_payer, x.day as day, x.precision as precision, x.award_day as award_day, x.ceiling_fen as ceiling_fen, x.fen as fen,
         x.score as score, x.rank as rank, x.winner as winner, coalesce(x.award_fen, iif(x.winner = 1, x.fen, null)) as award_fen,
         x.award_fen is not null as award_written,
         x.tender_no as tender_no, x.tender_name as name, x.lot as lot, x.phone as phone, x.address as address, x.ip as ip, x.mac as mac,
         x.file_author as file_author, x.deposit_account as deposit_account
  from rec_bid x join mention k on k.id = x.tender left join mention c on c.id = x.bidder left join mention b on b.id = x.buyer
  left join mention a on a.id = x.agency left join mention t on t.id = x.contact left join mention l on l.id = x.legal_rep
  left join mention d on d.id = x.deposit_payer;

-- 招标各方: who called the tender, ran it, judged it, or paid a deposit for somebody else
create view tender_party as
  select x.row as row, k.party as tender, p.party as party, 'buyer' as role, x.day as day, x.tender_name as name
  from rec_bid x join mention k on k.id = x.tender join mention p on p.id = x.buyer
  union all
  select x.row, k.party, p.party, 'agency', x.day, x.tender_name
  from rec_bid x join mention k on k.id = x.tender join mention p on p.id = x.agency
  union all
  select x.row, k.party, p.party, 'evaluator', x.day, x.tender_name
  from rec_mention m join rec_bid x on x.row = m.row join mention k on k.id = x.tender join mention p on p.id = m.mention where m.field = 'evaluator';

-- 投标保证金: paid for this bidder by another
create view bid_deposit as
  select x.row as row, p.party as payer, c.party as bidder, x.day as day, x.tender_name as name
  from rec_bid x join mention p on p.id = x.deposit_payer join mention c on c.id = x.bidder;

-- 处方与开单
create view prescription as
  select x.row as row, h.party as hospital, d.party as doctor, g.party as product, f.party as manufacturer, x.fen as fen, x.computed as computed,
         x.price_micro as price_micro, x.quantity as quantity, x.unit as unit, x.day as day, x.precision as precision, x.rx_no as rx_no,
         x.dept as dept, x.doctor_no as doctor_no, x.patient_no as patient_no, x.visit_no as visit_no, x.product_code as product_code,
         x.generic_name as name, x.spec as spec, x.item_kind as item_kind, x.days as days, x.diagnosis as diagnosis, x.visit_type as visit_type
  from rec_prescription x join mention d on d.id = x.doctor left join mention h on h.id = x.hospital left join mention g on g.id = x.product
  left join mention f on f.id = x.manufacturer;

-- 医保结算
create view visit as
  select x.row as row, h.party as hospital, d.party as doctor, x.dept as dept, x.day as day, x.time as time, x.precision as precision, x.fen as fen,
         x.fund_fen as fund_fen, x.account_fen as account_fen, x.cash_fen as cash_fen, x.self_fen as self_fen, x.drug_fen as drug_fen,
         x.consumable_fen as consumable_fen, x.test_fen as test_fen, x.settle_no as settle_no, x.visit_no as visit_no, x.patient_no as patient_no,
         x.age as age, x.gender as gender, x.visit_type as visit_type, x.insurance_type as insurance_type, x.admit_day as admit_day,
         x.discharge_day as discharge_day, x.diagnosis_code as diagnosis_code, x.diagnosis as diagnosis, x.drg_code as drg_code, x.los as los
  from rec_visit x left join mention h on h.id = x.hospital left join mention d on d.id = x.doctor;

-- 费用明细
create view charge as
  select x.row as row, h.party as hospital, d.party as doctor, g.party as product, f.party as manufacturer, s.party as supplier, x.fen as fen,
         x.computed as computed, x.price_micro as price_micro, x.quantity as quantity, x.day as day, x.time as time, x.precision as precision,
         x.visit_no as visit_no, x.settle_no as settle_no, x.dept as dept, x.patient_no as patient_no, x.item_code as item_code,
         x.item_name as name, x.item_kind as item_kind, x.spec as spec, x.udi as udi, x.procedure as procedure
  from rec_visit_item x left join mention h on h.id = x.hospital left join mention d on d.id = x.doctor left join mention g on g.id = x.product
  left join mention f on f.id = x.manufacturer left join mention s on s.id = x.supplier;

-- 发票 that stand: not void, not reversed, not red
create view invoice as
  select x.row as row, i.party as invoice, s.party as seller, b.party as buyer, d.party as drawer, x.fen as fen, x.net_fen as net_fen,
         x.tax_fen as tax_fen, x.tax_rate as tax_rate, x.day as day, x.precision as precision, x.invoice_code as invoice_code,
         x.invoice_no as invoice_no, x.goods as goods, x.tax_class as tax_class, x.spec as spec, x.quantity as quantity, x.kind as kind,
         x.risk_level as risk_level, x.remark as remark, x.seller_tax_id as seller_tax_id, x.buyer_tax_id as buyer_tax_id,
         x.total_fen as total_fen
  from rec_invoice x join mention s on s.id = x.seller join mention b on b.id = x.buyer left join mention i on i.id = x.invoice
  left join mention d on d.id = x.drawer
  where x.red = 0 and (x.status is null or x.status = 'normal');

-- invoices left out of `invoice`, with the reason
create view invoice_aside as
  select x.row as row, i.party as invoice, s.party as seller, b.party as buyer, x.fen as fen, x.day as day, x.goods as goods, x.remark as remark,
         x.invoice_code as invoice_code, x.invoice_no as invoice_no, x.red as red, iif(x.status = 'void', 'void', 'red') as why
  from rec_invoice x join mention s on s.id = x.seller join mention b on b.id = x.buyer left join mention i on i.id = x.invoice
  where not (x.red = 0 and (x.status is null or x.status = 'normal'));

-- 合同: agreed, neither booked nor paid
create view contract as
  select x.row as row, k.party as contract, a.party as party_a, b.party as party_b, x.fen as fen, x.day as day, x.precision as precision,
         x.valid_from as valid_from, x.valid_to as valid_to, x.contract_no as contract_no, x.type as type, x.name as name, x.subject as subject,
         x.deliverable as deliverable, x.approval_no as approval_no
  from rec_contract x join mention k on k.id = x.contract join mention a on a.id = x.party_a join mention b on b.id = x.party_b;

-- 合同各方
create view contract_party as
  select row, contract, party_a as party, '甲方' as role, day, name from contract
  union all
  select row, contract, party_b, '乙方', day, name from contract;

-- 联系人 and 法定代表人 of a company, as the register or its bids name them
create view contact_person as
  select row, contact, company, founded_day as day, trim(coalesce(status, '') || ' ' || coalesce(phone, '')) as text from company
  union all
  select row, contact, bidder, day, trim(coalesce(name, '') || ' ' || coalesce(phone, '')) from bid;
create view legal_representative as
  select row, legal_rep, company, founded_day as day, trim(coalesce(status, '') || ' ' || coalesce(address, '')) as text from company
  union all
  select row, legal_rep, bidder, day, trim(coalesce(name, '') || ' ' || coalesce(address, '')) from bid;

-- 共用特征: who has a phone, an address, an IP address or a device that stands beside more than one mention, with the cell that shows it; aside says why it links nobody
create view attribute_holder as
  select s.id as attribute, s.kind as kind, s.value as value, s.people as people, s.organisations as organisations, s.aside as aside,
         m.party as party, a.mention as mention, a.row as row, a.field as field
  from shared_attribute s join mention_attribute a on a.attribute = s.id join mention m on m.id = a.mention;

-- the same, with each other party that has it too, each shown by a cell of its own; verdict: a person's last word on the pair and the value.
-- A landline is a house's: it links no person. Whoever is named as the contact of a company has its phone as such.
create view attribute_pair as
  select a.attribute as attribute, s.kind as kind, s.value as value, a.row as row, a.field as field, m.party as party, n.party as other,
         coalesce((select v.verdict from relation_verdict v join mention x on x.id = v.a join mention y on y.id = v.b
                   where v.attribute = a.attribute and ((x.party = m.party and y.party = n.party) or (x.party = n.party and y.party = m.party))
                   order by v.decision desc limit 1), 'open') as verdict
  from mention m join mention_attribute a on a.mention = m.id join shared_attribute s on s.id = a.attribute and s.aside is null
  join mention_attribute b on b.attribute = a.attribute and b.row <> a.row join mention n on n.id = b.mention and n.party <> m.party
  join party p on p.id = m.party join party q on q.id = n.party
  where not (s.kind = 'phone' and s.value like '0%' and 'person' in (p.kind, q.kind))
    and not exists (select 1 from link l where l.kind = 'contact' and l.source = m.party and l.target = n.party)
    and not exists (select 1 from link l where l.kind = 'contact' and l.source = n.party and l.target = m.party);
create view shared_between as
  select attribute, kind, value, row, field, party as one, other as another, verdict from attribute_pair where party < other
  union all
  select attribute, kind, value, row, field, other, party, verdict from attribute_pair where party > other;

-- 同号, 同址, 同IP, 同设备: one row for each cell that shows it, on either side; the plus keeps SQLite from starting at all values of a kind where one party is asked for
create view shared_phone as select * from shared_between where +kind = 'phone';
create view shared_address as select * from shared_between where +kind = 'address';
create view shared_ip as select * from shared_between where +kind = 'ip';
create view shared_device as select * from shared_between where +kind = 'device';

-- 标识: every number that can name somebody, beside whom it stands, with the first cell that shows it
create view identifier as
  select i.type as type, i.value as value, m.party as party, p.kind as kind, m.kind as mention_kind, m.name as name, m.key as key, m.masked as masked,
         m.id as mention, i.row as row,
         coalesce((select json_extract(c.value, '$.field') from row r join sheet s on s.id = r.sheet join json_each(s.columns) c
                   where r.id = i.row and json_extract(c.value, '$.index') = i.col),
                  (select json_extract(f.value, '$.field') from row r join sheet s on s.id = r.sheet join json_each(s.facts) f
                   where r.id = i.row and instr(json_extract(f.value, '$.value'), i.value) > 0),
                  m.first_field) as field
  from mention_identifier i join mention m on m.id = i.mention join party p on p.id = m.party where i.keyable = 1;

-- 同号: one account under the names of several holders. Masked names, bare accounts, cash and institutions hold none.
create view account_clash as
  select value, json_group_array(distinct party) as parties from identifier
  where type = 'account' and mention_kind <> 'account' and masked = 0 and kind not in ('account', 'cash', 'payment-institution')
  group by value having count(distinct party) > 1;

-- 同名: one name with several valid numbers of people or organisations
create view name_clash as
  select w.name as value, json_group_array(distinct w.party) as parties from who w join identifier i on i.party = w.party
  where i.type in ('id_no', 'uscc') and w.kind not in ('account', 'cash', 'payment-institution', 'conference', 'product', 'tender', 'contract', 'invoice', 'clue')
  group by w.name having count(distinct i.value) > 1 and count(distinct w.party) > 1;
