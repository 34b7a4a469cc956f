import { expect, test } from 'vitest';
import { detectIn } from '../../../../make/detect-in.ts';
import { makeCase } from '../../../../make/make-case.ts';

const amounts = ['18800.00', '19200.00', '19500.00', '18600.00'];
const line = (yuan: string, n: number) => ({
  company: '瑞澜医药有限公司',
  payee_name: '顾长宁',
  expense_date: `2024-06-1${n}`,
  expense_type: '咨询费',
  amount: yuan,
});

test('ledger lines that red lines took back are no series of payments below a threshold', () => {
  const paid = amounts.map(line);
  const takenBack = amounts.map((yuan, n) => line(`-${yuan}`, n));
  const found = (rows: ReturnType<typeof line>[]) => {
    const store = makeCase()
      .payment({
        from: '禾澜医疗科技有限公司',
        to: '澄溪市第一人民医院',
        yuan: '880000.00',
        on: '2024-05-06',
        memo: '货款',
      })
      .sheet('expense', rows)
      .store();
    detectIn(store, { models: ['structuring-below-threshold'] });
    return store.db.prepare('select count(*) from finding').pluck().get();
  };
  expect(found(paid)).toBe(1);
  expect(found([...paid, ...takenBack])).toBe(0);
});
