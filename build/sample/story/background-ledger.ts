/** Everyday entries in the expense ledgers the investigators hold. */
import type { SizePlan } from '../options.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { ExpenseType, Org, Party } from '../world/types.ts';
import { CASE_FROM, CASE_TO, type World } from '../world/world.ts';
import { workday, workedDay } from './ordinary.ts';

interface Kind {
  readonly type: ExpenseType;
  readonly weight: number;
  readonly summaries: readonly string[];
  readonly from: Fen;
  readonly to: Fen;
  readonly toStaff: boolean;
}

/** None of these words belongs to a conference, a lecture, a sponsorship or a promotion. */
const kinds: readonly Kind[] = [
  {
    type: '差旅费',
    weight: 30,
    summaries: ['往返车票', '市内交通', '出差住宿', '高铁票报销'],
    from: yuan(60),
    to: yuan(2_400),
    toStaff: true,
  },
  {
    type: '业务招待费',
    weight: 12,
    summaries: ['工作餐', '客户接待用餐', '茶叶'],
    from: yuan(120),
    to: yuan(3_200),
    toStaff: true,
  },
  {
    type: '办公费',
    weight: 18,
    summaries: ['办公用品', '打印耗材', '快递费', '电脑配件'],
    from: yuan(30),
    to: yuan(4_800),
    toStaff: false,
  },
  {
    type: '运输费',
    weight: 12,
    summaries: ['货物运输', '冷链配送', '仓储装卸'],
    from: yuan(200),
    to: yuan(26_000),
    toStaff: false,
  },
  {
    type: '租赁费',
    weight: 6,
    summaries: ['仓库租金', '办公室租金'],
    from: yuan(3_000),
    to: yuan(38_000),
    toStaff: false,
  },
  {
    type: '检测费',
    weight: 6,
    summaries: ['产品检测', '灭菌验证'],
    from: yuan(1_500),
    to: yuan(48_000),
    toStaff: false,
  },
  {
    type: '培训费',
    weight: 5,
    summaries: ['员工质量体系培训', '仓储人员上岗培训'],
    from: yuan(600),
    to: yuan(9_000),
    toStaff: false,
  },
  {
    type: '咨询费',
    weight: 4,
    summaries: ['法律顾问费', '审计费', '注册代理费'],
    from: yuan(3_000),
    to: yuan(36_000),
    toStaff: false,
  },
];

/** `whole`: in the whole sample days off are kept, and weekends worked for them are booked on. */
export function backgroundLedgers(
  world: World,
  plan: SizePlan,
  population: Population,
  story: Story,
  whole: boolean,
): void {
  const dayIn = whole ? workedDay : workday;
  const owners = [...story.ledgers];
  const written = world.expenses.filter((expense) => story.ledgers.has(expense.company)).length;
  const missing = Math.max(0, plan.expenseRows - written);
  const naming = world.random('vendors');
  const vendors = Array.from({ length: 10 }, () => world.addOrg(naming, { role: 'other' }));
  owners.forEach((company, i) => {
    const random = world.random(`ledger/${company.id}`);
    const share = Math.floor(missing / owners.length) + (i < missing % owners.length ? 1 : 0);
    const staff = Array.from({ length: 6 }, () => world.addPerson(random, { employer: company, title: '业务员' }));
    const from = Math.max(CASE_FROM, company.founded + 5);
    for (let n = 0; n < share; n++) {
      const kind = random.pickWeighted(kinds.map((each) => [each, each.weight] as const));
      const fen = Math.round(Math.exp(random.between(Math.log(kind.from), Math.log(kind.to))));
      const payee: Party = kind.toStaff
        ? random.pick(staff)
        : random.pick<Org>([...vendors, ...population.restaurants]);
      world.spend('G', {
        company,
        day: dayIn(random, from, CASE_TO),
        type: kind.type,
        fen,
        ...(kind.toStaff || random.chance(0.3) ? {} : { tax: Math.round((fen * 6) / 106) }),
        payee,
        ...(random.chance(0.75) ? { payeeAccount: world.accountOf(payee) } : {}),
        summary: random.pick(kind.summaries),
      });
    }
  });
}
