/** S12: representatives without a valid filing, filed by several companies, filed in name only, or claiming for days on which they visited nobody. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Expected } from '../truth/plants.ts';
import type { Org, Person } from '../world/types.ts';
import { type Manner, plantManners } from './outcome.ts';
import { fileRep, monthStart, morning, type Town, type Ward } from './town.ts';

const herbs = ['云杏', '川芎', '白芷', '青黛', '玄参', '半夏', '连翘', '紫苏', '佩兰', '桔梗', '茯苓', '当归'];

/** A drug maker: makers of devices file no representatives. */
function drugMaker(town: Town, random: Random): Org {
  const known = town.world.orgs.filter(({ name }) => name.endsWith('本草药业有限公司')).length;
  const name = `澄溪${herbs[known % herbs.length]!}${'一二三四五六七八九'[Math.floor(known / herbs.length)] ?? ''}本草药业有限公司`;
  return town.firm(random, { role: 'mah', name, short: name.slice(2, -4) });
}

export const crookedReps = (town: Town, count: number): void => plantManners(town, 'S12', manners, count);

const visit = (town: Town, rep: Person, company: Org, ward: Ward, doctor: Person, day: number, city = ward.org.city) =>
  town.book.add('rep_activity', {
    visit_at: morning(day),
    rep_name: rep,
    company,
    hospital: ward.org,
    doctor,
    city,
    purpose: '传递产品资料',
  });

const newRep = (town: Town, random: Random, company: Org): Person =>
  town.world.addPerson(random, { employer: company, title: '医药代表', birthYear: random.int(1982, 1998) });

const expired: Manner = (town, random) => {
  const company = drugMaker(town, random);
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主治医师');
  const rep = newRep(town, random, company);
  const until = dayOf(2023, 1, 15) + random.int(0, 90);
  const filing = fileRep(town, rep, company, until - 365, until);
  const before = [
    visit(town, rep, company, ward, doctor, until - 60),
    visit(town, rep, company, ward, doctor, until - 20),
  ];
  const after = Array.from({ length: random.int(1, 9) }, (_, n) =>
    visit(town, rep, company, ward, doctor, until + 20 + n * 15),
  );
  return {
    subjects: [rep, company],
    expected: after.length >= 2 ? [{ model: 'unregistered-rep', subjects: [rep, company], rows: after }] : [],
    rows: [filing, ...before, ...after],
    drawn: { manner: 'expired', visits: after.length },
    zh: `${company.name}的${rep.name}备案到期后仍拜访${after.length}次。`,
  };
};

const manyMasters: Manner = (town, random) => {
  const companies = Array.from({ length: random.int(2, 3) }, () => drugMaker(town, random));
  const rep = newRep(town, random, companies[0]!);
  const rows = companies.map((company, n) =>
    fileRep(town, rep, company, dayOf(2022, 6, 1) + n * 40, dayOf(2025, 5, 31)),
  );
  return {
    subjects: [rep, ...companies],
    expected: [{ model: 'multi-company-rep', subjects: [rep], rows }],
    rows,
    drawn: { manner: 'companies', companies: companies.length },
    zh: `${rep.name}同时由${companies.length}家互不关联的企业备案为医药代表。`,
  };
};

const nominal: Manner = (town, random) => {
  const company = drugMaker(town, random);
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主任医师');
  const colleague = newRep(town, random, company);
  fileRep(town, colleague, company, dayOf(2022, 3, 1), dayOf(2025, 2, 28));
  for (let n = 0; n < 8; n++) visit(town, colleague, company, ward, doctor, monthStart(6 + n * 2) + 4);
  // the phantom is the doctor's spouse
  const rep = town.world.addPerson(random, { city: doctor.city, male: !doctor.male });
  const tie = town.kin(doctor, rep, '配偶');
  const filing = fileRep(town, rep, company, dayOf(2022, 4, 1), dayOf(2025, 3, 31), '否');
  return {
    subjects: [rep, company],
    expected: [{ model: 'nominal-rep', subjects: [rep], rows: [filing] }],
    rows: [filing, tie],
    drawn: { manner: 'nominal' },
    zh: `${company.name}备案的代表${rep.name}两年没有拜访和费用，未参保，是${doctor.name}的配偶。`,
  };
};

const emptyDays: Manner = (town, random) => {
  const company = drugMaker(town, random);
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主治医师');
  const reps = Array.from({ length: 6 }, () => newRep(town, random, company));
  const rows: string[] = [];
  const expected: Expected[] = [];
  for (const [n, rep] of reps.entries()) {
    fileRep(town, rep, company, dayOf(2022, 3, 1), dayOf(2025, 2, 28));
    for (let m = 14; m < 26; m++) {
      const idle = n === 0 && m >= 22;
      const days = [3, 11, 19].map((day) => monthStart(m) + day);
      if (!idle) for (const day of days) visit(town, rep, company, ward, doctor, day);
      const claims = days.map((day) =>
        town.book.add('expense', {
          company,
          expense_date: idle ? day + 6 : day,
          expense_type: '差旅费',
          amount: yuan(idle ? random.int(2100, 3900) : random.int(180, 320)),
          payee_name: rep,
          handler: rep,
          summary: '拜访差旅',
        }),
      );
      if (idle && m > 22) {
        rows.push(...claims);
        expected.push({ model: 'rep-activity-expense-mismatch', subjects: [rep], rows: claims });
      }
    }
  }
  return {
    subjects: [reps[0]!, company],
    expected,
    rows,
    drawn: { manner: 'claims', months: expected.length },
    zh: `${company.name}的${reps[0]!.name}数月没有任何拜访，仍每月报销差旅费。`,
  };
};

const manners: readonly Manner[] = [expired, manyMasters, nominal, emptyDays];
