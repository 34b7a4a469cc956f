-- 药品耗材: what hospitals buy, tender, prescribe, charge and settle, with the invoices and contracts behind it.
-- Unit prices are integer micro-yuan, quantities decimal text as read. computed 1: the sheet gives no amount, fen is price × quantity.

create table rec_purchase(
  row integer primary key references row(id), hospital integer references mention(id), supplier integer references mention(id),
  product integer references mention(id), manufacturer integer references mention(id), mah integer references mention(id),
  buyer integer references mention(id), approver integer references mention(id), day text not null, precision text not null,
  price_micro integer, quantity text not null, fen integer, computed integer not null, order_no text, hospital_code text, dept text,
  product_code text, approval_no text, generic_name text not null, trade_name text, dosage_form text, spec text, pack_qty text, unit text,
  category text, procurement_type text, invoice_no text, batch_no text, status text
) strict;
create index purchase_hospital on rec_purchase(hospital, day);
create index purchase_supplier on rec_purchase(supplier, day);
create index purchase_product on rec_purchase(product, day);
create index purchase_manufacturer on rec_purchase(manufacturer);
create index purchase_mah on rec_purchase(mah);
create index purchase_buyer on rec_purchase(buyer);
create index purchase_approver on rec_purchase(approver);
create index purchase_invoice on rec_purchase(invoice_no) where invoice_no is not null;

-- 药品耗材目录: one product of a catalogue
create table rec_product(
  row integer primary key references row(id), product integer not null references mention(id), manufacturer integer references mention(id),
  mah integer references mention(id), product_code text, approval_no text, generic_name text not null, trade_name text, class_code text,
  spec text, dosage_form text, pack_qty text, category text, list_price_micro integer, vbp integer
) strict;
create index product_mention on rec_product(product);
create index product_manufacturer on rec_product(manufacturer);
create index product_mah on rec_product(mah);
create index product_class on rec_product(class_code) where class_code is not null;

-- 招标投标: one bidder in one lot; a row without a bidder announces the lot. winner: 1, 0, or null where the sheet does not say.
create table rec_bid(
  row integer primary key references row(id), tender integer not null references mention(id), bidder integer references mention(id),
  buyer integer references mention(id), agency integer references mention(id), contact integer references mention(id),
  legal_rep integer references mention(id), deposit_payer integer references mention(id), day text not null, precision text not null,
  award_day text, ceiling_fen integer, fen integer, score text, rank integer, winner integer, award_fen integer, tender_no text,
  tender_name text, lot text, bidder_uscc text, phone text, address text, ip text, mac text, file_author text, deposit_account text
) strict;
create index bid_tender on rec_bid(tender);
create index bid_bidder on rec_bid(bidder, day);
create index bid_buyer on rec_bid(buyer);
create index bid_agency on rec_bid(agency);
create index bid_contact on rec_bid(contact);
create index bid_legal_rep on rec_bid(legal_rep);
create index bid_deposit_payer on rec_bid(deposit_payer);
create index bid_ip on rec_bid(ip) where ip is not null;
create index bid_mac on rec_bid(mac) where mac is not null;

-- 处方与开单: one line ordered by one doctor. Patients are numbers in a column, never parties.
create table rec_prescription(
  row integer primary key references row(id), hospital integer references mention(id), doctor integer not null references mention(id),
  product integer references mention(id), manufacturer integer references mention(id), day text not null, precision text not null,
  price_micro integer, quantity text not null, fen integer, computed integer not null, rx_no text, dept text, doctor_no text, patient_no text,
  visit_no text, product_code text, generic_name text not null, spec text, item_kind text, unit text, days text, diagnosis text, visit_type text
) strict;
create index prescription_doctor on rec_prescription(doctor, day);
create index prescription_product on rec_prescription(product, day);
create index prescription_hospital on rec_prescription(hospital);
create index prescription_manufacturer on rec_prescription(manufacturer);
create index prescription_day on rec_prescription(day);
create index prescription_patient on rec_prescription(patient_no) where patient_no is not null;

-- 医保结算: one settled visit
create table rec_visit(
  row integer primary key references row(id), hospital integer references mention(id), doctor integer references mention(id),
  day text not null, precision text not null, time text, fen integer not null, fund_fen integer, account_fen integer, cash_fen integer,
  self_fen integer, drug_fen integer, consumable_fen integer, test_fen integer, settle_no text, visit_no text, hospital_code text, dept text,
  patient_no text, patient_name text, patient_id text, gender text, birth_day text, age text, visit_type text, insurance_type text,
  admit_day text, discharge_day text, diagnosis_code text, diagnosis text, drg_code text, los text
) strict;
create index visit_hospital on rec_visit(hospital, day);
create index visit_doctor on rec_visit(doctor, day);
create index visit_day on rec_visit(day);
create index visit_patient on rec_visit(patient_no) where patient_no is not null;
create index visit_number on rec_visit(visit_no) where visit_no is not null;

-- 费用明细: one charged item of one visit
create table rec_visit_item(
  row integer primary key references row(id), hospital integer references mention(id), doctor integer references mention(id),
  product integer references mention(id), manufacturer integer references mention(id), supplier integer references mention(id),
  day text not null, precision text not null, time text, price_micro integer, quantity text not null, fen integer, computed integer not null,
  visit_no text, settle_no text, dept text, patient_no text, item_code text, item_name text not null, item_kind text, spec text, udi text,
  procedure text
) strict;
create index visit_item_doctor on rec_visit_item(doctor, day);
create index visit_item_product on rec_visit_item(product, day);
create index visit_item_hospital on rec_visit_item(hospital);
create index visit_item_manufacturer on rec_visit_item(manufacturer);
create index visit_item_supplier on rec_visit_item(supplier);
create index visit_item_visit on rec_visit_item(visit_no) where visit_no is not null;
create index visit_item_udi on rec_visit_item(udi) where udi is not null;

-- 发票: one invoice or one line of it. red 1: 负数发票.
create table rec_invoice(
  row integer primary key references row(id), invoice integer references mention(id), seller integer not null references mention(id),
  buyer integer not null references mention(id), drawer integer references mention(id), day text not null, precision text not null,
  net_fen integer, tax_fen integer, total_fen integer, fen integer, tax_rate text, price_micro integer, quantity text, invoice_code text,
  invoice_no text, seller_tax_id text, buyer_tax_id text, seller_address text, seller_bank text, goods text, tax_class text, spec text,
  unit text, status text, red integer not null, kind text, source text, risk_level text, remark text
) strict;
create index invoice_mention on rec_invoice(invoice);
create index invoice_seller on rec_invoice(seller, day);
create index invoice_buyer on rec_invoice(buyer, day);
create index invoice_drawer on rec_invoice(drawer);
create index invoice_number on rec_invoice(invoice_no) where invoice_no is not null;

-- 合同: one contract between two parties
create table rec_contract(
  row integer primary key references row(id), contract integer not null references mention(id), party_a integer not null references mention(id),
  party_b integer not null references mention(id), day text not null, precision text not null, fen integer, valid_from text, valid_to text,
  contract_no text, type text, name text, subject text, deliverable text, approval_no text
) strict;
create index contract_mention on rec_contract(contract);
create index contract_party_a on rec_contract(party_a, day);
create index contract_party_b on rec_contract(party_b, day);
