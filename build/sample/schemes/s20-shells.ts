/** S20: promotion companies that are nothing but an address, through which one payer's money passes on within days. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Town } from './town.ts';

export function shells(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const { world } = town;
  const id = `S20-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const first = dayOf(2023, 2, 13) + ((index * 61) % 500);
  const payer = town.firm(random, { role: 'mah' });
  const address = `澄溪市梅园路${300 + index}号2幢10${random.int(1, 8)}室`;
  const phone = `1990000${String(9000 + index * 7).padStart(4, '0')}`;
  const sisters = Array.from({ length: 3 }, () =>
    town.firm(random, {
      role: 'cso',
      founded: first - random.int(25, 110),
      insured: random.int(0, 1),
      capital: 10,
      address,
      phone,
    }),
  );
  const shell = sisters[0]!;
  town.obtainBare(shell, first, first + 80);
  const persons = Array.from({ length: 5 }, () => world.addPerson(random));
  const rows: string[] = [];
  for (let n = 0; n < 5; n++) {
    const day = first + n * 15;
    const amount = random.int(9, 24) * 10_000;
    rows.push(
      town.pay(id, random, world.accountOf(payer), world.accountOf(shell), yuan(amount), day, { summary: '推广服务费' })
        .id,
    );
    let left = amount * random.between(0.95, 0.99);
    for (const [at, person] of random.sample(persons, 3).entries()) {
      const part = at === 2 ? left : left * random.between(0.3, 0.5);
      left -= part;
      rows.push(
        town.pay(
          id,
          random,
          world.accountOf(shell),
          world.accountOf(person),
          yuan(Math.round(part)),
          day + random.int(1, 2),
          {
            summary: '劳务费',
          },
        ).id,
      );
    }
  }
  const passed = [...rows];
  for (const [n, sister] of sisters.slice(1).entries())
    rows.push(
      town.pay(
        id,
        random,
        world.accountOf(payer),
        world.accountOf(sister),
        yuan(random.int(5, 9) * 10_000),
        first + 33 + n,
        {
          summary: '推广服务费',
        },
      ).id,
    );
  town.obtain(payer);
  town.plant({
    id,
    scheme: 'S20',
    difficulty: 2,
    expected: [
      { model: 'cso-shell', subjects: [shell], rows: passed },
      { model: 'pass-through-account', subjects: [shell], rows: passed },
      { model: 'shared-address-cluster', subjects: sisters, rows: sisters.map((sister) => `REG-${sister.id}`) },
    ],
    subjects: [...sisters, payer, ...persons],
    rows: [...rows, ...sisters.map((sister) => `REG-${sister.id}`)],
    drawn: { payments: rows.length },
    zh: `${shell.name}成立不久、无人参保、与两家企业同址同号，收到${payer.name}款项后两三日内全部转给个人。`,
  });
}
