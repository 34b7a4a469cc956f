/** S09: one hospital pays far more than the others for the same product; with rows on and beside the limit of a fifth. */

import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import { monthStart, type Town } from './town.ts';

export function dearPrices(town: Town, count: number): void {
  if (count > 0) limitRows(town);
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const { world, population } = town;
  const id = `S09-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const { hospitals } = population;
  const dear = hospitals[index % hospitals.length]!;
  const cheap = random.sample(
    hospitals.filter((each) => each !== dear),
    Math.min(4, hospitals.length - 1),
  );
  const maker = town.firm(random, { role: 'mah' });
  const supplier = town.firm(random, { role: 'distributor' });
  // the first instances leap, later ones were dear from the start
  const leaps = index % 2 === 0;
  const rows: string[] = [];
  const expected: Expected[] = [];
  const products = random.int(5, 20);
  for (let p = 0; p < products; p++) {
    const item = town.item(random, maker, { price: random.int(60, 900) * 10_000 });
    const factor = 1 + random.between(index < 2 ? 0.25 : 0.08, 1.5);
    const raised = Math.round(item.price * factor);
    const quarter = random.int(4, 10) * 3;
    const near = cheap.map((hospital) =>
      town.order(hospital, supplier, item, monthStart(quarter) + random.int(0, 60), 40),
    );
    const before = leaps
      ? [0, 1, 2].map((n) => town.order(dear, supplier, item, monthStart(quarter - 3 + n) + random.int(0, 20), 40))
      : [];
    // both of one quarter and both against the earlier price
    const high = [0, 1, 2].map((n) =>
      town.order(dear, supplier, item, monthStart(quarter + n) + random.int(2, 20), 40, { unit_price: raised }),
    );
    for (const hospital of leaps ? cheap : []) {
      for (const n of [-3, -2, -1, 1, 2])
        town.order(hospital, supplier, item, monthStart(quarter + n) + random.int(0, 20), 30);
    }
    rows.push(...near, ...before, ...high);
    if (raised * 100 > item.price * 120) {
      expected.push({ model: 'price-gap-across-hospitals', subjects: [dear.org], rows: high });
      if (leaps) expected.push({ model: 'price-jump', subjects: [dear.org], rows: high });
    }
    if (raised > Math.round(item.price * 1.1) * (1 + published.list.tolerance))
      expected.push({ model: 'price-above-list', subjects: [dear.org], rows: high });
  }
  town.plant({
    id,
    scheme: 'S09',
    difficulty: 1,
    expected,
    subjects: [dear.org, supplier, maker],
    rows,
    fen: 0,
    drawn: { products, manner: leaps ? 'leap' : 'level' },
    zh: `${dear.org.name}采购的${products}种产品单价明显高于同期其他医院。`,
  });
}

/** Exactly a fifth dearer is not more than a fifth; one ten-thousandth of a yuan on top is. */
function limitRows(town: Town): void {
  const random = town.world.random('scheme/S09/limits');
  const [one, other] = town.population.hospitals;
  const maker = town.firm(random, { role: 'mah' });
  const supplier = town.firm(random, { role: 'distributor' });
  for (const [find, extra, zh] of [
    [false, 0, '恰好高20.000%：不算超过20%。'],
    [true, 100, '高20.01%：超过20%。'],
  ] as const) {
    const item = town.item(random, maker, { price: 1_000_000 });
    const day = monthStart(21) + 10;
    const low = town.order(one!, supplier, item, day, 10);
    const high = town.order(other!, supplier, item, day + 5, 10, { unit_price: 1_200_000 + extra });
    town.story.boundaries.push({
      id: `S09-limit-${find ? 'above' : 'at'}`,
      model: 'price-gap-across-hospitals',
      find,
      subjects: [other!.org],
      rows: [high, ...(find ? [] : [low])],
      zh: `同一产品两家医院${zh}`,
    });
  }
}
