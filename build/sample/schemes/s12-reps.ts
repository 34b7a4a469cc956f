/** S12: representatives without a valid filing, filed by several companies, filed in name only, or claiming for days on which they visited nobody or were in another city. */

import { inventedCities } from '../identity/org-names.ts';
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Org, Person } from '../world/types.ts';
import { type Manner, plantManners } from './outcome.ts';
import { fileRep, monthStart, morning, type Town } from './town.ts';

const herbs = ['云杏', '川芎', '白芷', '青黛', '玄参', '半夏', '连翘', '紫苏', '佩兰', '桔梗', '茯苓', '当归'];

/** A drug maker: makers of devices file no representatives. */
function drugMaker(town: Town, random: Random): Org {
  const known = town.world.orgs.filter(({ name }) => name.endsWith('本草药业有限公司')).length;
  const name = `澄溪${herbs[known % herbs.length]!}${'一二三四五六七八九'[Math.floor(known / herbs.length)] ?? ''}本草药业有限公司`;
  return town.firm(random, { role: 'mah', name, short: name.slice(2, -4) });
}

export const crookedReps = (town: Town, count: number): void => plantManners(town, 'S12', manners, count);

/** Claims from a city in which the representative was not: `count` instances after the first `before` of the scheme. */
export const claimsFromElsewhere = (town: Town, before: number, count: number): void =>
  plantManners(town, 'S12', [wrongCity], count, before);

/** Whom a representative calls on, and where. */
interface Called {
  readonly org: Org;
  readonly doctor: Person;
}

export const visit = (town: Town, rep: Person, company: Org, { org, doctor }: Called, day: number): string =>
  town.book.add('rep_activity', {
    visit_at: morning(day),
    rep_name: rep,
    company,
    hospital: org,
    doctor,
    city: org.city,
    purpose: '传递产品资料',
  });

export const newRep = (town: Town, random: Random, company: Org): Person =>
  town.world.addPerson(random, { employer: company, title: '医药代表', birthYear: random.int(1982, 1998) });

const expired: Manner = (town, random) => {
  const company = drugMaker(town, random);
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主治医师');
  const rep = newRep(town, random, company);
  const until = dayOf(2023, 1, 15) + random.int(0, 90);
  const filing = fileRep(town, rep, company, until - 365, until);
  const before = [
    visit(town, rep, company, { org: ward.org, doctor }, until - 60),
    visit(town, rep, company, { org: ward.org, doctor }, until - 20),
  ];
  const after = Array.from({ length: random.int(1, 9) }, (_, n) =>
    visit(town, rep, company, { org: ward.org, doctor }, until + 20 + n * 15),
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
  for (let n = 0; n < 8; n++) visit(town, colleague, company, { org: ward.org, doctor }, monthStart(6 + n * 2) + 4);
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
      if (!idle) for (const day of days) visit(town, rep, company, { org: ward.org, doctor }, day);
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

/**
 * Two journeys a month to another city, claimed with the visits logged there, by everybody; in the last months one of them claims such journeys
 * for days on which the log has him with a doctor at home.
 */
const wrongCity: Manner = (town, random) => {
  const company = drugMaker(town, random);
  const home = town.ward();
  const away = random.pick(inventedCities.filter((city) => city !== home.org.city && city !== company.city));
  const abroad = hostIn(town, random, away);
  const doctor = town.hire(random, home, '主治医师');
  const reps = Array.from({ length: 4 }, () => newRep(town, random, company));
  const rows: string[] = [];
  const found: string[] = [];
  let fen = 0;
  for (const [n, rep] of reps.entries()) {
    fileRep(town, rep, company, dayOf(2022, 3, 1), dayOf(2025, 2, 28));
    for (let m = 14; m < 26; m++) {
      const lies = n === 0 && m >= 22;
      const trips = lies ? [3, 11, 19] : [3, 11];
      const claims = [3, 11, 19].map((date) => {
        const day = monthStart(m) + date;
        const went = trips.includes(date);
        const logged =
          went && !lies
            ? visit(town, rep, company, abroad, day)
            : visit(town, rep, company, { org: home.org, doctor }, day);
        const amount = yuan(went ? random.int(1300, 2700) : random.int(180, 320));
        const claim = town.book.add('expense', {
          company,
          expense_date: day,
          expense_type: '差旅费',
          amount,
          payee_name: rep,
          handler: rep,
          province: went ? away : home.org.city,
          summary: went ? `赴${away}拜访客户差旅、住宿` : '市内交通费',
        });
        return { claim, logged, amount };
      });
      if (!lies) continue;
      rows.push(...claims.flatMap(({ claim, logged }) => [claim, logged]));
      const month = claims.reduce((sum, { amount }) => sum + amount, 0);
      fen += month;
      if (month >= published.repClaims.least) found.push(...claims.flatMap(({ claim, logged }) => [claim, logged]));
    }
  }
  return {
    subjects: [reps[0]!, company],
    expected:
      found.length > 0 ? [{ model: 'rep-activity-expense-mismatch', subjects: [reps[0]!, company], rows: found }] : [],
    rows,
    fen,
    drawn: { manner: 'city', away, claims: rows.length / 2 },
    zh: `${company.name}的${reps[0]!.name}四个月里报销去${away}拜访的差旅费，拜访记录显示当日都在${home.org.name}。`,
  };
};

/** A doctor of a hospital in that city, of whom nothing else is told. */
export function hostIn({ world, population }: Town, random: Random, city: string): Called {
  const doctor = random.pick(population.guests.filter((guest) => guest.city === city && !world.claimed(guest)));
  return { org: doctor.employer!, doctor };
}

const manners: readonly Manner[] = [expired, manyMasters, nominal, emptyDays];
