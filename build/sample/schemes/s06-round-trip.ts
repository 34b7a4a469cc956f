/** S06: money leaves a company and comes back to its owner's family, or gathers again at one person through several hands. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { published } from '../truth/published-defaults.ts';
import type { Transfer } from '../world/types.ts';
import type { Town } from './town.ts';

export function roundTrips(town: Town, count: number): void {
  for (let i = 0; i < count; i++) (i % 2 === 0 ? circle : gathering)(town, i);
}

function circle(town: Town, index: number): void {
  const { world } = town;
  const id = `S06-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const company = town.firm(random, { role: 'distributor' });
  const cso = town.firm(random, { role: 'cso', insured: 2, founded: dayOf(2021, 8, 2) });
  const courier = world.addPerson(random);
  // the first comes back to the company itself, later ones to the family of whoever owns it
  const home = index === 0 ? company : world.addPerson(random, { city: company.city });
  if (home.kind === 'person') town.kin(company.legalRep, home, '配偶', { relative_company: company });
  town.book.add('company_person', {
    company_name: company,
    company_uscc: company.uscc,
    person_name: company.legalRep,
    person_id: company.legalRep.idNo,
    person_type: '自然人',
    position: '执行董事',
    share_pct: '90%',
    from_date: company.founded,
  });
  const slow = index % 6 === 4;
  const gaps = Array.from({ length: 2 }, () => (slow ? random.int(17, 20) : random.int(1, 6)));
  const kept = gaps.map(() => random.between(0.7, 0.9));
  const start = dayOf(2023, 2, 6) + ((index * 83) % 600);
  const first = random.int(12, 60) * 10_000;
  for (const party of [cso, courier]) town.obtainBare(party, start, start + 40);
  const hop = (
    from: Parameters<typeof world.accountOf>[0],
    to: typeof from,
    amount: number,
    day: number,
    summary: string,
  ) => town.pay(id, random, world.accountOf(from), world.accountOf(to), yuan(Math.round(amount)), day, { summary });
  const hops: Transfer[] = [
    hop(company, cso, first, start, '推广服务费'),
    hop(cso, courier, first * kept[0]!, start + gaps[0]!, '往来款'),
    hop(courier, home, first * kept[0]! * kept[1]!, start + gaps[0]! + gaps[1]!, '借款'),
  ];
  const rows = hops.map((transfer) => transfer.id);
  const days = gaps[0]! + gaps[1]!;
  town.plant({
    id,
    scheme: 'S06',
    difficulty: index === 0 ? 1 : 2,
    // the amount is what left first; the further steps stand beside it
    expected:
      days <= published.roundTrip.days - 1
        ? [{ model: 'round-trip-funds', subjects: [company], rows: rows.slice(0, 1) }]
        : [],
    subjects: [company, cso, courier, ...(home === company ? [] : [home])],
    rows,
    drawn: { manner: 'circle', days, returned: Math.round(kept[0]! * kept[1]! * 100) / 100 },
    zh: `${company.name}付给${cso.name}的款项${days}日内经${courier.name}回到${home === company ? '该公司' : '其法定代表人家属'}。`,
  });
}

function gathering(town: Town, index: number): void {
  const { world } = town;
  const id = `S06-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const source = town.firm(random, { role: 'distributor' });
  const sink = town.hire(random, town.ward(), '副主任医师');
  const hands = Array.from({ length: random.int(2, 5) }, () => world.addPerson(random));
  town.obtain(sink);
  const start = dayOf(2023, 3, 13) + ((index * 59) % 580);
  for (const hand of hands) town.obtainBare(hand, start, start + 12);
  let passed = 0;
  const rows = hands.flatMap((hand) => {
    const day = start + random.int(0, 3);
    const amount = random.int(21, 48) * 1000;
    const share = random.between(0.7, 0.95);
    passed += amount * share;
    return [
      town.pay(id, random, world.accountOf(source), world.accountOf(hand), yuan(amount), day, { summary: '服务费' }).id,
      town.pay(
        id,
        random,
        world.accountOf(hand),
        world.accountOf(sink),
        yuan(Math.round(amount * share)),
        day + random.int(1, 6),
        {
          summary: '转账',
        },
      ).id,
    ];
  });
  const { scatter } = published;
  town.plant({
    id,
    scheme: 'S06',
    difficulty: 2,
    expected:
      hands.length >= scatter.hands && yuan(passed) >= scatter.least
        ? [{ model: 'scatter-gather', subjects: [source, sink], rows }]
        : [],
    subjects: [source, sink, ...hands],
    rows,
    drawn: { manner: 'gathering', hands: hands.length },
    zh: `${source.name}分别付给${hands.length}人的款项，数日内汇集到${sink.name}。`,
  });
}
