/** S14: an official of the drug authority is paid by a company of the own province, whose pay list also names a sister. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { monthStart, type Town } from './town.ts';

export function paidRegulators(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const { world } = town;
  const id = `S14-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const name = '云澜省药品监督管理局';
  const office =
    world.orgs.find((org) => org.name === name) ??
    town.firm(random, { role: 'fund', name, short: '云澜药监局', insured: 120 });
  const firm = town.firm(random, { role: 'distributor' });
  const official = town.hire(
    random,
    { hospital: town.population.hospitals[0]!, org: office, dept: '药品流通监管处' },
    '',
    {
      employer_kind: '行政机关',
      position: '处长',
      annual_income: yuan(210_000),
    },
  );
  const sister = world.addPerson(random, { city: official.city, male: false, employer: firm });
  const tie = town.kin(official, sister, '姐妹', { relative_employer: firm, relative_position: '行政专员' });
  town.obtain(official);
  town.obtain(sister);
  const listing = dayOf(2023, 4, 1) + ((index * 71) % 540);
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, {});
  const order = town.order(town.population.hospitals[0]!, firm, item, listing + 6, 40);
  const payment = town.pay(
    id,
    random,
    world.accountOf(firm),
    world.accountOf(official),
    yuan(random.int(30, 120) * 1000),
    listing - 20,
    { summary: '咨询费' },
  );
  const wages = Array.from({ length: 14 }, (_, m) =>
    town.pay(
      id,
      random,
      world.accountOf(firm),
      world.accountOf(sister),
      yuan(7600 + random.int(-3, 3) * 100),
      monthStart(10 + m) + 14,
      {
        summary: '工资',
        remark: '代发工资',
      },
    ),
  );
  const rows = [payment.id, ...wages.map((wage) => wage.id), tie, order];
  town.plant({
    id,
    scheme: 'S14',
    difficulty: 2,
    expected: [{ model: 'regulator-supplier-link', subjects: [official, firm], rows: [payment.id] }],
    subjects: [official, sister, firm],
    rows,
    drawn: { days: 20 },
    zh: `${office.name}${official.name}在产品挂网前二十日收到${firm.name}付款，其姐妹由该企业发工资。`,
  });
}
