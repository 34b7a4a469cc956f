/** S08: firms that bid against each other out of one office and take turns in winning. */
import { sharedPhone } from '../identity/check-digits.ts';
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Org } from '../world/types.ts';
import type { Town } from './town.ts';

const manners = ['phone', 'machine', 'deposit'] as const;

export function bidRings(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

interface Lot {
  readonly rows: readonly string[];
  readonly regular: boolean;
}

function plantOne(town: Town, index: number): void {
  const { world } = town;
  const id = `S08-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const manner = manners[index % manners.length]!;
  const size = random.int(4, 6);
  const office = manner === 'phone' ? sharedPhone(0, index * 11) : undefined;
  const ring = Array.from({ length: size }, () =>
    town.firm(random, { role: 'distributor', ...(office ? { phone: office } : {}) }),
  );
  const deposit = world.accountOf(ring[0]!).number;
  const machine = `02-99-00-${String(10 + (index % 80))}-5E-01`;
  const shared = { ...(office ? { phone: office } : {}), ...(manner === 'machine' ? { mac: machine } : {}) };
  const count = random.int(2, 4) * size;
  const lots: Lot[] = Array.from({ length: count }, (_, n) =>
    holdLot(town, random, {
      no: `CX-ZB-99${String(index + 1).padStart(2, '0')}-${String(n + 1).padStart(2, '0')}`,
      day: dayOf(2022, 9, 1) + n * 31 + random.int(0, 9),
      bidders: ring,
      // they take turns
      winner: n % size,
      shared: { ...shared, ...(manner === 'deposit' ? { deposit_account: deposit } : {}) },
    }),
  );
  const rows = lots.flatMap((lot) => lot.rows);
  const regular = lots.filter((lot) => lot.regular).flatMap((lot) => lot.rows);
  const expected: Expected[] = [
    ...(manner === 'deposit'
      ? [{ model: 'bid-deposit-same-source', subjects: ring, rows }]
      : [{ model: 'bid-shared-identity', subjects: ring, rows }]),
    // what the register says of them
    ...(manner === 'phone'
      ? [{ model: 'shared-address-cluster', subjects: ring, rows: ring.map((firm) => `REG-${firm.id}`) }]
      : []),
    ...(count >= published.rotation.lots ? [{ model: 'bid-rotation', subjects: ring, rows }] : []),
    ...(regular.length > 0 ? [{ model: 'bid-price-pattern', subjects: ring, rows: regular }] : []),
  ];
  town.plant({
    id,
    scheme: 'S08',
    difficulty: manner === 'phone' ? 1 : 2,
    expected,
    subjects: ring,
    rows,
    fen: 0,
    drawn: { manner, firms: size, lots: count },
    zh: `${size}家企业共用${{ phone: '同一电话', machine: '同一台电脑', deposit: '同一保证金账户' }[manner]}，在${count}个标段中轮流中标。`,
  });
}

interface LotWish {
  readonly no: string;
  readonly day: number;
  readonly bidders: readonly Org[];
  readonly winner: number;
  readonly shared: Readonly<{ phone?: string; mac?: string; deposit_account?: string }>;
}

/** Whoever is to win calculates; the others add two to five hundredths, in even steps in every other lot. */
function holdLot(town: Town, random: Random, { no, day, bidders, winner, shared }: LotWish): Lot {
  const hospital = random.pick(town.population.hospitals).org;
  const base = random.int(120, 900) * 10_000;
  const even = random.chance(0.5);
  const step = random.between(0.02, 0.03);
  let place = 0;
  const offers: Fen[] = bidders.map((_, at) => {
    if (at === winner) return yuan(base);
    place++;
    return yuan(Math.round(base * (even ? 1 + step * place : 1 + random.between(0.02, 0.05) * (0.6 + place * 0.5))));
  });
  const rows = bidders.map((bidder, at) =>
    town.book.add('bid', {
      tender_no: no,
      tender_name: `医用设备采购项目（${no}）`,
      lot: '第1包',
      buyer: hospital,
      open_date: day,
      bidder,
      bid_amount: offers[at]!,
      is_winner: at === winner ? '中标' : '未中标',
      ...(at === winner ? { award_amount: offers[at]!, award_date: day + 3 } : {}),
      ...(bidder.phone ? { phone: bidder.phone } : {}),
      ...shared,
    }),
  );
  return { rows, regular: isRegular(offers) };
}

/** At least four offers in even steps, by the published tolerance. */
function isRegular(offers: readonly Fen[]): boolean {
  const sorted = [...offers].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((offer, i) => offer - sorted[i]!);
  const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
  const farthest = Math.max(...steps.map((step) => Math.abs(step - mean)));
  return offers.length >= 4 && farthest / mean <= published.bidPattern.tolerance;
}
