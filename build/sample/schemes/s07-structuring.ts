/** S07: payments or cash deposits kept just below a reporting limit or an approval limit, many within days. */
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import { officeHours } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Population } from '../world/population.ts';
import type { World } from '../world/world.ts';
import { anyDoctor, windowWith } from './actors.ts';

type Manner = 'transfers' | 'cash' | 'approvals' | 'drawn';
const manners: readonly Manner[] = ['transfers', 'cash', 'approvals', 'drawn'];

export function structuring(world: World, population: Population, story: Story, count: number): void {
  for (let i = 0; i < count; i++) plantOne(world, population, story, i);
}

function plantOne(world: World, population: Population, story: Story, index: number): void {
  const id = `S07-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const manner = manners[index % manners.length]!;
  const payee = anyDoctor(world, population, random);
  world.claim(payee, id);
  story.invited.push(payee);
  const limit = manner === 'approvals' ? 20_000 : 50_000;
  const free = manner === 'drawn';
  const times = free ? random.int(2, 9) : random.int(4, 8);
  const lowest = free ? 0.74 : 0.86;
  const span = free ? random.int(3, 12) : random.int(3, 6);
  const start = dayOf(2023, 3, 1) + ((index * 41) % 600) + random.int(0, 30);

  const payer = manner === 'cash' ? undefined : world.addOrg(random, { role: 'distributor' });
  if (payer) {
    world.claim(payer, id);
    if (index % 4 === 0) world.obtain(world.accountOf(payer), { told: true });
  }
  world.obtain(world.accountOf(payee), { told: true });
  const from = payer ? world.accountOf(payer) : world.pseudo('现金');
  const days = Array.from({ length: times }, (_, n) => Math.round((n * (span - 1)) / Math.max(1, times - 1)));
  const amounts: Fen[] = days.map(() =>
    yuan(Math.round(random.between(lowest, 0.992) * limit) - (random.chance(0.3) ? 0.5 : 0)),
  );
  const transfers = days.map((offset, n) =>
    world.pay(id, {
      from,
      to: world.accountOf(payee),
      fen: amounts[n]!,
      at: officeHours(random, start + offset),
      summary: payer ? random.pick(['往来款', '货款', '咨询费', '借款']) : '现存',
      channel: payer ? '网上银行' : '柜面',
      cash: !payer,
      told: true,
    }),
  );
  const { structuring: rule } = published;
  const inBand = transfers.filter(({ fen }) => fen >= rule.band * yuan(limit) && fen < yuan(limit));
  const found = windowWith(
    inBand,
    rule.days,
    (inside) => inside.length >= rule.times && inside.reduce((sum, { fen }) => sum + fen, 0) >= yuan(limit),
  );
  const subjects = payer ? [payer, payee] : [payee];
  story.plants.push({
    id,
    scheme: 'S07',
    difficulty: payer && index % 4 !== 0 ? 2 : 1,
    expected:
      found.length > 0
        ? [{ model: 'structuring-below-threshold', subjects, rows: found.map((transfer) => transfer.id) }]
        : [],
    subjects,
    rows: transfers.map((transfer) => transfer.id),
    fen: amounts.reduce((a, b) => a + b, 0),
    drawn: { manner, limit, times, days: span, inBand: inBand.length },
    zh: payer
      ? `${payer.name}在${span}日内向${payee.name}付款${times}笔，每笔略低于${limit}元。`
      : `${payee.name}账户在${span}日内存入现金${times}笔，每笔略低于${limit}元。`,
  });
}
