import { expect, test } from 'vitest';
import { importBytes } from '../../../../make/import-bytes.ts';
import { makeCase } from '../../../../make/make-case.ts';

const records = (store: ReturnType<ReturnType<typeof makeCase>['store']>) =>
  store.db
    .prepare(
      `select r.n, h.name as holder, c.name as counterparty, f.day, f.time, f.fen, f.direction, f.outcome
       from rec_bank_flow f join row r on r.id = f.row join mention h on h.id = f.holder left join mention c on c.id = f.counterparty order by f.row`,
    )
    .all();

test('a payment goes from its cell to its record and to a party on each side', () => {
  const made = makeCase().payment({
    from: '华康药业有限公司',
    to: '张某',
    yuan: '20,000.00',
    on: '2024.7.15',
    memo: '学术推广费',
  });
  const store = made.store();
  expect(records(store)).toEqual([
    {
      n: 2,
      holder: '华康药业有限公司',
      counterparty: '张某',
      day: '2024-07-15',
      time: null,
      fen: 2_000_000,
      direction: 'out',
      outcome: 'ok',
    },
  ]);
  expect(store.db.prepare('select fen, day, memo from payment').all()).toEqual([
    { fen: 2_000_000, day: '2024-07-15', memo: '学术推广费' },
  ]);
});

test('the order of days is settled by a row far above, whose memory was given back', async () => {
  const rows = Array.from({ length: 6_000 }, (_, i) => {
    const day = i === 3 ? '25/6/2024' : i < 5_500 ? '2024-06-01' : '5/6/2024';
    return `瑞衡药业有限公司,9999990000000000033,${day},${i + 1}.00,付,收款人${i}`;
  });
  const text = ['户名,账号,交易日期,金额,借贷标志,对方户名', ...rows].join('\n');
  const { store, report } = await importBytes([{ path: '流水.csv', bytes: Buffer.from(text) }]);
  expect(report.files[0]?.sheets[0]?.rows).toMatchObject({ read: 6_000, imported: 6_000 });
  expect(records(store).at(-1)).toMatchObject({
    n: 6_001,
    counterparty: '收款人5999',
    day: '2024-06-05',
    fen: 600_000,
  });
});
