/** S19: money comes in and leaves to many natural persons within days, with no wages, no refunds and no conference behind it. */
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import { officeHours } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { World } from '../world/world.ts';
import { fannedOut, spreadOf, unclaimedStaff } from './actors.ts';

export function fanOuts(world: World, population: Population, story: Story, count: number): void {
  for (let i = 0; i < count; i++) plantOne(world, population, story, i);
}

function plantOne(world: World, population: Population, story: Story, index: number): void {
  const id = `S19-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const payer = world.addOrg(random, {
    role: 'other',
    founded: dayOf(2021, 6, 1) + random.int(0, 200),
    insured: random.int(1, 5),
  });
  const source = world.addOrg(random, { role: 'distributor' });
  world.claim(payer, id);
  world.claim(source, id);
  world.obtain(world.accountOf(payer), { told: true });
  const free = index % 3 === 2;
  const wanted = free ? random.int(7, 16) : random.int(12, 18);
  const span = free ? random.int(3, 12) : random.int(2, 6);
  const hospital = population.hospitals[(index + 2) % population.hospitals.length]!;
  const staff = random.sample(unclaimedStaff(world, hospital, population), Math.min(5, wanted));
  const payees = [...staff, ...Array.from({ length: wanted - staff.length }, () => world.addPerson(random))];
  for (const person of payees) world.claim(person, id);
  story.invited.push(...staff);
  const start = dayOf(2023, 4, 1) + ((index * 53) % 560) + random.int(0, 40);
  const base = random.int(20, 60);
  world.keepQuiet(world.accountOf(payer), start - 8, start + span + 8);
  const wide = free ? random.between(0.2, 0.9) : 0.35;
  const amounts: Fen[] = payees.map(() =>
    yuan(Math.max(5, Math.round(base * random.between(1 - wide, 1 + wide))) * 100),
  );
  const total = amounts.reduce((sum, fen) => sum + fen, 0);
  const inflow = world.pay(id, {
    from: world.accountOf(source),
    to: world.accountOf(payer),
    fen: Math.round(total * random.between(1.02, 1.3)),
    at: officeHours(random, start - 1),
    summary: '服务费',
    told: true,
  });
  const transfers = payees.map((person, n) =>
    world.pay(id, {
      from: world.accountOf(payer),
      to: world.accountOf(person),
      fen: amounts[n]!,
      at: officeHours(random, start + (n === 0 ? 0 : n === 1 ? span - 1 : random.int(0, span - 1))),
      summary: random.pick(['劳务费', '服务费', '补贴']),
      told: true,
    }),
  );
  const rows = transfers.map((transfer) => transfer.id);
  const found = fannedOut(transfers);
  story.plants.push({
    id,
    scheme: 'S19',
    difficulty: free ? 2 : 1,
    expected:
      found.length > 0 ? [{ model: 'fan-out', subjects: [payer], rows: found.map((transfer) => transfer.id) }] : [],
    subjects: [payer, source, ...payees],
    rows: [inflow.id, ...rows],
    fen: total,
    drawn: { payees: payees.length, days: span, spread: Math.round(spreadOf(amounts) * 1000) / 1000 },
    zh: `${payer.name}收到${source.name}一笔款项后${span}日内分散转给${payees.length}名自然人。`,
  });
}
