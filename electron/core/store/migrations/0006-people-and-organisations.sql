-- 账户信息: one account as the bank registered it. `account` is the account as a thing of its own, held by `holder`.
create table rec_bank_account(
  row integer primary key references row(id), holder integer not null references mention(id), account integer references mention(id),
  account_no text, bank text, branch text, opened_day text, closed_day text, status text, account_type text, currency text not null default 'CNY',
  balance_fen integer, last_txn text, address text
) strict;
create index bank_account_holder on rec_bank_account(holder);
create index bank_account_account on rec_bank_account(account);

-- 股东及高管: one person or body with a share in a company or a post there. share is percent as plain decimal text;
-- holds, office and controls say which of the three the row speaks of.
create table rec_company_person(
  row integer primary key references row(id), company integer not null references mention(id), holder integer not null references mention(id),
  holder_type text, position text, share text, subscribed_fen integer, subscribed_currency text, paid_fen integer, from_day text, to_day text,
  holds integer not null, office integer not null, controls integer not null
) strict;
create index company_person_company on rec_company_person(company);
create index company_person_holder on rec_company_person(holder);

-- 医院和机关人员
create table rec_staff(
  row integer primary key references row(id), person integer not null references mention(id), employer integer references mention(id),
  account integer references mention(id), employer_kind text, staff_no text, gender text, birth_day text, dept text, position text, title text,
  license_no text, hired_day text, left_day text, address text, income_fen integer, key_post integer, society_role text
) strict;
create index staff_person on rec_staff(person);
create index staff_employer on rec_staff(employer, dept);
create index staff_account on rec_staff(account);

-- 亲属关系: declared or found. relation null: the word is none of those known, and stands in relation_text.
create table rec_kinship(
  row integer primary key references row(id), person integer not null references mention(id), relative integer not null references mention(id),
  employer integer references mention(id), business integer references mention(id), relation text, relation_text text not null, position text
) strict;
create index kinship_person on rec_kinship(person);
create index kinship_relative on rec_kinship(relative);
create index kinship_employer on rec_kinship(employer);
create index kinship_business on rec_kinship(business);

-- 医药代表备案; the products stand in rec_mention
create table rec_rep(
  row integer primary key references row(id), person integer not null references mention(id), company integer not null references mention(id),
  agency integer references mention(id), filing_no text, gender text, region text, valid_from text, valid_to text, status text,
  education text, contract_day text, insured integer
) strict;
create index rep_person on rec_rep(person);
create index rep_company on rec_rep(company);
create index rep_agency on rec_rep(agency);
create index rep_number on rec_rep(filing_no) where filing_no is not null;

-- 医药代表活动: one visit, department meeting or tracked activity
create table rec_rep_activity(
  row integer primary key references row(id), rep integer not null references mention(id), company integer references mention(id),
  hospital integer references mention(id), doctor integer references mention(id), product integer references mention(id),
  day text not null, time text, precision text not null, filing_no text, dept text, city text, address text, purpose text, expense_fen integer,
  expense_no text, appointed integer
) strict;
create index rep_activity_rep on rec_rep_activity(rep, day);
create index rep_activity_company on rec_rep_activity(company);
create index rep_activity_hospital on rec_rep_activity(hospital, day);
create index rep_activity_doctor on rec_rep_activity(doctor, day);
create index rep_activity_product on rec_rep_activity(product);

-- 机构名录: hospitals, authorities, societies; other names stand in rec_mention
create table rec_institution(
  row integer primary key references row(id), institution integer not null references mention(id), supervisor integer references mention(id),
  code text, uscc text, kind text, level text, beds integer, city text, district text, address text
) strict;
create index institution_mention on rec_institution(institution);
create index institution_supervisor on rec_institution(supervisor);

-- 线索: one tip as it was received. Whoever gave it is in no column of this table: the name stays in the file's own cells.
create table rec_clue(
  row integer primary key references row(id), clue integer not null references mention(id), subject integer references mention(id),
  subject_org integer references mention(id), day text not null, precision text not null, clue_no text, source text, source_text text not null,
  subject_position text, content text not null, category text, fen integer, is_named integer, handler text, status text, closed_day text,
  duplicate_of text
) strict;
create index clue_mention on rec_clue(clue);
create index clue_subject on rec_clue(subject, day);
create index clue_subject_org on rec_clue(subject_org, day);

-- 通话记录: direction in or out as seen from the number whose list it is; null where the list does not say
create table rec_call(
  row integer primary key references row(id), self integer not null references mention(id), peer integer not null references mention(id),
  day text not null, time text, precision text not null, seconds integer, direction text, location text, peer_position text,
  caller integer generated always as (case direction when 'in' then peer else self end) stored,
  callee integer generated always as (case direction when 'in' then self else peer end) stored
) strict;
create index call_self on rec_call(self);
create index call_peer on rec_call(peer);
create index call_caller on rec_call(caller, day);
create index call_callee on rec_call(callee, day);
