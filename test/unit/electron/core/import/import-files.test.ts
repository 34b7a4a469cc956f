import { expect, test } from 'vitest';
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
