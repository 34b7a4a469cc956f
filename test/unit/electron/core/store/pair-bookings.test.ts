import { expect, test } from 'vitest';
import { makeCase, type Payment } from '../../../../make/make-case.ts';

const a = { from: '甲药业有限公司', fromAccount: '9999990000000000001' };
const b = { to: '张某某', toAccount: '9999990000000000019' };
const line = (more: Partial<Payment>): Payment => ({
  ...a,
  ...b,
  yuan: 5000,
  on: '2024-05-06',
  time: '09:15:03',
  ...more,
});

/** Pairs of file and row that are one transfer. */
function mirrors(first: Payment, second: Payment): string[] {
  const made = makeCase()
    .payment(first, { file: '甲.csv' })
    .payment({ ...second, of: 'payee' }, { file: '乙.csv' });
  const store = made.store({ resolve: false });
  expect(made.report.files.map(({ sheets }) => sheets[0]?.rows.imported)).toEqual([1, 1]);
  const pairs = store.db
    .prepare('select p.file as file from rec_bank_flow f join place p on p.row = f.row where f.mirror_of is not null')
    .pluck()
    .all();
  expect(made.report.files.map(({ sheets }) => sheets[0]?.rows.mirrored)).toEqual(pairs.length > 0 ? [1, 1] : [0, 0]);
  return pairs as string[];
}

test('the two lines of one transfer in two statements are one payment', () => {
  expect(mirrors(line({}), line({ time: '09:16:50' }))).toEqual(['乙.csv']);
});

test("the payer's own line stands for the transfer, whichever statement came first", () => {
  const lines = [
    [line({ of: 'payee' }), '乙.csv'],
    [line({}), '甲.csv'],
  ] as const;
  for (const order of [lines, lines.toReversed()]) {
    const made = makeCase();
    for (const [payment, file] of order) made.payment(payment, { file });
    const store = made.store({ resolve: false });
    const pair = store.db
      .prepare(
        `select p.file as copy, o.file as canonical from rec_bank_flow f join place p on p.row = f.row join place o on o.row = f.mirror_of`,
      )
      .all();
    expect(pair).toEqual([{ copy: '乙.csv', canonical: '甲.csv' }]);
  }
});

test('more than 120 seconds apart they are two; without a time the day is enough', () => {
  expect(mirrors(line({}), line({ time: '09:17:10' }))).toEqual([]);
  const { time: _time, ...untimed } = line({});
  expect(mirrors(line({}), untimed)).toEqual(['乙.csv']);
  expect(mirrors(line({ time: '23:59:30' }), line({ on: '2024-05-07', time: '00:00:20' }))).toEqual(['乙.csv']);
});

test('another amount, another account or another name is another transfer', () => {
  expect(mirrors(line({}), line({ yuan: 5000.01 }))).toEqual([]);
  expect(mirrors(line({}), line({ fromAccount: '9999990000000000027' }))).toEqual([]);
  const { toAccount: _to, ...named } = line({});
  expect(mirrors(named, line({}))).toEqual(['乙.csv']);
  expect(mirrors({ ...named, to: '李某某' }, line({}))).toEqual([]);
});

test('two lines of one holder are never one', () => {
  const store = makeCase()
    .payments([line({ serial: 'A1' }), line({ serial: 'A2', of: 'payer' })])
    .store({ resolve: false });
  expect(store.db.prepare('select count(*) from rec_bank_flow where mirror_of is not null').pluck().get()).toBe(0);
});

test('both sides of a transfer in one sheet, as inquiry platforms list many accounts, are one payment', () => {
  const made = makeCase().sheet('bank_flow', [
    {
      holder_name: a.from,
      holder_account: a.fromAccount,
      txn_date: '2024-05-06',
      txn_time: '09:15:03',
      dc_flag: '出',
      amount: '5000',
      counterparty_name: b.to,
      counterparty_account: b.toAccount,
    },
    {
      holder_name: b.to,
      holder_account: b.toAccount,
      txn_date: '2024-05-06',
      txn_time: '09:15:03',
      dc_flag: '进',
      amount: '5000',
      counterparty_name: a.from,
      counterparty_account: a.fromAccount,
    },
  ]);
  const store = made.store();
  expect(made.report.files[0]!.sheets[0]!.rows).toMatchObject({ imported: 2, mirrored: 2 });
  expect(store.db.prepare('select fen from payment').pluck().all()).toEqual([500_000]);
});

test('each line finds one partner: two equal transfers in both statements are two pairs', () => {
  const twice = [line({ serial: 'A1' }), line({ serial: 'A2' })];
  const store = makeCase()
    .payments(twice)
    .payments(twice.map((each) => ({ ...each, serial: `B${each.serial}`, of: 'payee' as const })))
    .store({ resolve: false });
  expect(
    store.db.prepare('select count(distinct mirror_of) from rec_bank_flow where mirror_of is not null').pluck().get(),
  ).toBe(2);
});

test('冲正 takes the booking before it out with it, in both statements', () => {
  const rows = [line({ serial: 'A1', memo: '货款' }), line({ serial: 'A2', yuan: 7, memo: '手续费' })];
  const made = makeCase()
    .payments(rows)
    .sheet('bank_flow', [
      {
        holder_name: a.from,
        holder_account: a.fromAccount,
        txn_date: '2024-05-07',
        dc_flag: '进',
        amount: '5000',
        counterparty_name: b.to,
        counterparty_account: b.toAccount,
        summary: '冲正',
        txn_no: 'A3',
      },
    ])
    .payment(line({ serial: 'B1', of: 'payee' }));
  const store = made.store();
  const outcomes = store.db.prepare('select f.txn_no, f.outcome from rec_bank_flow f order by f.txn_no').raw().all();
  expect(outcomes).toEqual([
    ['A1', 'reversed'],
    ['A2', 'ok'],
    ['A3', 'reversed'],
    ['B1', 'reversed'],
  ]);
  expect(store.db.prepare('select fen from payment').pluck().all()).toEqual([700]);
});

test('a transfer that failed in both statements failed once', () => {
  const store = makeCase()
    .payment(line({ success: '失败' }), { file: '甲.csv' })
    .payment(line({ success: '失败', of: 'payee' }), { file: '乙.csv' })
    .store({ resolve: false });
  expect(store.db.prepare('select why from payment_aside order by row').pluck().all()).toEqual(['failed', 'mirrored']);
});

test('a payment refused and made again a moment later is mirrored by what the payee received, not by the refusal', () => {
  const refused = line({ success: '失败', time: '09:10:03', serial: 'A1' });
  const made = line({ success: '成功', serial: 'A2' });
  const { time: _time, ...received } = line({ of: 'payee', serial: 'B1' });
  for (const statements of [
    [[refused, made], [received]],
    [[received], [refused, made]],
  ]) {
    const store = statements.reduce((all, rows) => all.payments(rows), makeCase()).store({ resolve: false });
    const told = store.db
      .prepare(
        `select f.txn_no, f.outcome, m.txn_no from rec_bank_flow f left join rec_bank_flow m on m.row = f.mirror_of order by f.txn_no`,
      )
      .raw()
      .all();
    expect(told).toEqual([
      ['A1', 'failed', null],
      ['A2', 'ok', null],
      ['B1', 'ok', 'A2'],
    ]);
  }
});
