/** S22: what an account shows by itself: many payers, sleep and waking, nights, more than the income, cash at once. */
import { dayOf, stampOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { type Manner, plantManners } from './outcome.ts';
import type { Town } from './town.ts';

export const tellingAccounts = (town: Town, count: number): void => plantManners(town, 'S22', manners, count);

const startOf = (index: number): number => dayOf(2023, 3, 6) + ((index * 37) % 500);

const manyPayers: Manner = (town, random, index, id) => {
  const { world } = town;
  const doctor = town.hire(random, town.ward(), '主任医师');
  const payers = Array.from({ length: index < manners.length ? random.int(6, 8) : random.int(3, 8) }, () =>
    town.firm(random, { role: 'distributor' }),
  );
  town.obtain(doctor);
  const rows = payers.map(
    (payer) =>
      town.pay(
        id,
        random,
        world.accountOf(payer),
        world.accountOf(doctor),
        yuan(random.int(11, 29) * 1000),
        startOf(index) + random.int(0, 60),
        {
          summary: random.pick(['劳务费', '往来款']),
        },
      ).id,
  );
  return {
    subjects: [doctor, ...payers],
    expected: [
      ...(payers.length >= 5 ? [{ model: 'fan-in', subjects: [doctor], rows }] : []),
      { model: 'multi-payer-recipient', subjects: [doctor], rows },
    ],
    rows,
    drawn: { manner: 'payers', payers: payers.length },
    zh: `${doctor.name}两个月内收到${payers.length}家互不关联企业的付款。`,
  };
};

const awoken: Manner = (town, random, index, id) => {
  const { world } = town;
  const doctor = town.hire(random, town.ward(), '副主任医师');
  const payer = town.firm(random, { role: 'distributor' });
  const start = startOf(index);
  town.obtainBare(doctor, start - 330, start + 60);
  const early = town.pay(
    id,
    random,
    world.accountOf(doctor),
    world.accountOf(world.addPerson(random)),
    yuan(350),
    start - 300,
    {
      summary: '转账',
    },
  );
  const inflows = Array.from(
    { length: random.int(2, 4) },
    (_, n) =>
      town.pay(
        id,
        random,
        world.accountOf(payer),
        world.accountOf(doctor),
        yuan(random.int(31, 49) * 1000 + 300),
        start + n * 6,
        {
          summary: '咨询费',
        },
      ).id,
  );
  return {
    subjects: [doctor, payer],
    expected: [{ model: 'dormant-account-activation', subjects: [doctor], rows: inflows }],
    rows: [early.id, ...inflows],
    drawn: { manner: 'dormant' },
    zh: `${doctor.name}的账户三百日没有交易，随后二十日内收到${payer.name}多笔款项。`,
  };
};

const nights: Manner = (town, random, index, id) => {
  const { world } = town;
  const doctor = town.hire(random, town.ward(), '主任医师');
  const payer = town.firm(random, { role: 'distributor' });
  town.obtain(payer);
  town.obtain(doctor);
  const rows = Array.from({ length: random.int(6, 9) }, (_, n) => {
    const day = startOf(index) + n * random.int(23, 39);
    return world.pay(id, {
      from: world.accountOf(payer),
      to: world.accountOf(doctor),
      fen: yuan(random.int(31, 88) * 100),
      at: stampOf(day, 23, random.int(5, 58), random.int(0, 59)),
      summary: '往来款',
      told: true,
    }).id;
  });
  return {
    subjects: [doctor, payer],
    expected: [{ model: 'off-hours-payment', subjects: [payer, doctor], rows }],
    rows,
    drawn: { manner: 'nights', payments: rows.length },
    zh: `${payer.name}付给${doctor.name}的${rows.length}笔款项都在深夜，其他付款在工作时间。`,
  };
};

const beyondIncome: Manner = (town, random, index, id) => {
  const { world } = town;
  const income = random.int(14, 22) * 10_000;
  const doctor = town.hire(random, town.ward(), '主治医师', { annual_income: yuan(income) });
  town.obtain(doctor);
  const lenders = Array.from({ length: 3 }, () => world.addPerson(random));
  const times = random.int(8, 12);
  const rows = Array.from(
    { length: times },
    (_, n) =>
      town.pay(
        id,
        random,
        world.accountOf(lenders[n % 3]!),
        world.accountOf(doctor),
        yuan(random.int(52, 68) * 1000 + 700),
        dayOf(2023, 1, 15) + n * 28 + (index % 5),
        { summary: '往来款' },
      ).id,
  );
  return {
    subjects: [doctor],
    expected: [{ model: 'income-inflow-mismatch', subjects: [doctor], rows }],
    rows,
    drawn: { manner: 'income', income },
    zh: `${doctor.name}年收入${income}元，一年内收到来源不明的款项${times}笔，远超收入。`,
  };
};

const cashAtOnce: Manner = (town, random, index, id) => {
  const { world } = town;
  const doctor = town.hire(random, town.ward(), '副主任医师');
  const payer = town.firm(random, { role: 'distributor' });
  town.obtain(doctor);
  const day = startOf(index);
  const amount = random.int(60, 120) * 1000;
  const inflow = town.pay(id, random, world.accountOf(payer), world.accountOf(doctor), yuan(amount), day, {
    summary: '服务费',
  });
  const share = random.between(index < manners.length ? 0.8 : 0.4, 0.98);
  const times = Math.ceil((amount * share) / 20_000);
  const out = Array.from(
    { length: times },
    (_, n) =>
      town.pay(
        id,
        random,
        world.accountOf(doctor),
        world.pseudo('现金'),
        yuan(Math.round((amount * share) / times / 100) * 100),
        day + 1 + Math.floor((n * 5) / times),
        { summary: 'ATM取款', cash: true },
      ).id,
  );
  return {
    subjects: [doctor, payer],
    expected: share >= 0.75 ? [{ model: 'cash-out-after-inflow', subjects: [doctor], rows: [inflow.id, ...out] }] : [],
    rows: [inflow.id, ...out],
    drawn: { manner: 'cash', share: Math.round(share * 100) / 100 },
    zh: `${doctor.name}收到${payer.name}付款后五日内取现${Math.round(share * 100)}%。`,
  };
};

const manners: readonly Manner[] = [manyPayers, awoken, nights, beyondIncome, cashAtOnce];
