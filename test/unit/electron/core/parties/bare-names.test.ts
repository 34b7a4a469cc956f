import { expect, test } from 'vitest';
import { makeCase } from '../../../../make/make-case.ts';

const holder = (name: string, account: string) => ({
  holder_name: name,
  holder_account: account,
  txn_date: '2025-06-20',
  dc_flag: '付',
  amount: '10000',
});

test('a bare name in the statements of two companies is two people, in one statement it is one', () => {
  const store = makeCase()
    .sheet('bank_flow', [
      { ...holder('甲药业有限公司', '990000000000001'), counterparty_name: '沈砚秋' },
      { ...holder('甲药业有限公司', '990000000000001'), counterparty_name: '沈砚秋', amount: '20000' },
    ])
    .sheet('bank_flow', [{ ...holder('乙药业有限公司', '990000000000002'), counterparty_name: '沈砚秋' }])
    .store();
  const paid = store.db
    .prepare("select payee, sum(fen) as fen from payment where payee_kind = 'person' group by payee order by fen")
    .all();
  expect(paid).toMatchObject([{ fen: 1_000_000 }, { fen: 3_000_000 }]);
});

test('the same name with the same account is one person wherever it stands', () => {
  const account = '9999990000012345678';
  const store = makeCase()
    .sheet('bank_flow', [
      { ...holder('甲药业有限公司', '990000000000001'), counterparty_name: '沈砚秋', counterparty_account: account },
    ])
    .sheet('bank_flow', [
      { ...holder('乙药业有限公司', '990000000000002'), counterparty_name: '沈砚秋', counterparty_account: account },
    ])
    .store();
  expect(store.db.prepare("select count(*) from party where kind = 'person'").pluck().get()).toBe(1);
});
