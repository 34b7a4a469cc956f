/** S18: equipment given or placed for nothing, after which the hospital buys what runs on it from the giver, more and dearer. */
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Org } from '../world/types.ts';
import { monthStart, type Town } from './town.ts';

export function tiedGifts(town: Town, count: number): void {
  for (let i = 0; i < count; i++) (i % 2 === 0 ? donation : placement)(town, i);
}

function others(town: Town, random: Random, own: Org) {
  return random.sample(
    town.population.hospitals.filter(({ org }) => org !== own),
    4,
  );
}

function donation(town: Town, index: number): void {
  const id = `S18-${index + 1}`;
  const random = town.world.random(`scheme/${id}`);
  const { hospitals } = town.population;
  const own = hospitals[index % hospitals.length]!;
  const giver = town.firm(random, { role: 'distributor' });
  const item = town.item(random, giver, { category: '试剂', price: random.int(80, 400) * 10_000 });
  const month = random.int(14, 26);
  const growth = random.between(index === 0 ? 0.7 : 0.2, 1.2);
  const gift = town.book.add('contract', {
    type: '捐赠协议',
    party_a: giver,
    party_b: own.org,
    amount: yuan(random.int(60, 300) * 10_000),
    signed_on: monthStart(month),
    subject: '捐赠全自动分析仪',
  });
  const rows = [gift];
  for (let m = month - 6; m < month + 6; m++) {
    const day = monthStart(m) + random.int(3, 24);
    const quantity = Math.round(40 * (m < month ? 1 : 1 + growth));
    const row = town.order(own, giver, item, day, quantity);
    if (m >= month) rows.push(row);
    for (const hospital of others(town, random, own.org).slice(0, 2)) town.order(hospital, giver, item, day, 40);
  }
  town.plant({
    id,
    scheme: 'S18',
    difficulty: 1,
    expected: growth >= 0.6 ? [{ model: 'donation-procurement-tie', subjects: [giver, own.org], rows: [gift] }] : [],
    subjects: [giver, own.org],
    rows,
    fen: 0,
    drawn: { manner: 'donation', growth: Math.round(growth * 100) / 100 },
    zh: `${giver.name}向${own.org.name}捐赠设备后，该院半年内采购其试剂增加${Math.round(growth * 100)}%。`,
  });
}

function placement(town: Town, index: number): void {
  const id = `S18-${index + 1}`;
  const random = town.world.random(`scheme/${id}`);
  const { hospitals } = town.population;
  const own = hospitals[(index + 1) % hospitals.length]!;
  const giver = town.firm(random, { role: 'distributor' });
  const rival = town.firm(random, { role: 'distributor' });
  const item = town.item(random, giver, { category: '试剂', price: random.int(80, 400) * 10_000 });
  const month = random.int(14, 26);
  const gap = random.between(index < 2 ? 0.3 : 0.08, 0.7);
  const placed = town.book.add('contract', {
    type: '设备投放协议',
    party_a: giver,
    party_b: own.org,
    signed_on: monthStart(month),
    subject: '免费投放分析仪，试剂由投放方供应',
  });
  const rows = [placed];
  for (let m = month - 3; m < month + 9; m++) {
    const day = monthStart(m) + random.int(3, 24);
    if (m >= month)
      rows.push(town.order(own, giver, item, day, 30, { unit_price: Math.round(item.price * (1 + gap)) }));
    else town.order(own, rival, item, day, 30);
    for (const hospital of others(town, random, own.org).slice(0, 2))
      town.order(hospital, m % 2 === 0 ? giver : rival, item, day, 30);
  }
  town.plant({
    id,
    scheme: 'S18',
    difficulty: 1,
    expected: gap > 0.25 ? [{ model: 'equipment-placement-lockin', subjects: [giver, own.org], rows }] : [],
    subjects: [giver, own.org],
    rows,
    fen: 0,
    drawn: { manner: 'placement', gap: Math.round(gap * 100) / 100 },
    zh: `${giver.name}向${own.org.name}免费投放设备后独家供应试剂，单价高于其他医院${Math.round(gap * 100)}%。`,
  });
}
