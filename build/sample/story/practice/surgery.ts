/** Operations with an implant or two; a few clinics begin a new programme. */
import { stampOf } from '../../plain/civil.ts';
import type { Random } from '../../plain/random.ts';
import type { Item, Town } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import { type Clinic, dayIn, firstPatient, months } from './clinic.ts';
import type { Orders } from './orders.ts';

const OPERATIONS = 14;

/** Every other clinic operates; every eighth of all begins something new. */
export function operateIn(town: Town, random: Random, clinic: Clinic, orders: Orders, index: number): void {
  if (index % 2 !== 0) return;
  const begins = index % 8 === 0 ? random.int(14, 32) : undefined;
  const item = town.item(random, clinic.classes[0]!.brands[0]!.item.maker, {
    category: '高值耗材',
    price: random.int(600, 9000) * 10_000,
  });
  let patient = firstPatient(index) + 6_000;
  for (let month = months.from; month <= months.to; month++) {
    const isNew = begins !== undefined && month >= begins;
    const rows = Array.from(
      { length: isNew ? OPERATIONS * 3 + random.int(0, 9) : OPERATIONS + random.int(-2, 2) },
      () => operate(town, random, clinic, { item, month, orders, patient: patient++ }),
    );
    if (month === begins) {
      const beside: string[] = [];
      orders.grows(item, month, beside);
      town.story.boundaries.push({
        id: `L15-letter-only-${index + 1}`,
        model: 'hcv-consumable-surge',
        find: true,
        subjects: [clinic.ward.org],
        rows,
        beside,
        zh: '新开展术式使台数增加，单台用量不变：只作为数量增长提示。',
      });
    }
  }
}

/** Three surgeons, an implant or two an operation. */
function operate(
  town: Town,
  random: Random,
  clinic: Clinic,
  { item, month, orders, patient }: { item: Item; month: number; orders: Orders; patient: number },
): string {
  const { ward, doctors } = clinic;
  const surgeon: Person = random.pick(doctors.slice(0, 3));
  const quantity = random.chance(0.4) ? 2 : 1;
  const price = orders.priceOf(clinic, item, month);
  orders.used(clinic, item, month, quantity);
  return town.book.add('visit_item', {
    hospital: ward.org,
    dept: ward.dept,
    doctor: surgeon,
    patient_no: String(patient),
    charged_at: stampOf(dayIn(random, month), random.int(8, 17), random.int(0, 59), 0),
    item_code: item.code,
    item_name: item.name,
    item_kind: '高值耗材',
    udi: `99UDP${patient}`,
    quantity,
    unit_price: price,
    amount: Math.round((price * quantity) / 100),
    procedure: `${item.name}植入术`,
  });
}
