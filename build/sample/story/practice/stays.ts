/** Stays, dearer by a twenty-fifth a year, each with what is charged for bed, care, laboratory and now and then a scan. */
import { stampOf } from '../../plain/civil.ts';
import { yuan } from '../../plain/fen.ts';
import type { Random } from '../../plain/random.ts';
import type { Town } from '../../schemes/town.ts';
import type { Person } from '../../world/types.ts';
import { CASE_TO } from '../../world/world.ts';
import { type Clinic, dayIn, months, poisson } from './clinic.ts';

const diagnoses = [
  ['I10.9', '高血压', 0.7],
  ['J18.9', '肺炎', 1],
  ['E11.9', '2型糖尿病', 1.2],
] as const;
const INFLATION = 0.04;
const STAYS = 60;

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

export function admitTo(town: Town, random: Random, clinic: Clinic, index: number): void {
  const usual = random.lognormal(Math.log(9000), 0.4);
  let patient = 98_000_000 + index * 10_000;
  for (let month = months.from; month <= months.to; month++)
    for (let n = poisson(random, STAYS); n > 0; n--)
      stay(town, random, clinic, { patient: patient++, month, usual: usual * (1 + (INFLATION * month) / 12) });
}

function stay(
  town: Town,
  random: Random,
  clinic: Clinic,
  { patient, month, usual }: { patient: number; month: number; usual: number },
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
