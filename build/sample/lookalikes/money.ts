/** Payments that look conspicuous and are not: wages, refunds, fixed prices, instalments, membership. */
import { dayOf, inLongHoliday, monthDays, monthsBetween } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { officeHours } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Org } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** L10: sixty wages a month and refunds to patients, from a hospital's account. */
export function payrollAndRefunds(world: World, population: Population, story: Story): void {
  const random = world.random('lookalike/L10');
  const hospital = population.hospitals[0]!;
  const account = world.accountOf(hospital.org);
  const from = dayOf(2023, 3, 1);
  const to = dayOf(2024, 2, 29);
  world.obtain(account, { from, to, told: true });
  const others = Array.from({ length: Math.max(0, 60 - hospital.staff.length) }, () =>
    world.addPerson(random, { employer: hospital.org, dept: '后勤保障部', title: '职工' }),
  );
  const employees = [...hospital.staff, ...others].slice(0, 60);
  const wages = new Map(employees.map((person) => [person.id, yuan(Math.round(random.normal(9_200, 2_100)))]));
  const payroll: string[] = [];
  const refunds: string[] = [];
  for (const { year, month } of monthsBetween(from, to)) {
    let day = dayOf(year, month, 15);
    while (inLongHoliday(day)) day--;
    for (const person of employees) {
      payroll.push(
        world.pay('L10', {
          from: account,
          to: world.accountOf(person),
          fen: Math.max(yuan(4_100), wages.get(person.id)! + yuan(random.int(-300, 300))),
          at: officeHours(random, day),
          summary: '代发工资',
          remark: `${year}年${month}月工资`,
          channel: '代发代扣',
          told: true,
        }).id,
      );
    }
    const last = monthDays(year, month).last;
    for (let n = 0; n < 12; n++) {
      refunds.push(
        world.pay('L10', {
          from: account,
          to: world.accountOf(world.addPerson(random)),
          // what is left of a deposit: mostly little, now and then nearly all of it
          fen: n % 4 === 0 ? random.int(520_000, 910_000) : random.int(2_300, 79_000),
          at: officeHours(random, last - random.int(0, 5)),
          summary: '退费',
          remark: '住院预交金退款',
          channel: '银医直连',
          told: true,
        }).id,
      );
    }
  }
  story.lookalikes.push(
    {
      id: 'L10-payroll',
      kind: '代发工资',
      model: 'fan-out',
      subjects: [hospital.org],
      rows: payroll,
      zh: `${hospital.org.name}每月向60名职工代发工资。`,
    },
    {
      id: 'L10-refunds',
      kind: '患者退费',
      model: 'fan-out',
      subjects: [hospital.org],
      rows: refunds,
      zh: `${hospital.org.name}每月末向患者退住院预交金。`,
    },
  );
}

/** L12: monthly instalments of 49,800 yuan under one contract, and a package of 49,800 yuan bought by many customers. */
export function fixedPrices(world: World, population: Population, story: Story): void {
  const random = world.random('lookalike/L12');
  const lessor = world.addOrg(random, { role: 'other', founded: dayOf(2012, 8, 9), insured: 44 });
  const lessee = population.distributors[0]!;
  world.obtain(world.accountOf(lessor), { told: true });
  const price = yuan(49_800);
  const instalments = monthsBetween(dayOf(2022, 4, 1), dayOf(2024, 3, 1)).map(({ year, month }, n) =>
    world.pay('L12', {
      from: world.accountOf(lessee),
      to: world.accountOf(lessor),
      fen: price,
      at: officeHours(random, dayOf(year, month, 20)),
      summary: '设备租赁款',
      remark: `合同CX-2022-118 第${n + 1}/24期`,
      told: true,
    }),
  );
  const buyers = Array.from({ length: 11 }, () => world.addPerson(random));
  const packages = buyers.map((buyer, n) =>
    world.pay('L12', {
      from: world.accountOf(buyer),
      to: world.accountOf(lessor),
      fen: price,
      at: officeHours(random, dayOf(2023, 7, 10) + (n % 6)),
      summary: '康复套餐款',
      remark: '居家康复套餐A 定价49800元',
      channel: 'POS',
      told: true,
    }),
  );
  story.lookalikes.push(
    {
      id: 'L12-instalments',
      kind: '合同分期款',
      model: 'structuring-below-threshold',
      subjects: [lessee, lessor],
      rows: instalments.map((row) => row.id),
      zh: '同一合同二十四期、每月49,800元的设备租赁款。',
    },
    {
      id: 'L12-packages',
      kind: '固定定价',
      model: 'structuring-below-threshold',
      subjects: [lessor],
      rows: packages.map((row) => row.id),
      zh: '定价49,800元的套餐，一周内由十一名顾客分别购买。',
    },
  );
}

/** L27: what a company pays its society every year for being a member. */
export function membershipFees(world: World, population: Population, payers: readonly Org[], story: Story): void {
  const random = world.random('lookalike/L27');
  const society = population.societies[0]!;
  const rows: string[] = [];
  for (const payer of payers) {
    for (const year of [2022, 2023, 2024]) {
      const day = dayOf(year, 1, 10) + random.int(0, 6);
      const fen = yuan(20_000);
      const transfer = world.pay('L27', {
        from: world.accountOf(payer),
        to: world.accountOf(society),
        fen,
        at: officeHours(random, day),
        summary: '单位会员会费',
        remark: `${year}年度会员会费`,
        told: true,
      });
      const expense = world.spend('L27', {
        paidBy: transfer.id,
        company: payer,
        day: day + 1,
        type: '会费',
        fen,
        payee: society,
        payeeAccount: world.accountOf(society),
        summary: `${year}年度单位会员会费`,
        told: true,
      });
      rows.push(transfer.id, expense.id);
    }
  }
  story.lookalikes.push({
    id: 'L27',
    kind: '学会年度会费',
    model: 'academic-fee-no-conference',
    subjects: [society, ...payers],
    rows,
    zh: `企业每年向${society.name}缴纳的单位会员会费，没有对应会议是正常的。`,
  });
}
