/** Honest matters like those parts of schemes that are planted last: a driver with a job of his own, a training at the seat of the company. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { driverOf } from '../schemes/driver.ts';
import { hostIn, newRep, visit } from '../schemes/s12-reps.ts';
import { fileRep, monthStart, type Town } from '../schemes/town.ts';
import { wagesOf } from './trade.ts';

/** All of them, each from a stream of its own. */
export function honestAtLast(town: Town): void {
  driverWithJob(town);
  trainingAtSeat(town);
}

/** L29: the driver of the one who buys for a hospital also delivers for a dealer and is paid wages like everybody there. */
function driverWithJob(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L29');
  const ward = town.ward();
  const head = town.hire(random, { ...ward, dept: '采购中心' }, '高级工程师', { position: '主任' });
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { category: '低值耗材' });
  town.order(ward, dealer, item, monthStart(14) + 4, 30);
  const driver = driverOf(town, random, head, { relative_employer: dealer, relative_position: '配送司机' });
  const colleagues = Array.from({ length: 5 }, () => world.addPerson(random, { employer: dealer }));
  town.honest({
    id: 'L29',
    kind: '司机在企业任职',
    model: 'third-party-collection',
    subjects: [head, driver, dealer],
    rows: wagesOf(town, random, 'L29', dealer, driver, colleagues),
    zh: `${head.name}的司机兼任${dealer.name}的配送司机，按月领取工资并参保。`,
  });
}

/** L30: representatives go to another city for a week of training, to the seat of their company; and claim a journey days after the visits there. */
function trainingAtSeat(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L30');
  const home = town.ward();
  const doctor = town.hire(random, home, '主治医师');
  const city = home.org.city === '汀兰市' ? '沐棠市' : '汀兰市';
  const other = home.org.city === '望川市' ? '沐棠市' : '望川市';
  const host = hostIn(town, random, other);
  const company = town.firm(random, {
    role: 'mah',
    city,
    name: `${city.slice(0, -1)}秋实本草药业有限公司`,
    short: '秋实本草药业',
  });
  const reps = Array.from({ length: 4 }, () => newRep(town, random, company));
  const rows: string[] = [];
  const claim = (rep: (typeof reps)[number], day: number, where: string, fen: number, summary: string) =>
    town.book.add('expense', {
      company,
      expense_date: day,
      expense_type: '差旅费',
      amount: fen,
      payee_name: rep,
      handler: rep,
      province: where,
      summary,
    });
  for (const rep of reps) {
    fileRep(town, rep, company, dayOf(2022, 3, 1), dayOf(2025, 2, 28));
    for (let m = 14; m < 22; m++) {
      const first = monthStart(m);
      for (const date of [3, 11, 25]) visit(town, rep, company, { org: home.org, doctor }, first + date);
      visit(town, rep, company, host, first + 20);
      rows.push(
        claim(rep, first + 11, city, yuan(random.int(5100, 6200)), '总部培训差旅、住宿'),
        claim(rep, first + 25, other, yuan(random.int(2600, 3400)), `赴${other}拜访客户差旅`),
      );
    }
  }
  town.honest({
    id: 'L30',
    kind: '总部培训和晚报销的差旅',
    model: 'rep-activity-expense-mismatch',
    subjects: [...reps, company],
    rows,
    zh: `${company.name}的代表到企业所在的${city}培训，去${other}的差旅在拜访五日后报销。`,
  });
}
