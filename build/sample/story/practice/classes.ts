/** Classes of drugs that several makers sell under names of their own: what replaces each other, what the state buys in volume, what winter asks for. */
import { dayOf } from '../../plain/civil.ts';
import type { Random } from '../../plain/random.ts';
import type { Item, Town } from '../../schemes/town.ts';
import type { Org } from '../../world/types.ts';

export interface Brand {
  readonly item: Item;
  /** the share a department takes of it, before its own liking and its doctors' */
  readonly share: number;
}

export interface DrugClass {
  readonly brands: readonly Brand[];
  /** winter asks for half as much again and more */
  readonly winter: boolean;
  /** 集采: from this month on nearly all buy the winner, at a small part of the price */
  readonly volume: { readonly from: number; readonly winner: Item; readonly price: number } | undefined;
  /** only those who do nothing else write much of it */
  readonly special: boolean;
}

const SHARES = [0.5, 0.3, 0.2];

/** Classes of three brands each, and as many special drugs that one firm alone makes. */
export function drugClasses(town: Town, count: number): DrugClass[] {
  const random = town.world.random('practice/classes');
  const makers = Array.from({ length: Math.max(4, count) }, () =>
    town.firm(random, { role: 'mah', founded: dayOf(random.int(1998, 2014), random.int(1, 12), 8) }),
  );
  const several = Array.from({ length: count }, (_, i) => threeBrands(town, random, makers, i));
  const single = Array.from({ length: count }, (): DrugClass => {
    const item = town.item(random, random.pick(makers), { price: priceOf(random) });
    return { brands: [{ item, share: 1 }], winter: false, volume: undefined, special: true };
  });
  return [...several, ...single];
}

function threeBrands(town: Town, random: Random, makers: readonly Org[], index: number): DrugClass {
  const base = priceOf(random);
  const inVolume = random.chance(0.35);
  const winner = random.int(0, SHARES.length - 1);
  const first = town.item(random, makers[index % makers.length]!, { price: base, vbp: inVolume && winner === 0 });
  const others = random.sample(
    makers.filter((maker) => maker !== first.maker),
    SHARES.length - 1,
  );
  const items = [
    first,
    ...others.map((maker, n) =>
      town.item(random, maker, {
        name: first.name,
        group: first.group,
        spec: first.spec,
        price: Math.round(base * random.between(0.9, 1.1)),
        vbp: inVolume && winner === n + 1,
      }),
    ),
  ];
  const won = items[winner]!;
  return {
    brands: items.map((item, n) => ({ item, share: SHARES[n]! })),
    winter: index % 5 === 0,
    volume: inVolume
      ? { from: random.int(13, 30), winner: won, price: Math.round(won.price * (1 - random.between(0.4, 0.9))) }
      : undefined,
    special: false,
  };
}

/** Ten-thousandths of a yuan a pack: mostly some dozens of yuan. */
const priceOf = (random: Random): number =>
  Math.round(Math.min(6_000_000, Math.max(60_000, random.lognormal(Math.log(450_000), 0.8))));
