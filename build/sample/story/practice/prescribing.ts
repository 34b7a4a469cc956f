/** Who prescribes what: busy and idle doctors, each with a liking of his own, and here and there one who does one thing only. */
import type { Random } from '../../plain/random.ts';
import type { Item, Town } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import type { DrugClass } from './classes.ts';
import { type Clinic, dayIn, months, poisson } from './clinic.ts';
import type { Orders } from './orders.ts';

const WINTER = 1.6;
/** A special drug's part of what doctors write who are not specialised in it. */
const SPECIAL = 0.1;

interface Habit {
  readonly doctor: Person;
  readonly zeal: number;
  /** the share of the special drug */
  readonly special: number;
  /** how much more or less than the department he likes each brand */
  readonly liking: ReadonlyMap<Item, number>;
}

/** `lines`: how many a doctor of middling zeal writes in a month. */
export function prescribeIn(
  town: Town,
  random: Random,
  clinic: Clinic,
  orders: Orders,
  { index, lines }: { index: number; lines: number },
): void {
  const habits = clinic.doctors.map((doctor): Habit => habitOf(random, clinic, doctor));
  for (let month = months.from; month <= months.to; month++) {
    const written = new Map<Item, Map<Person, { quantity: number; rows: string[] }>>();
    const active = new Set<Person>();
    for (const habit of habits) {
      const choices = choicesOf(clinic, habit, month);
      const weight = choices.reduce((sum, [, each]) => sum + each, 0);
      for (let n = poisson(random, lines * habit.zeal * weight); n > 0; n--) {
        const item = random.pickWeighted(choices);
        const quantity = random.int(1, 3);
        const price = orders.priceOf(clinic, item, month);
        const row = town.prescribe(clinic.ward, habit.doctor, item, dayIn(random, month), quantity, {
          unit_price: price,
          amount: Math.round((price * quantity) / 100),
        });
        orders.used(clinic, item, month, quantity);
        active.add(habit.doctor);
        const byDoctor = written.get(item) ?? new Map<Person, { quantity: number; rows: string[] }>();
        written.set(item, byDoctor);
        const own = byDoctor.get(habit.doctor) ?? { quantity: 0, rows: [] };
        byDoctor.set(habit.doctor, { quantity: own.quantity + quantity, rows: [...own.rows, row] });
      }
    }
    for (const [item, byDoctor] of written) {
      const all = [...byDoctor.values()].reduce((sum, { quantity }) => sum + quantity, 0);
      // the published rule: more than five times the mean of those who wrote anything that month
      for (const [doctor, { quantity, rows }] of byDoctor)
        if (quantity * active.size > 5 * all)
          town.story.boundaries.push({
            id: `L14-letter-only-${index + 1}-${month}-${item.code.slice(-4)}-${doctor.id}`,
            model: 'doctor-drug-5x-department',
            find: true,
            subjects: [doctor],
            rows,
            zh: `${doctor.name}当月开具${item.name}超过科室均值五倍：按字面规则提示，与付款无关。`,
          });
    }
  }
}

function habitOf(random: Random, { classes }: Clinic, doctor: Person): Habit {
  const isSpecialist = random.chance(0.04);
  return {
    doctor,
    zeal: Math.max(0.3, -Math.log((1 - random.next()) * (1 - random.next())) / 2),
    special: isSpecialist ? random.between(0.6, 0.9) : SPECIAL,
    liking: new Map(
      classes.flatMap(({ brands }) => brands.map(({ item }) => [item, random.lognormal(0, 0.35)] as const)),
    ),
  };
}

/** What he chooses from in a month, with weights that add to one, and to more in winter. */
function choicesOf({ classes }: Clinic, { special, liking }: Habit, month: number): Array<readonly [Item, number]> {
  const common = classes.filter((each) => !each.special);
  return classes.flatMap(({ brands, winter, volume, special: isSpecial }) => {
    const bought = volume && month >= volume.from ? volume.winner : undefined;
    const weights = brands.map(
      ({ item, share }, n) => (bought ? volumeShares(brands, bought)[n]! : share) * liking.get(item)!,
    );
    const total = weights.reduce((sum, each) => sum + each, 0);
    const part = isSpecial ? special : (1 - special) / common.length;
    const season = winter && [11, 0, 1].includes(month % 12) ? WINTER : 1;
    return brands.map(({ item }, n) => [item, (part * season * weights[n]!) / total] as const);
  });
}

/** Nearly all is the winner; what little is left is one other brand. */
function volumeShares(brands: DrugClass['brands'], winner: Item): number[] {
  const other = brands.find(({ item }) => item !== winner)!.item;
  return brands.map(({ item }) => (item === winner ? 0.85 : item === other ? 0.15 : 0));
}
