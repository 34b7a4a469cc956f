/** S20: promotion companies that are nothing but an address, through which one payer's money passes on within days. */
import { sharedPhone } from '../identity/check-digits.ts';
import { type Day, dayOf, dayOfStamp } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import { published } from '../truth/published-defaults.ts';
import type { Transfer } from '../world/types.ts';
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
  const phone = sharedPhone(2, index * 7);
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
  const [came, went]: [Transfer[], Transfer[]] = [[], []];
  for (let n = 0; n < 5; n++) {
    const day = first + n * 15;
    const amount = random.int(9, 24) * 10_000;
    came.push(
      town.pay(id, random, world.accountOf(payer), world.accountOf(shell), yuan(amount), day, {
        summary: '推广服务费',
      }),
    );
    let left = amount * random.between(0.95, 0.99);
    for (const [at, person] of random.sample(persons, 3).entries()) {
      const part = at === 2 ? left : left * random.between(0.3, 0.5);
      left -= part;
      went.push(
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
        ),
      );
    }
  }
  const passed = [...came, ...went].map((transfer) => transfer.id);
  const rows = [...passed];
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
      // what is kept back each time waits for the next payment: by first in, first out it may be too long
      ...(dwellOf(came, went) <= published.passThrough.dwell
        ? [{ model: 'pass-through-account', subjects: [shell], rows: passed }]
        : []),
      { model: 'shared-address-cluster', subjects: sisters, rows: sisters.map((sister) => `REG-${sister.id}`) },
    ],
    subjects: [...sisters, payer, ...persons],
    rows: [...rows, ...sisters.map((sister) => `REG-${sister.id}`)],
    drawn: { payments: rows.length },
    zh: `${shell.name}成立不久、无人参保、与两家企业同址同号，收到${payer.name}款项后两三日内全部转给个人。`,
  });
}

/** Days that the money stayed, first in, first out, weighted by the amount. */
function dwellOf(came: readonly Transfer[], went: readonly Transfer[]): Day {
  const lots = came.map(({ fen, at }) => ({ left: fen, day: dayOfStamp(at) }));
  let matched: Fen = 0;
  let weighted = 0;
  for (const { fen, at } of [...went].sort((a, b) => a.at - b.at)) {
    let open = fen;
    for (const lot of lots) {
      const part = Math.min(open, lot.left);
      lot.left -= part;
      open -= part;
      matched += part;
      weighted += part * (dayOfStamp(at) - lot.day);
    }
  }
  return weighted / matched;
}
