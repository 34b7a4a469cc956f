import { expect, test } from 'vitest';
import { makeCase } from '../../../../make/make-case.ts';

test('a statement that names its card as 卡号/账号 above the table is joined with whoever the bank says holds that card', () => {
  const store = makeCase()
    .sheet('bank_flow', [{ txn_date: '2023-05-06', amount: '-120.00', counterparty_name: '罗一舟', summary: '转账' }], {
      file: '明细.csv',
      above: [['卡号/账号：9999990000001479183', '', '', '客户名称：顾长宁']],
    })
    .sheet('bank_account', [
      { holder_name: '顾长宁', holder_id_no: '990000196708180817', card_no: '9999990000001479183', bank: '云澜银行' },
    ])
    .store();
  expect(store.db.prepare("select count(*) from party where name = '顾长宁'").pluck().get()).toBe(1);
});
