/** S24: prescriptions of too many drugs, and a doctor who knows one brand only. */
import { type Manner, plantManners } from './outcome.ts';
import { monthStart, type Town } from './town.ts';

export const oddPrescribing = (town: Town, count: number): void => plantManners(town, 'S24', manners, count);

const tooMany: Manner = (town, random, index) => {
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const items = Array.from({ length: 8 }, (_, n) =>
    town.item(random, maker, { name: `复方制剂${n + 1}号`, price: 300_000 }),
  );
  const doctor = town.hire(random, ward, '主治医师');
  const colleagues = Array.from({ length: 5 }, () => town.hire(random, ward, '主治医师'));
  const drugs = random.int(index < manners.length ? 6 : 4, 8);
  const month = random.int(14, 30);
  const issue = (who: typeof doctor, no: string, count: number, day: number): string[] =>
    items
      .slice(0, count)
      .map((item) => town.prescribe(ward, who, item, day, 1, { rx_no: no, patient_no: `98${no.slice(-6)}` }));
  const rows = Array.from({ length: 24 }, (_, n) =>
    issue(doctor, `DF99${index}A${String(n).padStart(6, '0')}`, drugs, monthStart(month) + n),
  ).flat();
  for (const [at, colleague] of colleagues.entries())
    for (let n = 0; n < 24; n++)
      issue(colleague, `DF99${index}${'BCDEF'[at]}${String(n).padStart(6, '0')}`, 2, monthStart(month) + n);
  return {
    subjects: [doctor],
    expected: drugs > 5 ? [{ model: 'oversized-prescription', subjects: [doctor], rows }] : [],
    rows,
    drawn: { manner: 'drugs', drugs },
    fen: 0,
    zh: `${doctor.name}每张处方开${drugs}种药，同科室医生两种。`,
  };
};

const oneBrand: Manner = (town, random, index) => {
  const ward = town.ward();
  const makers = [town.firm(random, { role: 'mah' }), town.firm(random, { role: 'mah' })];
  const first = town.item(random, makers[0]!, {});
  const second = town.item(random, makers[1]!, { name: first.name, group: first.group, price: first.price });
  const doctor = town.hire(random, ward, '副主任医师');
  const colleagues = Array.from({ length: 6 }, () => town.hire(random, ward, '主治医师'));
  const month = random.int(12, 28);
  const share = random.between(index < manners.length ? 0.95 : 0.7, 1);
  const rows: string[] = [];
  let own = 0;
  for (let n = 0; n < 90; n++) {
    const day = monthStart(month) + n;
    const loyal = random.chance(share);
    if (loyal) own++;
    rows.push(town.prescribe(ward, doctor, loyal ? first : second, day, 2));
    for (const colleague of n % 2 === 0 ? colleagues : [])
      town.prescribe(ward, colleague, random.chance(0.4) ? first : second, day, 2);
  }
  return {
    subjects: [doctor, makers[0]!],
    expected: own >= 82 ? [{ model: 'prescriber-brand-loyalty', subjects: [doctor], rows }] : [],
    rows,
    drawn: { manner: 'brand', own },
    fen: 0,
    zh: `${doctor.name}九十张处方中${own}张为${makers[0]!.name}的产品，同科室约四成。`,
  };
};

const manners: readonly Manner[] = [tooMany, oneBrand];
