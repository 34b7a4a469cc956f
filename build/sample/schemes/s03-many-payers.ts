/** S03: one person in a key post is paid by many companies that have nothing to do with each other. */
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { officeHours } from '../story/meetings.ts';
import type { Story } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Population } from '../world/population.ts';
import type { Account, Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { anyDoctor } from './actors.ts';

const pretexts = ['咨询费', '顾问费', '技术服务费', '劳务费', '课题协作款'];

export function manyPayers(world: World, population: Population, story: Story, count: number): void {
  if (count === 0) return;
  const payers = payerPool(world, population);
  for (let i = 0; i < count; i++) plantOne(world, population, story, payers, i);
}

/** Dealers that appear nowhere among the honest sponsors, and small new ones beside them. */
function payerPool(world: World, population: Population): Org[] {
  const random = world.random('scheme/S03');
  const old = population.distributors.slice(Math.ceil(population.distributors.length / 2));
  const small = Array.from({ length: Math.max(0, 14 - old.length) }, () =>
    world.addOrg(random, { role: 'distributor' }),
  );
  return [...old, ...small];
}

function plantOne(world: World, population: Population, story: Story, pool: readonly Org[], index: number): void {
  const id = `S03-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const person = recipient(world, population, random, index);
  world.claim(person, id);
  story.invited.push(person);
  const difficulty = index === 0 ? 1 : index % 3 === 2 ? 3 : 2;
  const cards = difficulty === 3 ? [world.accountOf(person), world.secondAccountOf(person)] : [world.accountOf(person)];
  for (const card of cards) world.obtain(card, { told: true });

  const payers = random.sample(pool, index === 0 ? 12 : index === 1 ? 5 : random.int(2, 6));
  if (index === 0) for (const payer of payers.slice(0, 2)) world.obtain(world.accountOf(payer), { told: true });
  const start = dayOf(2023, 2, 1) + random.int(0, 240);
  const size = index < 2 ? random.int(60, 240) : random.int(6, 120);
  const rows: string[] = [];
  let fen: Fen = 0;
  payers.forEach((payer, p) => {
    const times = random.int(1, index === 0 ? 5 : 3);
    for (let n = 0; n < times; n++) {
      const amount = yuan(random.int(size, size * 2) * 100);
      const transfer = world.pay(id, {
        from: world.accountOf(payer),
        to: cards[p % cards.length]!,
        fen: amount,
        at: officeHours(random, start + random.int(n * 70, n * 70 + 50)),
        summary: random.pick(pretexts),
        told: true,
      });
      rows.push(transfer.id);
      fen += amount;
    }
  });
  if (cards.length > 1) moveOwnMoney(world, id, cards);
  const { manyPayers: limit } = published;
  const expected =
    payers.length >= limit.groups && fen >= limit.least
      ? [{ model: 'multi-payer-recipient', subjects: [person], rows }]
      : [];
  story.plants.push({
    id,
    scheme: 'S03',
    difficulty,
    expected,
    subjects: [person, ...payers],
    rows,
    fen,
    drawn: { payers: payers.length, payments: rows.length, cards: cards.length },
    zh: `${person.employer?.name ?? ''}${person.title ?? ''}${person.name}一年内收到${payers.length}家互不关联企业付款。`,
  });
}

/** No number says that two cards are one person's: only that money goes from one to the other. */
function moveOwnMoney(world: World, id: string, cards: readonly Account[]): void {
  const random = world.random(`scheme/${id}/own-cards`);
  for (let n = 0; n < 4; n++) {
    const [from, to] = n % 2 === 0 ? [cards[0]!, cards[1]!] : [cards[1]!, cards[0]!];
    world.pay(`${id}-OWN`, {
      from,
      to,
      fen: yuan(random.int(21, 89) * 100),
      at: officeHours(random, dayOf(2022, 4, 1) + n * 210 + random.int(0, 60)),
      summary: '转账',
      told: true,
    });
  }
}

function recipient(world: World, population: Population, random: Random, index: number): Person {
  if (index === 0) return population.cast.equipmentHead;
  const hospital = population.hospitals[index % population.hospitals.length]!;
  const post = hospital.keyPosts.find((person) => !world.claimed(person));
  return post ?? anyDoctor(world, population, random);
}
