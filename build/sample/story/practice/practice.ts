/**
 * What ordinary wards prescribe, buy, admit and operate month by month, with the representatives who call on them. All of it is honest: winters,
 * busy doctors, doctors who like one brand, sub-specialists, drugs the state began to buy in volume, new programmes.
 */
import type { SizePlan } from '../../options.ts';
import type { Random } from '../../plain/random.ts';
import type { Town } from '../../schemes/town.ts';
import type { Org, Person } from '../../world/types.ts';
import { Bills } from './bills.ts';
import { callOnDoctors } from './calls.ts';
import { type DrugClass, drugClasses } from './classes.ts';
import type { Clinic } from './clinic.ts';
import { Orders } from './orders.ts';
import { prescribeIn } from './prescribing.ts';
import { admitTo } from './stays.ts';
import { operateIn } from './surgery.ts';

/** How many wards there are, and how busy they are. */
export type Practice = Pick<SizePlan, 'clinics' | 'lines' | 'stays' | 'services' | 'bills'>;

/** So many clinics; each draws from a stream of its own. Their bills are to be written when all statements are known. */
export function everydayPractice(
  town: Town,
  { clinics: count, lines, stays, services, bills: times }: Practice,
): Bills {
  const bills = new Bills(town, times);
  if (count === 0) return bills;
  const classes = drugClasses(town, Math.max(2, Math.round(count * 0.6)));
  const clinics = Array.from({ length: count }, (_, i) =>
    clinicOf(town, town.world.random(`practice/clinic/${i}`), classes),
  );
  const orders = new Orders(town, bills);
  for (const [i, clinic] of clinics.entries()) {
    prescribeIn(town, town.world.random(`practice/prescribing/${i}`), clinic, orders, { index: i, lines });
    admitTo(town, town.world.random(`practice/stays/${i}`), clinic, { index: i, stays, services });
    operateIn(town, town.world.random(`practice/surgery/${i}`), clinic, orders, i);
  }
  orders.place();
  callOnDoctors(town, clinics);
  return bills;
}

function clinicOf(town: Town, random: Random, classes: readonly DrugClass[]): Clinic {
  const ward = town.ward();
  const doctors = Array.from({ length: random.int(9, 14) }, (_, n) =>
    town.hire(random, ward, n === 0 ? '主任医师' : random.pick(['副主任医师', '主治医师', '主治医师'])),
  );
  for (const doctor of doctors) if (random.chance(0.6)) marry(town, random, doctor, ward.org);
  return {
    ward,
    doctors,
    classes: [
      ...random.sample(
        classes.filter(({ special }) => !special),
        2,
      ),
      random.pick(classes.filter(({ special }) => special)),
    ],
  };
}

/** A spouse who has nothing to do with the trade, now and then a nurse of the house. */
function marry(town: Town, random: Random, doctor: Person, hospital: Org): void {
  const spouse = town.world.addPerson(random, { city: doctor.city, male: !doctor.male });
  town.kin(
    doctor,
    spouse,
    '配偶',
    random.chance(0.3)
      ? { relative_employer: hospital, relative_position: '护士' }
      : { relative_position: random.pick(['教师', '职员', '工程师', '公务员']) },
  );
}
