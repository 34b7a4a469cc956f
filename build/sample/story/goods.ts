/** What the hospitals of the case buy, tender, prescribe and charge, with the invoices and contracts behind the ledgers. All of it is ordinary. */
import { type Day, dayOf } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Population } from '../world/population.ts';
import type { Org, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface Product {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly kind: '高值耗材' | '药品';
  readonly unit: string;
  readonly maker: Org;
  /** ten-thousandths of a yuan: prices have four decimals */
  readonly price: number;
}

interface Line {
  readonly id: string;
  readonly day: Day;
  readonly product: Product;
  readonly price: number;
  readonly quantity: number;
  readonly fen: Fen;
}
export interface Purchase extends Line {
  readonly hospital: Org;
  readonly supplier: Org;
  readonly buyer: Person;
}
export interface Order extends Line {
  readonly doctor: Person;
  readonly hospital: Org;
  readonly patient: string;
}
export interface Bid {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly lot: number;
  readonly hospital: Org;
  readonly opened: Day;
  readonly bidder: Org;
  readonly fen: Fen;
  readonly won: boolean;
}
export interface Visit {
  readonly id: string;
  readonly day: Day;
  readonly doctor: Person;
  readonly hospital: Org;
  readonly patient: string;
  readonly fen: Fen;
  readonly fund: Fen;
}
export interface Invoice {
  readonly id: string;
  readonly no: string;
  readonly day: Day;
  readonly seller: Org;
  readonly buyer: Org;
  readonly net: Fen;
  readonly tax: Fen;
}
export interface Contract {
  readonly id: string;
  readonly no: string;
  readonly day: Day;
  readonly a: Org;
  readonly b: Org;
  readonly fen: Fen;
}

export interface Goods {
  readonly products: readonly Product[];
  readonly purchases: readonly Purchase[];
  readonly bids: readonly Bid[];
  readonly prescriptions: readonly Order[];
  readonly visits: readonly Visit[];
  readonly charges: readonly Order[];
  readonly invoices: readonly Invoice[];
  readonly contracts: readonly Contract[];
}

const implants = ['人工髋关节', '人工膝关节', '椎弓根螺钉', '锁定接骨板', '带锁髓内钉', '椎间融合器', '缝合锚钉'];
const drugs = ['注射用骨肽', '塞来昔布胶囊', '氨甲环酸注射液', '阿仑膦酸钠片', '依诺肝素钠注射液'];
const first = dayOf(2022, 1, 10);
const span = 1050;

/** `size` times the smallest case. Streams of their own: nothing else of the case moves by it. */
export function goodsOf(world: World, population: Population, size: number): Goods {
  const { hospitals, makers, distributors } = population;
  const products = makers.flatMap((maker, i) => productsOf(world.random(`goods/products/${maker.id}`), maker, i));
  const implanted = products.filter(({ kind }) => kind === '高值耗材');
  const prescribed = products.filter(({ kind }) => kind === '药品');
  const times = <T>(count: number, name: string, make: (random: Random, i: number) => T): T[] =>
    Array.from({ length: Math.round(count * size) }, (_, i) => make(world.random(`goods/${name}/${i}`), i));
  // in a large case five doctors of each department write the prescriptions: no single order is many times a department's mean
  const writers = new Map(
    hospitals.map((each) => [each, size > 1 ? each.staff.slice(0, each.departments.length * 5) : each.staff]),
  );
  const order = (id: string, list: readonly Product[], random: Random): Order => {
    const hospital = random.pick(hospitals);
    return {
      id,
      ...lineOf(random, random.pick(list), random.int(1, 6)),
      hospital: hospital.org,
      doctor: random.pick(writers.get(hospital)!),
      patient: String(99_000_000 + random.int(1, 400 * size)),
    };
  };
  return {
    products,
    purchases: times(600, 'purchase', (random, i) => {
      const hospital = random.pick(hospitals);
      return {
        id: `PO-${i + 1}`,
        ...lineOf(random, random.pick(products), random.int(30, 60), 0.94),
        hospital: hospital.org,
        supplier: random.pick(distributors),
        buyer: random.pick(hospital.keyPosts),
      };
    }),
    bids: times(20, 'bid', (random, i) => bidsOf(random, i, random.pick(hospitals).org, distributors)).flat(),
    prescriptions: times(500, 'prescription', (random, i) => ({ ...order(`RX-${i + 1}`, prescribed, random) })),
    visits: times(150, 'visit', (random, i) => {
      const { doctor, hospital, patient, day } = order('', products, random);
      const fen = random.int(20_000, 6_000_000);
      return { id: `VS-${i + 1}`, doctor, hospital, patient, day, fen, fund: Math.floor(fen * 0.7) };
    }),
    charges: times(300, 'charge', (random, i) => order(`CH-${i + 1}`, implanted, random)),
    ...papersOf(world, Math.round(300 * size)),
  };
}

/** What the products are called, each name once: several makers make the same. */
export const productNames = ({ products }: Goods): string[] => [...new Set(products.map(({ name }) => name))];

function productsOf(random: Random, maker: Org, at: number): Product[] {
  const make = (name: string, kind: Product['kind'], i: number): Product => ({
    id: `PR-${at + 1}-${i + 1}`,
    code: `${kind === '药品' ? 'X' : 'C'}${String(99 * 10 ** 10 + at * 100 + i).padStart(kind === '药品' ? 22 : 19, '0')}`,
    name,
    spec:
      kind === '药品'
        ? `${random.pick([5, 10, 20, 50])}mg*${random.pick([7, 14, 28])}`
        : random.pick(['S', 'M', 'L', 'XL']),
    kind,
    unit: kind === '药品' ? '盒' : '套',
    maker,
    price: kind === '药品' ? random.int(80_000, 2_000_000) : random.int(8_000_000, 300_000_000),
  });
  return [
    ...random.sample(implants, 4).map((name, i) => make(name, '高值耗材', i)),
    ...random.sample(drugs, 2).map((name, i) => make(name, '药品', 50 + i)),
  ];
}

/** A line at 0 to 6 % around or, for a hospital that buys, below the listed price. `least`: the lowest share of it. */
function lineOf(random: Random, product: Product, quantity: number, least = 0.97): Omit<Line, 'id'> {
  const price = Math.round(product.price * random.between(least, least + 0.06));
  return { day: first + random.int(0, span), product, price, quantity, fen: Math.round((price * quantity) / 100) };
}

function bidsOf(random: Random, i: number, hospital: Org, distributors: readonly Org[]): Bid[] {
  const base = random.int(300, 5000) * 100_000;
  const opened = first + random.int(0, span);
  const bidders = random.sample(distributors, random.int(3, 5));
  // competitors calculate for themselves: steps of a tenth, none like the other, and the cheapest is anybody
  const offers = bidders.map((bidder, at) => ({
    bidder,
    fen: base + Math.round((base * (at + random.between(-0.3, 0.3))) / 10_000) * 1000,
  }));
  const lowest = Math.min(...offers.map(({ fen }) => fen));
  const winner = offers.find(({ fen }) => fen === lowest)!.bidder;
  return offers.map(({ bidder, fen }, at) => ({
    id: `BID-${i + 1}-${at + 1}`,
    no: `CX-ZB-${String(i + 1).padStart(4, '0')}`,
    name: `${random.pick(['骨科耗材', '检验试剂', '手术器械', '住院药品'])}采购项目（${i + 1}）`,
    lot: 1,
    hospital,
    opened,
    bidder,
    fen,
    won: bidder === winner,
  }));
}

/** Invoices and contracts for what the ledgers book to other companies. */
function papersOf(world: World, most: number): Pick<Goods, 'invoices' | 'contracts'> {
  const booked = world.expenses.filter(
    (expense): expense is typeof expense & { payee: Org } => expense.payee.kind === 'org' && expense.fen > 0,
  );
  const chosen = world
    .random('goods/invoices')
    .sample(booked, most)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const invoices = chosen.map(({ day, payee, company, fen }, i): Invoice => {
    const net = Math.round(fen / 1.06);
    return {
      id: `INV-${i + 1}`,
      no: `2499${String(i + 1).padStart(16, '0')}`,
      day,
      seller: payee,
      buyer: company,
      net,
      tax: fen - net,
    };
  });
  const pairs = Map.groupBy(chosen, ({ company, payee }) => `${company.id} ${payee.id}`);
  const contracts = [...pairs.values()].map((group, i): Contract => {
    const { company, payee, day } = group[0]!;
    const fen = group.reduce((sum, each) => sum + each.fen, 0);
    return {
      id: `HT-${i + 1}`,
      no: `HT-2024-${String(i + 1).padStart(4, '0')}`,
      day: day - 30,
      a: company,
      b: payee,
      fen,
    };
  });
  return { invoices, contracts };
}
