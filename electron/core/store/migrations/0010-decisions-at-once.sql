-- What a person decides about two parties is carried out on the mentions it concerns and no others. For that the case keeps which pairs of
-- mentions records (not names) bring together: 曾用名, 别名, 其他名称, 对账, 同名划转, and a masked account with what may stand behind it.
create table mention_pair(
  a integer not null, b integer not null, how text not null check (how in ('former-name', 'alias', 'institution-alias', 'transfer', 'own-transfer', 'masked')),
  primary key (a, b, how)
) strict, without rowid;
create index mention_pair_b on mention_pair(b);
create index mention_employer on mention(org_key, key) where org_key is not null;
-- Which parties changed with a drawing of the links; one that is not among them left everything else as it was, so that whoever keeps the
-- graph or the names in memory need not read them anew. A drawing without such rows drew everything.
create table drawing_party(drawing integer not null, party integer not null, primary key (drawing, party)) strict, without rowid;
create index expense_fen on rec_expense(fen);
create index expense_approver on rec_expense(approver) where approver is not null;
