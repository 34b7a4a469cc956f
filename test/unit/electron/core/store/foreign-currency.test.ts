import { expect, test } from 'vitest';
import { paymentsPage } from '../../../../../electron/core/export/pages/payments.page.ts';
import { reportContext } from '../../../../../electron/core/export/report-context.ts';
import { caseTotals } from '../../../../../electron/core/graph/case-totals.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { detectCore } from '../../../../make/detect-core.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { makeCase } from '../../../../make/make-case.ts';
import { csv } from '../../../../make/workbooks.ts';

const booked = (amount: string, currency: string, serial: string) => ({
  holder_name: '甲药业有限公司',
  holder_account: '9999990000000000001',
  txn_date: '2024-05-06',
  dc_flag: '出',
  amount,
  currency,
  counterparty_name: '张某某',
  txn_no: serial,
});
const asides = (store: Store) =>
  store.db.prepare('select why, memo from payment_aside order by row').raw().all() as unknown[];

test('dollars are never added to yuan: not in payments, links, the overview or the report', async () => {
  const made = makeCase().sheet('bank_flow', [
    booked('100', '人民币', 'A1'),
    booked('7', '美元', 'A2'),
    booked('HK$5', '', 'A3'),
    booked('3', '泰铢', 'A4'),
    booked('$2', '', 'A5'),
  ]);
  const store = made.store();
  expect(made.report.files[0]?.sheets[0]?.rows.imported).toBe(5);
  expect(store.db.prepare('select fen from payment').pluck().all()).toEqual([10_000]);
  expect(asides(store)).toEqual([
    ['foreign-currency', 'USD 7.00 '],
    ['foreign-currency', 'HKD 5.00 '],
    ['foreign-currency', '? 3.00 '],
    ['foreign-currency', '? 2.00 '],
  ]);
  expect(JSON.parse(store.db.prepare('select sums from sheet').pluck().get() as string).amount).toBe('10000');
  expect(caseTotals(store).fen).toBe(10_000);
  expect((await detectCore(store).ask('overview.read', {})).payments).toMatchObject({
    rows: 1,
    fen: 10_000,
    asideFen: 0,
  });
  const context = reportContext(
    { store, caseId: 'test', folder: '', key: Buffer.alloc(0), actor: '办案人甲' },
    { mask: 'internal', lang: 'zh-CN', purpose: '', at: new Date(0) },
  );
  expect([...paymentsPage.rows(context)].map((row) => row.slice(3, 6))).toEqual([
    [10_000, '', '计入'],
    [null, 'USD 7.00', '外币'],
    [null, 'HKD 5.00', '外币'],
    [null, '? 3.00', '外币'],
    [null, '? 2.00', '外币'],
  ]);
});

test('a header in dollars makes its column foreign, a header in yuan its column yuan whatever 币种 says', async () => {
  const line = ['甲药业有限公司', '2024-05-06', '出', '7', '张某某'];
  const header = ['本方户名', '交易日期', '收付标志', '交易金额(美元)', '对手户名'];
  // no header in dollars is taken for 交易金额 by itself: a person has to map it
  const mapped = { file: 'a.csv', sheet: 'a', columns: [{ index: 3, field: 'amount' }] };
  const inDollars = await importBytes([{ path: 'a.csv', bytes: csv([header, line]) }], { answers: [mapped] });
  expect(inDollars.store.db.prepare('select currency from rec_bank_flow').pluck().all()).toEqual(['USD']);
  const converted = ['本方户名', '交易日期', '收付标志', '交易金额折人民币', '对手户名', '币种'];
  const inYuan = await importBytes([{ path: 'a.csv', bytes: csv([converted, [...line, '美元']]) }]);
  expect(inYuan.store.db.prepare('select currency from rec_bank_flow').pluck().all()).toEqual(['CNY']);
});

test('a ledger line in dollars is kept, and is no fee', () => {
  const line = { company: '甲药业有限公司', payee_name: '张某某', expense_date: '2024-05-06', expense_type: '讲课费' };
  const store = makeCase()
    .sheet('expense', [
      { ...line, amount: '100', currency: 'CNY' },
      { ...line, amount: '-7', currency: 'USD' },
    ])
    .store();
  expect(store.db.prepare('select fen from fee').pluck().all()).toEqual([10_000]);
  expect(store.db.prepare("select sum(fen) from link where kind = 'fee'").pluck().get()).toBe(10_000);
  expect(store.db.prepare('select why, trim(substr(memo, 1, 9)) from fee_aside').raw().all()).toEqual([
    ['foreign-currency', 'USD -7.00'],
  ]);
  expect(caseTotals(store).fen).toBe(10_000);
});

test('dollars and yuan of the same figure are neither mirrors nor a reversal of each other', () => {
  const side = { txn_date: '2024-05-06', amount: '500', txn_time: '09:00:00' };
  const store = makeCase()
    .sheet('bank_flow', [{ ...booked('500', 'USD', 'A1'), ...side }])
    .sheet('bank_flow', [
      {
        ...side,
        holder_name: '张某某',
        holder_account: '9999990000000000019',
        dc_flag: '进',
        currency: 'CNY',
        counterparty_name: '甲药业有限公司',
        counterparty_account: '9999990000000000001',
      },
    ])
    .store();
  expect(store.db.prepare('select count(*) from rec_bank_flow where mirror_of is not null').pluck().get()).toBe(0);
  expect(store.db.prepare('select fen from payment').pluck().all()).toEqual([50_000]);
});

test('a lecture fee in dollars is no fee in yuan: it stays in its cell and leaves a Problem', () => {
  const store = makeCase()
    .sheet('conference_person', [
      { conference_name: '骨科新技术论坛', name: '张某某', role: '讲者', fee: 'US$100' },
      { conference_name: '骨科新技术论坛', name: '李某某', role: '讲者', fee: '100' },
    ])
    .store();
  expect(store.db.prepare('select fee_fen from rec_conference_person order by row').pluck().all()).toEqual([
    null,
    10_000,
  ]);
  expect(store.db.prepare('select code from row_problem').pluck().all()).toEqual(['amount.foreign-currency']);
});
