/**
 * The invoices of what the wards are sent: dealers bill the hospitals several times a month for what they delivered, makers bill the dealers every
 * quarter for what those bought, carriers the makers, agencies the hospitals. Every two of them have a contract. A dealer whose statement is
 * at hand is billed nothing here: the statement would have to show how it was paid.
 */
import { type Day, dayOf, nextWorked } from '../../plain/civil.ts';
import { type Fen, yuan } from '../../plain/fen.ts';
import type { Random } from '../../plain/random.ts';
import { type Item, monthStart, type Town } from '../../schemes/town.ts';
import type { Org } from '../../world/types.ts';
import { CASE_FROM, CASE_TO } from '../../world/world.ts';
import { months } from './clinic.ts';

/** What one sold another in a stretch of days. */
interface Sale {
  readonly seller: Org;
  readonly buyer: Org;
  readonly goods: string;
  /** the day on which it may be billed at the earliest */
  readonly due: Day;
  fen: Fen;
}

interface Bill {
  readonly seller: Org;
  readonly buyer: Org;
  readonly goods: string;
  readonly day: Day;
  readonly fen: Fen;
}

/** What dealers keep of what hospitals pay. */
const MARGIN = [0.04, 0.09] as const;
/** Months for which a dealer buys of a maker. */
const STOCK = 3;
const services = [
  ['*物业服务*物业管理费', 6_000, 38_000],
  ['*劳务*设备维修费', 2_500, 26_000],
] as const;
const words = (item: Item): string =>
  item.category === '药品' ? `*化学药品制剂*${item.name}等` : `*医疗仪器器械*${item.name}等`;

export class Bills {
  readonly #town: Town;
  /** how many times a month a hospital is billed; 0: nothing is */
  readonly #times: number;
  readonly #sales = new Map<string, Sale>();
  readonly #stock = new Map<string, Sale>();
  readonly #hospitals = new Set<Org>();
  readonly #makers = new Set<Org>();

  constructor(town: Town, times: number) {
    this.#town = town;
    this.#times = times;
  }

  /** Goods for so much that a dealer brought to a hospital. */
  delivered({ hospital, dealer, item }: { hospital: Org; dealer: Org; item: Item }, month: number, day: Day, fen: Fen) {
    if (this.#times === 0) return;
    const length = Math.ceil(31 / this.#times);
    const part = Math.floor((day - monthStart(month)) / length);
    const end = Math.min(monthStart(month) + (part + 1) * length, monthStart(month + 1));
    added(this.#sales, `${dealer.id} ${hospital.id} ${item.category} ${month} ${part}`, fen, () => ({
      seller: dealer,
      buyer: hospital,
      goods: words(item),
      due: end,
      fen: 0,
    }));
    const stretch = Math.floor(month / STOCK);
    added(this.#stock, `${item.maker.id} ${dealer.id} ${stretch}`, fen, () => ({
      seller: item.maker,
      buyer: dealer,
      goods: words(item),
      due: Math.max(CASE_FROM, monthStart(stretch * STOCK) - 20),
      fen: 0,
    }));
    this.#hospitals.add(hospital);
    this.#makers.add(item.maker);
  }

  /** Writes invoices and contracts, when it is known whose statements are at hand. */
  write(): void {
    const shown = new Set([...this.#town.world.statements.values()].map(({ account }) => account.holder));
    const random = this.#town.world.random('practice/bills');
    const bought = [...this.#stock.values()]
      .filter(({ buyer, seller }) => !shown.has(buyer) && !shown.has(seller))
      .map((sale) => ({ ...sale, fen: Math.round(sale.fen * (1 - random.between(...MARGIN))) }));
    const goods = [...this.#sales.values(), ...bought].map(
      (sale): Bill => ({ ...sale, day: nextWorked(sale.due + random.int(0, 4)) }),
    );
    const bills = [...goods, ...this.#servicesOf(random)].filter(({ day }) => day <= CASE_TO);
    this.#contracts(bills);
    let serial = 1_000_000_000_000_000;
    // sellers of the whole country draw from one row of numbers
    for (const { seller, buyer, goods: what, day, fen } of bills.sort((a, b) => a.day - b.day)) {
      serial += random.int(3, 9_000_000);
      this.#town.book.add('invoice', {
        invoice_no: `2499${serial}`,
        issue_date: day,
        seller,
        seller_tax_id: seller.uscc,
        buyer,
        goods: what,
        total: fen,
        status: '正常',
      });
    }
  }

  /** Agencies bill the hospitals every month, a carrier each maker. */
  #servicesOf(random: Random): Bill[] {
    const { world } = this.#town;
    const vendor = () => world.addOrg(random, { role: 'other', founded: dayOf(random.int(2005, 2016), 6, 3) });
    const monthly = (seller: Org, buyer: Org, goods: string, from: number, to: number): Bill[] =>
      Array.from({ length: months.to - months.from + 1 }, (_, n) => ({
        seller,
        buyer,
        goods,
        day: nextWorked(monthStart(n) + random.int(2, 25)),
        fen: yuan(random.int(from, to)) + random.int(0, 99),
      }));
    const agencies = services.map((service) => [vendor(), service] as const);
    const carriers = [...this.#makers].map((maker, n) => [maker, n] as const);
    const trucks = carriers.length === 0 ? [] : [vendor(), vendor(), vendor()];
    return [
      ...[...this.#hospitals].flatMap((hospital) =>
        agencies.flatMap(([agency, [goods, from, to]]) => monthly(agency, hospital, goods, from, to)),
      ),
      ...carriers.flatMap(([maker, n]) => monthly(trucks[n % trucks.length]!, maker, '*运输服务*运费', 900, 16_000)),
    ];
  }

  /** One for each two, signed before the first bill, for a little more than all of them. */
  #contracts(bills: readonly Bill[]): void {
    const random = this.#town.world.random('practice/contracts');
    for (const own of Map.groupBy(bills, ({ seller, buyer }) => `${seller.id} ${buyer.id}`).values()) {
      const { seller, buyer, goods } = own[0]!;
      const first = Math.min(...own.map(({ day }) => day));
      const isService = seller.role === 'other';
      this.#town.book.add('contract', {
        type: isService ? '服务合同' : '购销合同',
        party_a: buyer,
        party_b: seller,
        amount:
          Math.ceil((own.reduce((sum, { fen }) => sum + fen, 0) * random.between(1, 1.2)) / 1_000_000) * 1_000_000,
        signed_on: nextWorked(first - random.int(20, 60)),
        subject: isService ? goods.replace(/^\*.*\*/, '') : '药品耗材购销框架协议',
      });
    }
  }
}

function added(sales: Map<string, Sale>, key: string, fen: Fen, make: () => Sale): void {
  const sale = sales.get(key) ?? make();
  sales.set(key, sale);
  sale.fen += fen;
}
