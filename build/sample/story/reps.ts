/** Representatives with their filings, and the visits they logged: all of it ordinary. */
import { type Day, dayOf, type Stamp, stampOf } from '../plain/civil.ts';
import type { Hospital, Population } from '../world/population.ts';
import type { Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface Filing {
  readonly id: string;
  readonly no: string;
  readonly rep: Person;
  readonly company: Org;
  readonly products: readonly string[];
  readonly from: Day;
  readonly to: Day;
}
export interface RepVisit {
  readonly id: string;
  readonly filing: Filing;
  readonly hospital: Org;
  readonly doctor: Person;
  readonly at: Stamp;
  readonly purpose: string;
  readonly product: string;
}

/** Two or three of each maker, no two of one name at the same maker. */
export function filingsOf(world: World, { makers }: Population, goods: readonly string[]): Filing[] {
  return makers.flatMap((company, at) => {
    const random = world.random(`people/reps/${company.id}`);
    const names = new Set<string>();
    return Array.from({ length: random.int(2, 3) }, (_, i): Filing => {
      let rep = world.addPerson(random, { employer: company, title: '医药代表', birthYear: random.int(1982, 1999) });
      while (names.has(rep.name))
        rep = world.addPerson(random, { employer: company, title: '医药代表', birthYear: random.int(1982, 1999) });
      names.add(rep.name);
      const from = dayOf(2022, 1, 4) + random.int(0, 200);
      return {
        id: `FIL-${at + 1}-${i + 1}`,
        no: `YYDB99${String(at + 1).padStart(3, '0')}${i + 1}`,
        rep,
        company,
        products: random.sample(goods, 2),
        from,
        to: from + 365 * 3,
      };
    });
  });
}

const purposes = ['传递产品资料', '收集不良反应', '科室会准备', '解答用药问题', '送会议通知'];

export const repVisits = (
  world: World,
  filings: readonly Filing[],
  hospitals: readonly Hospital[],
  count: number,
): RepVisit[] =>
  Array.from({ length: count }, (_, i) => {
    const random = world.random(`people/visits/${i}`);
    const filing = random.pick(filings);
    const hospital = random.pick(hospitals);
    return {
      id: `RV-${i + 1}`,
      filing,
      hospital: hospital.org,
      doctor: random.pick(hospital.staff),
      at: stampOf(filing.from + random.int(0, 800), random.int(8, 17), random.int(0, 59), 0),
      purpose: random.pick(purposes),
      product: random.pick(filing.products),
    };
  });
