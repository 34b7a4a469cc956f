/** The representatives of the makers: filed in time, each with a round of doctors, visits and small claims in the city of the visit. */
import { dayOf } from '../../plain/civil.ts';
import { fileRep, monthStart, morning, type Town } from '../../schemes/town.ts';
import { workedDay } from '../ordinary.ts';
import { type Clinic, months, poisson } from './clinic.ts';

const REPS = 2;
const VISITS = 15;
const purposes = ['传递产品资料', '收集不良反应', '科室会准备', '解答用药问题'];

export function callOnDoctors(town: Town, clinics: readonly Clinic[]): void {
  const makers = new Set(
    clinics.flatMap(({ classes }) => classes.flatMap(({ brands }) => brands.map(({ item }) => item.maker))),
  );
  for (const company of makers) {
    const random = town.world.random(`practice/calls/${company.id}`);
    const round = clinics.filter(({ classes }) =>
      classes.some(({ brands }) => brands.some(({ item }) => item.maker === company)),
    );
    for (let n = 0; n < REPS; n++) {
      const rep = town.world.addPerson(random, {
        employer: company,
        title: '医药代表',
        birthYear: random.int(1982, 1999),
      });
      const from = dayOf(2021, 3, 1) + random.int(0, 200);
      fileRep(town, rep, company, from, from + 365 * 4);
      for (let month = months.from; month <= months.to; month++)
        for (let visits = poisson(random, VISITS); visits > 0; visits--) {
          const { ward, doctors } = random.pick(round);
          town.book.add('rep_activity', {
            visit_at: morning(workedDay(random, monthStart(month), monthStart(month) + 26)) + random.int(0, 25_000),
            rep_name: rep,
            company,
            hospital: ward.org,
            doctor: random.pick(doctors),
            city: ward.org.city,
            purpose: random.pick(purposes),
          });
        }
    }
  }
}
