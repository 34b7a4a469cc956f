/** S25: one identity number for two people. */
import { dayOf } from '../plain/civil.ts';
import { type Manner, plantManners } from './outcome.ts';
import type { Town } from './town.ts';

export const borrowedIdentities = (town: Town, count: number): void => plantManners(town, 'S25', [oneNumber], count);

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
