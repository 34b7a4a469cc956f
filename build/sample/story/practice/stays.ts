/** Stays, dearer by a twenty-fifth a year, each with what is charged for bed, care, laboratory, treatment and now and then a scan. */
import { stampOf } from '../../plain/civil.ts';
import { yuan } from '../../plain/fen.ts';
import type { Random } from '../../plain/random.ts';
import type { Town } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import { CASE_TO } from '../../world/world.ts';
import { type Clinic, dayIn, firstPatient, months, poisson } from './clinic.ts';

const diagnoses = [
  ['I10.9', '高血压', 0.7],
  ['J18.9', '肺炎', 1],
  ['E11.9', '2型糖尿病', 1.2],
] as const;
const INFLATION = 0.04;

interface Service {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** ten-thousandths of a yuan */
  readonly price: number;
}
const bed: Service = { code: '99CW0001', name: '普通病房床位费', kind: '床位费', price: 450_000 };
const care: Service = { code: '99HL0002', name: '二级护理', kind: '护理费', price: 180_000 };
const blood: Service = { code: '99HY0001', name: '血常规', kind: '化验', price: 220_000 };
const scans: readonly Service[] = [
  { code: '99CT0001', name: '胸部CT平扫', kind: '影像检查', price: 2_800_000 },
  { code: '99CS0001', name: '腹部彩超', kind: '影像检查', price: 1_200_000 },
];
/** How many are scanned, and how many of them again within the week to see whether it got better. */
const SCANNED = 0.5;
const AGAIN = 0.04;

/** Whatever else a stay may be charged, each at most once: what goes on for days is one line for all of them. */
const further: ReadonlyArray<Service & { readonly per: 'stay' | 'day' }> = [
  { code: '99ZL0001', name: '静脉输液', kind: '治疗费', price: 90_000, per: 'day' },
  { code: '99ZL0002', name: '肌肉注射', kind: '治疗费', price: 25_000, per: 'day' },
  { code: '99ZL0003', name: '雾化吸入', kind: '治疗费', price: 60_000, per: 'day' },
  { code: '99ZL0004', name: '氧气吸入', kind: '治疗费', price: 120_000, per: 'day' },
  { code: '99ZL0005', name: '换药', kind: '治疗费', price: 110_000, per: 'stay' },
  { code: '99ZL0006', name: '心电监护', kind: '治疗费', price: 160_000, per: 'day' },
  { code: '99JC0001', name: '常规心电图', kind: '检查费', price: 180_000, per: 'stay' },
  { code: '99HY0002', name: '尿常规', kind: '化验', price: 60_000, per: 'stay' },
  { code: '99HY0003', name: '肝功能', kind: '化验', price: 450_000, per: 'stay' },
  { code: '99HY0004', name: '肾功能', kind: '化验', price: 240_000, per: 'stay' },
  { code: '99HY0005', name: '电解质', kind: '化验', price: 200_000, per: 'stay' },
  { code: '99HY0006', name: '血糖监测', kind: '化验', price: 40_000, per: 'day' },
];

/** What a ward admits and charges in a month. */
export interface Volume {
  readonly index: number;
  readonly stays: number;
  /** how many of the further services a stay is charged, on average */
  readonly services: number;
}

export function admitTo(town: Town, random: Random, clinic: Clinic, { index, stays, services }: Volume): void {
  const usual = random.lognormal(Math.log(9000), 0.4);
  const treated = town.world.random(`practice/services/${index}`);
  let patient = firstPatient(index);
  for (let month = months.from; month <= months.to; month++)
    for (let n = poisson(random, stays); n > 0; n--)
      stay(town, random, clinic, {
        patient: patient++,
        month,
        usual: usual * (1 + (INFLATION * month) / 12),
        services: treated.sample(further, poisson(treated, services)),
      });
}

function stay(
  town: Town,
  random: Random,
  clinic: Clinic,
  { patient, month, usual, services }: { patient: number; month: number; usual: number; services: typeof further },
): void {
  const { ward, doctors } = clinic;
  const [code, diagnosis, weight] = random.pick(diagnoses);
  const doctor = random.pick(doctors);
  const admitted = dayIn(random, month);
  const days = random.int(3, 11);
  // whoever is still there at the end is not settled yet
  if (admitted + days > CASE_TO) return;
  const fee = yuan(Math.round(usual * weight * random.lognormal(0, 0.35)));
  town.book.add('visit', {
    hospital: ward.org,
    dept: ward.dept,
    doctor,
    patient_no: String(patient),
    visit_type: '住院',
    admit_date: admitted,
    discharge_date: admitted + days,
    settle_date: admitted + days,
    diagnosis_code: code,
    diagnosis,
    total_fee: fee,
    fund_pay: Math.floor(fee * random.between(0.6, 0.75)),
  });
  const charge = (service: Service, day: number, quantity = 1) =>
    chargeFor(town, random, clinic, { patient, doctor, day, service, quantity });
  charge(bed, admitted + days, days);
  charge(care, admitted + days, days);
  charge(blood, admitted);
  for (const service of services)
    if (service.per === 'day') charge(service, admitted + days, days);
    else charge(service, admitted + 1);
  if (!random.chance(SCANNED)) return;
  const scan = random.pick(scans);
  charge(scan, admitted + 1);
  if (random.chance(AGAIN)) charge(scan, admitted + random.int(3, 6));
}

function chargeFor(
  town: Town,
  random: Random,
  { ward }: Clinic,
  {
    patient,
    doctor,
    day,
    service,
    quantity,
  }: { patient: number; doctor: Person; day: number; service: Service; quantity: number },
): void {
  town.book.add('visit_item', {
    visit_no: `ZY${patient}`,
    hospital: ward.org,
    dept: ward.dept,
    doctor,
    patient_no: String(patient),
    charged_at: stampOf(day, random.int(7, 18), random.int(0, 59), 0),
    item_code: service.code,
    item_name: service.name,
    item_kind: service.kind,
    quantity,
    unit_price: service.price,
    amount: (service.price * quantity) / 100,
  });
}
