/** Everyday money in the statements the investigators hold, until the case has the planned number of bank rows. */
import type { SampleOptions, SizePlan } from '../options.ts';
import { civilDate, type Day, dayOf, dayOfStamp, monthDays, monthsBetween, nextWorked } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Population } from '../world/population.ts';
import type { Account, Org, Person } from '../world/types.ts';
import type { PayWish, StatementPeriod, World } from '../world/world.ts';
import { officeHours } from './meetings.ts';
import { anyHour, ordinary, workday, workedDay } from './ordinary.ts';

export function backgroundMoney(world: World, plan: SizePlan, population: Population, options: SampleOptions): void {
  const statements = [...world.statements.values()];
  const missing = Math.max(0, Math.round(plan.bankRows * 0.965) - legsOf(world));
  const weightOf = (period: StatementPeriod) =>
    (period.to - period.from + 1) * (period.account.holder.kind === 'org' ? 1.25 : 1);
  const total = statements.reduce((sum, period) => sum + weightOf(period), 0);
  const naming = world.random('suppliers');
  const suppliers = Array.from({ length: 12 }, () => world.addOrg(naming, { role: 'other' }));
  // honest firms whose statements are both at hand also trade with each other: one payment, two lines
  const partners = statements
    .map((period) => period.account.holder)
    .filter((holder): holder is Org => holder.kind === 'org' && holder.role !== 'hospital' && !world.claimed(holder));
  const markets = options.scope === 'all' ? oneWay(suppliers, partners) : bothWays(suppliers, partners);
  const received = new Map<string, number>();
  for (const period of statements) {
    const random = world.random(`money/${period.account.id}`);
    const budget = Math.max(
      0,
      Math.round((missing * weightOf(period)) / total) - (received.get(period.account.id) ?? 0),
    );
    const { holder } = period.account;
    const spendings =
      holder.kind === 'person'
        ? personalLife(world, random, population, period, holder, { budget, due: markets.due })
        : holder.kind === 'org'
          ? business(world, random, population, markets, period, holder, budget)
          : [];
    for (const wish of spendings) {
      const day = dayOfStamp(wish.at);
      if (world.isQuiet(wish.from, day) || world.isQuiet(wish.to, day)) continue;
      book(world, random, options.noise, wish);
      const other = wish.from === period.account ? wish.to : wish.from;
      if (world.statements.has(other.id)) received.set(other.id, (received.get(other.id) ?? 0) + 1);
    }
  }
}

/** Whom a firm pays and who pays it. */
interface Market {
  readonly paid: readonly Org[];
  readonly paying: readonly Org[];
}
/** The market all share, and the trade among the firms whose statements are at hand. */
interface Markets extends Market {
  readonly partnersOf: (org: Org) => Market;
  /** When they pay each other. */
  readonly dayIn: (random: Random, from: Day, to: Day) => Day;
  /** When what is due on a day is paid. */
  readonly due: (day: Day) => Day;
}

/** Everybody buys of and sells to everybody. */
function bothWays(suppliers: readonly Org[], partners: readonly Org[]): Markets {
  return {
    paid: suppliers,
    paying: suppliers,
    dayIn: workday,
    due: (day) => day,
    partnersOf: (org) => {
      const others = partners.filter((partner) => partner !== org);
      return { paid: others, paying: others };
    },
  };
}

const downstream: readonly Org['role'][] = [
  'mah',
  'distributor',
  'cso',
  'society',
  'pco',
  'hotel',
  'restaurant',
  'other',
];

/** Money goes from the makers down to those who serve them and never back, as trade does: no circle comes about by chance. */
function oneWay(suppliers: readonly Org[], partners: readonly Org[]): Markets {
  const half = Math.ceil(suppliers.length / 2);
  const [paid, paying] = [suppliers.slice(0, half), suppliers.slice(half)];
  const order = [...partners].sort((a, b) => downstream.indexOf(a.role) - downstream.indexOf(b.role));
  return {
    paid,
    paying,
    dayIn: orMonthEnd,
    due: nextWorked,
    partnersOf: (org) => {
      const at = order.indexOf(org);
      const [before, after] = at < 0 ? [[], []] : [order.slice(0, at), order.slice(at + 1)];
      return { paid: after.length > 0 ? after : paid, paying: before.length > 0 ? before : paying };
    },
  };
}

/** A day that was worked; the last four days of a month are nearly twice as busy as others. */
function orMonthEnd(random: Random, from: Day, to: Day): Day {
  const day = workedDay(random, from, to);
  if (!random.chance(0.12)) return day;
  const { year, month } = civilDate(day);
  const { last } = monthDays(year, month);
  return workedDay(random, Math.max(from, Math.min(last, to) - 3), Math.min(last, to));
}

/** How many statement lines the transfers make so far. */
export function legsOf(world: World): number {
  let legs = 0;
  for (const transfer of world.transfers) {
    for (const account of [transfer.from, transfer.to]) {
      const period = world.statements.get(account.id);
      const day = dayOfStamp(transfer.at);
      if (period && day >= period.from && day <= period.to) legs++;
    }
  }
  return legs;
}

/** Books a payment; now and then the bank refuses it first, or it is taken back the same day. */
function book(world: World, random: Random, noise: number, wish: PayWish): void {
  if (random.chance(0.012 * noise)) world.pay('G', { ...wish, at: wish.at - 300, failed: true });
  const transfer = world.pay('G', wish);
  if (!wish.cash && random.chance(0.02 * noise)) {
    world.pay('G', {
      ...wish,
      from: wish.to,
      to: wish.from,
      at: Math.min(wish.at + random.int(120, 3000), dayOfStamp(wish.at) * 86_400 + 86_399),
      summary: '冲正',
      remark: `冲正 ${wish.summary}`,
      reverses: transfer.id,
    });
  }
}

const wallets = ['财付通', '支付宝（中国）网络技术有限公司', '银联'];
const shops = ['澄溪万家购物广场', '望江路生鲜超市', '青云加油站', '书香苑书店', '澄溪地铁', '文昌路药店'];
const gifts = [66, 88, 200, 520, 666, 888];

function personalLife(
  world: World,
  random: Random,
  population: Population,
  period: StatementPeriod,
  person: Person,
  { budget, due }: { budget: number; due: Markets['due'] },
): PayWish[] {
  const account = period.account;
  const wishes: PayWish[] = [];
  const months = monthsBetween(period.from, period.to);
  const employer = person.employer ?? population.hospitals[population.hospitals.length - 1]!.org;
  const wage = yuan(Math.round(random.normal(person.title?.includes('主任') ? 14_000 : 9_500, 1_600)));
  const family = Array.from({ length: 4 }, () => world.accountOf(world.addPerson(random, { city: person.city })));
  const landlord = family[0]!;
  const rent = ordinary(yuan(random.int(22, 60) * 100));
  const paysRent = random.chance(0.5);
  const known = wagesKnown(world, account);
  for (const { year, month } of months) {
    const pay = dayOf(year, month, 15);
    if (wishes.length < budget * 0.5 && !known.has(`${year}-${month}`)) {
      wishes.push({
        from: world.accountOf(employer),
        to: account,
        fen: Math.max(yuan(4_200), wage + yuan(random.int(-400, 400))),
        at: officeHours(random, due(pay)),
        summary: '代发工资',
        remark: `${year}年${month}月工资`,
        channel: '代发代扣',
      });
    }
    if (wishes.length < budget * 0.7) {
      wishes.push({
        from: account,
        to: paysRent ? landlord : world.pseudo('个人住房贷款还款'),
        fen: rent,
        at: officeHours(random, dayOf(year, month, 8)),
        summary: paysRent ? '房租' : '贷款还款',
      });
    }
    if (month % 3 === 0 && wishes.length < budget * 0.8) {
      wishes.push({
        from: world.pseudo('应付利息'),
        to: account,
        fen: random.int(120, 9_800),
        at: officeHours(random, dayOf(year, month, 21)),
        summary: '结息',
        channel: '系统',
      });
    }
  }
  const inPeriod = wishes.filter((wish) => dayOfStamp(wish.at) >= period.from && dayOfStamp(wish.at) <= period.to);
  while (inPeriod.length < budget)
    inPeriod.push(dailyLife(world, random, account, family, random.int(period.from, period.to)));
  return inPeriod;
}

/** Months in which this account already gets wages from a payroll of its own. */
function wagesKnown(world: World, account: Account): Set<string> {
  const months = new Set<string>();
  for (const transfer of payrollIndex(world).get(account.id) ?? []) {
    const { year, month } = civilDate(dayOfStamp(transfer));
    months.add(`${year}-${month}`);
  }
  return months;
}

const payrolls = new WeakMap<World, Map<string, number[]>>();
function payrollIndex(world: World): Map<string, number[]> {
  const known = payrolls.get(world);
  if (known) return known;
  const index = new Map<string, number[]>();
  for (const transfer of world.transfers) {
    if (transfer.summary !== '代发工资') continue;
    const list = index.get(transfer.to.id) ?? [];
    list.push(transfer.at);
    index.set(transfer.to.id, list);
  }
  payrolls.set(world, index);
  return index;
}

function dailyLife(world: World, random: Random, account: Account, family: readonly Account[], day: Day): PayWish {
  const at = anyHour(random, day);
  const kind = random.pickWeighted([
    ['wallet', 46],
    ['shop', 22],
    ['cash', 8],
    ['family', 10],
    ['gift', 5],
    ['refund', 3],
    ['fund', 5],
    ['windfall', 0.3],
  ] as const);
  const cost = ordinary(Math.max(100, Math.round(random.lognormal(5.19, 1.2) * 100)));
  switch (kind) {
    case 'wallet':
      return {
        from: account,
        to: world.pseudo(random.pick(wallets)),
        fen: cost,
        at,
        summary: '快捷支付',
        remark: random.pick(['消费', '充值', '扫码付款']),
        channel: '快捷支付',
      };
    case 'shop':
      return { from: account, to: world.pseudo(random.pick(shops)), fen: cost, at, summary: '消费', channel: 'POS' };
    case 'cash':
      return {
        from: account,
        to: world.pseudo('现金'),
        fen: yuan(random.pick([500, 1000, 2000, 3000, 5000, 10_000])),
        at,
        summary: 'ATM取款',
        channel: 'ATM',
        cash: true,
      };
    case 'family':
      return random.chance(0.6)
        ? {
            from: account,
            to: random.pick(family),
            fen: ordinary(yuan(random.int(3, 60) * 100)),
            at,
            summary: '转账',
            remark: random.pick(['生活费', '还款', '']),
            channel: '手机银行',
          }
        : {
            from: random.pick(family),
            to: account,
            fen: ordinary(yuan(random.int(3, 60) * 100)),
            at,
            summary: '转账',
            channel: '手机银行',
          };
    case 'gift':
      return {
        from: random.pick(family),
        to: account,
        fen: yuan(random.pick(gifts)),
        at,
        summary: '转账',
        remark: '红包',
        channel: '手机银行',
      };
    case 'refund':
      return {
        from: world.pseudo(random.pick(wallets)),
        to: account,
        fen: cost,
        at,
        summary: '退款',
        channel: '快捷支付',
      };
    case 'fund':
      return random.chance(0.5)
        ? {
            from: account,
            to: world.pseudo('澄溪稳健理财申购户'),
            fen: yuan(random.int(5, 30) * 10_000),
            at,
            summary: '理财申购',
            channel: '手机银行',
          }
        : {
            from: world.pseudo('澄溪稳健理财申购户'),
            to: account,
            fen: ordinary(yuan(random.int(5, 30) * 10_180)),
            at,
            summary: '理财赎回',
            channel: '手机银行',
          };
    case 'windfall':
      return {
        from: random.pick(family),
        to: account,
        fen: yuan(random.int(60, 140) * 10_000),
        at,
        summary: '转账',
        remark: random.pick(['购房款', '房屋转让款', '遗产继承款']),
        channel: '柜面',
      };
  }
}

function business(
  world: World,
  random: Random,
  population: Population,
  markets: Markets,
  period: StatementPeriod,
  org: Org,
  budget: number,
): PayWish[] {
  const account = period.account;
  const wishes: PayWish[] = [];
  const landlord = random.pick(markets.paid);
  const rent = ordinary(yuan(random.int(40, 300) * 100));
  for (const { year, month } of monthsBetween(period.from, period.to)) {
    const { first, last } = monthDays(year, month);
    const room = (share: number) => wishes.length < budget * share;
    if (room(0.5))
      wishes.push({
        from: account,
        to: world.pseudo('代发工资户'),
        fen: ordinary(yuan(random.int(30, 260) * 1_000)),
        at: officeHours(random, markets.due(first + 9)),
        summary: '代发工资',
        channel: '代发代扣',
      });
    if (room(0.6))
      wishes.push({
        from: account,
        to: world.pseudo('待报解预算收入'),
        fen: ordinary(yuan(random.int(20, 900) * 100) + random.int(0, 99)),
        at: officeHours(random, markets.due(first + 14)),
        summary: '实时缴税',
        channel: '批量',
      });
    if (room(0.7))
      wishes.push({
        from: account,
        to: world.accountOf(landlord),
        fen: rent,
        at: officeHours(random, markets.due(first + 4)),
        summary: '房租',
      });
    if (month % 3 === 0 && room(0.8))
      wishes.push({
        from: world.pseudo('应付利息'),
        to: account,
        fen: random.int(900, 98_000),
        at: officeHours(random, Math.min(first + 20, last)),
        summary: '结息',
        channel: '系统',
      });
  }
  const busy = (wish: PayWish) =>
    !world.isQuiet(wish.from, dayOfStamp(wish.at)) && !world.isQuiet(wish.to, dayOfStamp(wish.at));
  const inPeriod = wishes.filter(
    (wish) => dayOfStamp(wish.at) >= period.from && dayOfStamp(wish.at) <= period.to && busy(wish),
  );
  const others = markets.partnersOf(org);
  const honest = !world.claimed(org) && others.paid.length + others.paying.length > 0;
  const staff = Array.from({ length: 5 }, () =>
    world.accountOf(world.addPerson(random, { employer: org, title: '职员' })),
  );
  for (let attempt = 0; inPeriod.length < budget && attempt < budget * 4; attempt++) {
    const market = honest && random.chance(0.4) ? others : markets;
    const day = markets.dayIn(random, period.from, period.to);
    const wish = trade(world, random, population, market, account, org, staff, day);
    if (busy(wish)) inPeriod.push(wish);
  }
  return inPeriod;
}

function trade(
  world: World,
  random: Random,
  population: Population,
  market: Market,
  account: Account,
  org: Org,
  staff: readonly Account[],
  day: Day,
): PayWish {
  const at = officeHours(random, day);
  const amount = ordinary(yuan(Math.min(3_000_000, Math.round(random.lognormal(11.29, 1.4)))) + random.int(0, 99));
  const small = ordinary(Math.max(2_000, Math.round(random.lognormal(7, 1) * 100)));
  const sells = org.role === 'mah' || org.role === 'distributor';
  const roll = random.next();
  if (org.role === 'hospital') {
    if (roll < 0.35)
      return { from: world.accountOf(population.fund), to: account, fen: amount * 2, at, summary: '医保结算款' };
    if (roll < 0.85)
      return {
        from: account,
        to: world.accountOf(random.pick([...population.makers, ...population.distributors])),
        fen: amount,
        at,
        summary: '货款',
        remark: '药品耗材款',
      };
    return { from: account, to: world.accountOf(random.pick(market.paid)), fen: small, at, summary: '采购款' };
  }
  if (roll < 0.4 && sells) {
    return {
      from: world.accountOf(random.pick(population.hospitals).org),
      to: account,
      fen: amount,
      at,
      summary: '货款',
      remark: '耗材款',
    };
  }
  if (roll < 0.4)
    return { from: world.accountOf(random.pick(market.paying)), to: account, fen: amount, at, summary: '服务款' };
  if (roll < 0.7)
    return {
      from: account,
      to: world.accountOf(random.pick(market.paid)),
      fen: sells ? amount : ordinary(Math.round(amount / 6) + 100),
      at,
      summary: random.pick(['采购款', '货款', '材料款']),
    };
  if (roll < 0.78)
    return { from: account, to: random.pick(staff), fen: small, at, summary: '报销款', remark: '差旅报销' };
  if (roll < 0.9)
    return {
      from: account,
      to: world.pseudo(random.pick(['澄溪供电公司', '澄溪水务集团', '澄溪电信分公司'])),
      fen: small,
      at,
      summary: random.pick(['电费', '水费', '通信费']),
      channel: '批量',
    };
  return {
    from: account,
    to: world.pseudo('手续费'),
    fen: random.int(200, 5_000),
    at,
    summary: '手续费',
    channel: '系统',
  };
}
