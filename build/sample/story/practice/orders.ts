/** What the clinics used is bought by their hospitals in several orders a month, a little more than was used, of many dealers, at prices that hardly differ. */
import type { Random } from '../../plain/random.ts';
import { type Item, monthStart, type Town } from '../../schemes/town.ts';
import type { Org } from '../../world/types.ts';
import type { Bills } from './bills.ts';
import type { Clinic } from './clinic.ts';

interface Use {
  readonly clinic: Clinic;
  readonly item: Item;
  readonly month: number;
  quantity: number;
}

/** Orders a month of one product, every fourth day the next; of what is seldom used fewer. */
const ORDERS = 7;
const DAYS_BETWEEN = 4;

export class Orders {
  readonly #town: Town;
  readonly #bills: Bills;
  readonly #uses = new Map<string, Use>();
  readonly #prices = new Map<string, number>();
  readonly #dealers = new Map<string, ReadonlyArray<readonly [Org, number]>>();
  readonly #growing = new Map<Item, { readonly from: number; readonly rows: string[] }>();

  constructor(town: Town, bills: Bills) {
    this.#town = town;
    this.#bills = bills;
  }

  /** What the hospital pays for a pack in a month, in ten-thousandths of a yuan: three in a hundred around the base, or the price of the state. */
  priceOf({ ward, classes }: Clinic, item: Item, month: number): number {
    const volume = classes.find(({ volume: each }) => each?.winner === item)?.volume;
    if (volume && month >= volume.from) return volume.price;
    const key = `${ward.org.id} ${item.code}`;
    const known = this.#prices.get(key);
    if (known !== undefined) return known;
    const around = this.#town.world.random(`practice/price/${key}`).normal(1, 0.03);
    const price = Math.round(item.price * Math.min(1.09, Math.max(0.91, around)));
    this.#prices.set(key, price);
    return price;
  }

  used(clinic: Clinic, item: Item, month: number, quantity: number): void {
    const key = `${clinic.ward.org.id} ${clinic.ward.dept} ${item.code} ${month}`;
    const use = this.#uses.get(key) ?? { clinic, item, month, quantity: 0 };
    use.quantity += quantity;
    this.#uses.set(key, use);
  }

  /** From that month on much more of it is used and ordered; where `rows` are to be told. */
  grows(item: Item, from: number, rows: string[]): void {
    this.#growing.set(item, { from, rows });
  }

  /** Writes the orders. */
  place(): void {
    for (const [key, { clinic, item, month, quantity }] of this.#uses) {
      const random = this.#town.world.random(`practice/order/${key}`);
      const inVolume = clinic.classes.some(({ volume }) => volume?.winner === item && month >= volume.from);
      const bought = Math.ceil(quantity * random.between(1, 1.04));
      const times = Math.min(ORDERS, bought);
      const growing = this.#growing.get(item);
      for (let n = 0; n < times; n++) {
        const dealer = random.pickWeighted(this.#dealersOf(clinic.ward.org));
        const day = monthStart(month) + n * DAYS_BETWEEN + random.int(0, DAYS_BETWEEN - 1);
        const packs = Math.floor((bought * (n + 1)) / times) - Math.floor((bought * n) / times);
        const price = this.priceOf(clinic, item, month);
        this.#bills.delivered(
          { hospital: clinic.ward.org, dealer, item },
          month,
          day,
          Math.round((price * packs) / 100),
        );
        const row = this.#town.order(clinic.ward, dealer, item, day, packs, {
          dept: clinic.ward.dept,
          unit_price: price,
          procurement_type: inVolume ? '国家集采' : item.category === '药品' ? '挂网采购' : '公开招标',
        });
        if (growing && month >= growing.from) growing.rows.push(row);
      }
    }
  }

  /** Six to nine tenths of the dealers of the region, the first of them the most (Zipf, 1.1). */
  #dealersOf(hospital: Org): ReadonlyArray<readonly [Org, number]> {
    const known = this.#dealers.get(hospital.id);
    if (known) return known;
    const random: Random = this.#town.world.random(`practice/dealers/${hospital.id}`);
    const { distributors } = this.#town.population;
    const dealers = random
      .sample(distributors, Math.ceil(distributors.length * random.between(0.6, 0.9)))
      .map((dealer, at) => [dealer, 1 / (at + 1) ** 1.1] as const);
    this.#dealers.set(hospital.id, dealers);
    return dealers;
  }
}
