/** S15: a middleman between suppliers and hospital staff, or a knot of people and firms who pay each other. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Org, Person } from '../world/types.ts';
import type { Town } from './town.ts';

export function brokers(town: Town, count: number): void {
  for (let i = 0; i < count; i++) (i % 2 === 0 ? middleman : knot)(town, i);
}

/** A dealer that also delivers to the hospitals of the case. */
function supplier(town: Town, random: Random): Org {
  const firm = town.firm(random, { role: 'distributor' });
  const item = town.item(random, firm, { category: '低值耗材' });
  for (const hospital of town.population.hospitals.slice(0, 3))
    town.order(hospital, firm, item, dayOf(2023, 1, 9) + random.int(0, 500), random.int(20, 60));
  return firm;
}

function middleman(town: Town, index: number): void {
  const { world } = town;
  const id = `S15-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const agent = world.addPerson(random, { birthYear: random.int(1968, 1984) });
  world.claim(agent, id);
  const suppliers = Array.from({ length: 6 }, () => supplier(town, random));
  const staff = Array.from({ length: 9 }, () => town.hire(random, town.ward(), '副主任医师'));
  const start = dayOf(2022, 11, 7) + random.int(0, 60);
  town.obtainBare(agent, start, start + 520);
  const rows: string[] = [];
  for (let n = 0; n < 20; n++) {
    const day = start + n * 25 + random.int(0, 8);
    const amount = random.int(60, 240) * 100;
    rows.push(
      town.pay(id, random, world.accountOf(suppliers[n % 6]!), world.accountOf(agent), yuan(amount + 1300), day, {
        summary: '服务费',
      }).id,
      town.pay(
        id,
        random,
        world.accountOf(agent),
        world.accountOf(staff[n % 9]!),
        yuan(amount),
        day + random.int(2, 9),
        { summary: '转账' },
      ).id,
    );
  }
  town.plant({
    id,
    scheme: 'S15',
    difficulty: 2,
    expected: [{ model: 'intermediary-broker', subjects: [agent], rows }],
    subjects: [agent, ...suppliers, ...staff],
    rows,
    drawn: { manner: 'middleman', flows: rows.length },
    zh: `${agent.name}收取6家供应商款项，再分${rows.length / 2}笔转给9名医务人员。`,
  });
}

function knot(town: Town, index: number): void {
  const { world } = town;
  const id = `S15-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const suppliers = [supplier(town, random), supplier(town, random)];
  const ward = town.ward();
  const staff = Array.from({ length: 5 }, () => town.hire(random, ward, '主治医师'));
  const start = dayOf(2023, 1, 9);
  for (const person of staff.slice(0, 3)) town.obtain(person);
  const rows: string[] = [];
  const flow = (from: Person | Org, to: Person | Org): void => {
    const day = start + random.int(0, 600);
    rows.push(
      town.pay(id, random, world.accountOf(from), world.accountOf(to), yuan(random.int(21, 178) * 100), day, {
        summary: random.pick(['往来款', '转账', '咨询费']),
      }).id,
    );
  };
  for (const person of staff) {
    for (const firm of suppliers) for (let n = 0; n < 2; n++) flow(firm, person);
    for (const other of staff) if (other !== person && random.chance(0.6)) flow(person, other);
  }
  town.plant({
    id,
    scheme: 'S15',
    difficulty: 3,
    expected: [{ model: 'dense-community', subjects: [...suppliers, ...staff], rows }],
    subjects: [...suppliers, ...staff],
    rows,
    drawn: { manner: 'knot', flows: rows.length },
    zh: `2家供应商与${ward.org.name}${ward.dept}5名医务人员之间资金往来密集。`,
  });
}
