/** S25: one number for two people or two firms, one account or telephone of several people, two numbers of one person, a number that contradicts the roster. */
import { sharedPhone } from '../identity/check-digits.ts';
import { type Day, dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Values } from '../story/book.ts';
import type { Person } from '../world/types.ts';
import { type Manner, plantManners } from './outcome.ts';
import type { Town, Ward } from './town.ts';

export const borrowedIdentities = (town: Town, count: number): void => plantManners(town, 'S25', manners, count);

/** A line of the roster of a ward, about somebody who may stand in another line already. */
const roster = (town: Town, { org, dept }: Ward, person: Person, more: Values<'staff'> = {}): string => {
  if (!town.world.claimed(person)) town.world.claim(person, `staff/${person.id}`);
  return town.book.add('staff', {
    name: person,
    id_no: person.idNo,
    employer: org,
    employer_kind: '医疗机构',
    dept,
    title: '主治医师',
    hire_date: dayOf(2017, 3, 6),
    ...more,
  });
};

const oneNumber: Manner = (town, random) => {
  const doctor = town.hire(random, town.ward(), '主治医师');
  const company = town.firm(random, { role: 'mah' });
  const rep = town.world.addPerson(random, { employer: company, title: '医药代表' });
  const filing = town.book.add('rep', {
    name: rep,
    id_no: doctor.idNo,
    company,
    products: '利宁片',
    valid_from: dayOf(2022, 5, 9),
    valid_to: dayOf(2025, 5, 8),
    status: '有效',
    insured: '是',
  });
  return {
    subjects: [doctor],
    expected: [{ model: 'identity-conflict', subjects: [doctor], rows: [filing] }],
    rows: [filing],
    drawn: { manner: 'number' },
    fen: 0,
    zh: `${company.name}备案的代表${rep.name}使用医生${doctor.name}的身份证号。`,
  };
};

const oneAccount: Manner = (town, random) => {
  const people = [0, 1].map(() => town.world.addPerson(random));
  const card = town.world.accountOf(people[0]!).number;
  const rows = people.map((person) => roster(town, town.ward(), person, { bank_card: card }));
  return {
    subjects: people,
    expected: [{ model: 'identity-conflict', subjects: people, rows }],
    rows,
    drawn: { manner: 'account' },
    fen: 0,
    zh: `${people[0]!.name}与${people[1]!.name}登记的是同一张银行卡。`,
  };
};

/** Two people share a number now and then: a limit is judged on both its sides. */
const onePhone: Manner = (town, random, index) => {
  const phone = sharedPhone(1, index);
  const people = Array.from({ length: index < manners.length ? 4 : random.int(2, 5) }, () =>
    town.world.addPerson(random),
  );
  const rows = people.map((person) => roster(town, town.ward(), person, { phone }));
  return {
    subjects: people,
    expected: people.length < 3 ? [] : [{ model: 'identity-conflict', subjects: people, rows }],
    rows,
    drawn: { manner: 'phone', people: people.length },
    fen: 0,
    zh: `${people.length}名不同医院、没有亲属关系的人登记同一个手机号。`,
  };
};

const oneCode: Manner = (town, random) => {
  const sellers = [town.firm(random, { role: 'cso' }), town.firm(random, { role: 'cso' })];
  const buyer = town.firm(random, { role: 'mah' });
  const rows = sellers.map((seller, n) =>
    town.book.add('invoice', {
      invoice_no: `2499${String(7_700_000_000_000_000n + BigInt(random.int(1, 9_999_999))).padStart(16, '0')}`,
      issue_date: dayOf(2023, 6, 5) + n * 40,
      seller,
      seller_tax_id: sellers[0]!.uscc,
      buyer,
      goods: '*现代服务*推广服务费',
      total: yuan(random.int(20, 60) * 1000),
      status: '正常',
    }),
  );
  return {
    subjects: sellers,
    expected: [{ model: 'identity-conflict', subjects: sellers, rows }],
    rows,
    drawn: { manner: 'code' },
    fen: 0,
    zh: `${sellers[1]!.name}的发票写着${sellers[0]!.name}的纳税人识别号。`,
  };
};

const twoNumbers: Manner = (town, random) => {
  const ward = town.ward();
  const one = town.world.addPerson(random, { birthYear: random.int(1966, 1988) });
  const other = town.world.addPerson(random, { name: one.name, male: one.male, birth: birthOf(one) });
  const rows = [one, other].map((person) => roster(town, ward, person));
  return {
    subjects: [one, other],
    expected: [{ model: 'identity-conflict', subjects: [one], rows }],
    rows,
    drawn: { manner: 'numbers' },
    fen: 0,
    zh: `${ward.org.name}的花名册上有两个同日出生的${one.name}，证件号不同。`,
  };
};

const otherSex: Manner = (town, random) => {
  const person = town.world.addPerson(random);
  const row = roster(town, town.ward(), person, { gender: person.male ? '女' : '男' });
  return {
    subjects: [person],
    expected: [{ model: 'identity-conflict', subjects: [person], rows: [row] }],
    rows: [row],
    drawn: { manner: 'sex' },
    fen: 0,
    zh: `花名册上${person.name}的性别与身份证号不符。`,
  };
};

const birthOf = ({ idNo }: Person): Day =>
  dayOf(Number(idNo.slice(6, 10)), Number(idNo.slice(10, 12)), Number(idNo.slice(12, 14)));

const manners: readonly Manner[] = [oneNumber, oneAccount, onePhone, oneCode, twoNumbers, otherSex];
