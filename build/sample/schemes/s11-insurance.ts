/** S11: what is charged to the insurance fund without need: dearer visits, more and reused consumables, repeated tests, overlapping stays. */
import { stampOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Person } from '../world/types.ts';
import { type Manner, plantManners } from './outcome.ts';
import { monthStart, morning, type Town, type Ward } from './town.ts';

export function insuranceFraud(town: Town, count: number): void {
  if (count > 0) limitRows(town);
  plantManners(town, 'S11', manners, count);
}

/** Ordinary wards of the hospital are peers as well, and theirs differ by chance: what grew by less may or may not stand out. */
const CLEAR = 0.25;

/** A year later one department's visits cost a third more, the other departments' do not. */
const dearVisits: Manner = (town, random, index) => {
  const ward = town.ward();
  const raise = index < manners.length ? random.between(0.3, 0.45) : random.between(0.03, 0.5);
  const month = random.int(15, 30);
  const growth: number[] = [];
  const rows: string[] = [];
  for (let d = 0; d < 8; d++) {
    const dept = d === 0 ? ward.dept : `${ward.dept}${'一二三四五六七'[d - 1]!}组`;
    const doctor = town.hire(random, { ...ward, dept }, '副主任医师');
    const mean = (at: number, factor: number): number => {
      let sum = 0;
      for (let n = 0; n < 36; n++) {
        const fee = yuan(Math.round(12_000 * factor * random.between(0.85, 1.15)));
        sum += fee;
        const day = monthStart(at) + random.int(8, 26);
        const no = 99_700_000 + index * 10_000 + d * 1000 + (at === month ? 500 : 0) + n;
        const row = settle(town, ward, dept, doctor, no, day, fee);
        if (d === 0) rows.push(row);
      }
      return sum / 36;
    };
    growth.push(grown(mean(month - 12, 1), mean(month, d === 0 ? 1 + raise : random.between(0.97, 1.05))));
  }
  const [own, ...others] = growth as [number, ...number[]];
  const middle = median(others);
  const spread = 1.4826 * median(others.map((each) => Math.abs(each - middle)));
  const { visitCost } = published;
  return {
    subjects: [ward.org],
    expected:
      own > Math.max(visitCost.growth, CLEAR) && own > middle + visitCost.spreads * spread
        ? [{ model: 'avg-cost-per-visit-growth', subjects: [ward.org], rows: rows.slice(36) }]
        : [],
    rows,
    drawn: { manner: 'cost', raise: Math.round(raise * 100) / 100 },
    zh: `${ward.org.name}${ward.dept}次均住院费用同比上升${Math.round(raise * 100)}%，其他科室没有变化，病种相同。`,
  };
};

/** A doctor's operations suddenly take two and a half times the implants. */
const moreImplants: Manner = (town, random, index) => {
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, { category: '高值耗材' });
  const doctor = town.hire(random, ward, '主任医师');
  const month = random.int(14, 30);
  const times = index < manners.length ? random.int(3, 4) : random.int(1, 4);
  const rows: string[] = [];
  for (let m = month - 12; m <= month; m++) {
    for (let n = 0; n < 12; n++) {
      const row = charge(town, random, ward, doctor, item, monthStart(m) + 2 * n, m === month ? times : 1);
      if (m === month) rows.push(row);
    }
  }
  return {
    subjects: [ward.org, doctor],
    expected: times > 2 ? [{ model: 'hcv-consumable-surge', subjects: [ward.org], rows }] : [],
    rows,
    drawn: { manner: 'surge', times },
    zh: `${ward.org.name}${ward.dept}${doctor.name}单台手术${item.name}用量由1件升至${times}件，手术台数没有增加。`,
  };
};

/** One surgeon uses far more pieces an operation than the colleagues. */
const heavyHand: Manner = (town, random) => {
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, { category: '高值耗材' });
  const doctor = town.hire(random, ward, '主任医师');
  const colleagues = Array.from({ length: 6 }, () => town.hire(random, ward, '副主任医师'));
  const pieces = random.int(5, 7);
  const start = random.int(14, 28);
  const month = (surgeon: Person, of: () => number) =>
    Array.from({ length: 14 }, (_, n) => charge(town, random, ward, surgeon, item, monthStart(start) + n * 4, of()));
  const rows = month(doctor, () => pieces + random.int(0, 1));
  for (const colleague of colleagues) month(colleague, () => random.int(1, 3));
  return {
    subjects: [doctor],
    expected: [{ model: 'consumable-per-procedure-outlier', subjects: [doctor], rows }],
    rows,
    drawn: { manner: 'pieces', pieces },
    zh: `${doctor.name}同类手术每台使用${item.name}${pieces}件以上，同科室医生一至三件。`,
  };
};

/** One implant with one code, charged to several patients. */
const reusedCodes: Manner = (town, random, index) => {
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, { category: '高值耗材' });
  const doctor = town.hire(random, ward, '主任医师');
  const start = monthStart(random.int(14, 30));
  const expected: Expected[] = [];
  const rows: string[] = [];
  for (let n = 0; n < random.int(2, 4); n++) {
    const udi = `99UDI${String(index).padStart(3, '0')}${String(n).padStart(4, '0')}`;
    const pair = Array.from({ length: random.int(2, 3) }, (_, at) =>
      charge(town, random, ward, doctor, item, start + n * 9 + at * 3, 1, udi),
    );
    expected.push({ model: 'duplicate-udi', subjects: [ward.org], rows: pair });
    rows.push(...pair);
  }
  return {
    subjects: [ward.org, doctor],
    expected,
    rows,
    drawn: { manner: 'codes', codes: expected.length },
    zh: `${ward.org.name}${ward.dept}同一${item.name}条码向多名患者收费。`,
  };
};

/** The same scan of the same patient again within days, far more often than the colleagues order it. */
const repeatedScans: Manner = (town, random, index) => {
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主治医师');
  const colleagues = Array.from({ length: 5 }, () => town.hire(random, ward, '主治医师'));
  const start = random.int(14, 28);
  const repeats = random.int(26, 40);
  const rows: string[] = [];
  let patient = 99_900_000 + index * 1000;
  const scan = (who: Person, no: number, day: number) =>
    town.book.add('visit_item', {
      hospital: ward.org,
      dept: ward.dept,
      doctor: who,
      patient_no: String(no),
      charged_at: morning(day) + random.int(0, 20_000),
      item_code: '99CT0001',
      item_name: '胸部CT平扫',
      item_kind: '影像检查',
      quantity: 1,
      unit_price: 2_800_000,
      amount: yuan(280),
    });
  for (let n = 0; n < 60; n++) {
    const no = patient++;
    const day = monthStart(start) + random.int(0, 80);
    const first = scan(doctor, no, day);
    if (n < repeats) rows.push(first, scan(doctor, no, day + random.int(1, 5)));
  }
  for (const colleague of colleagues)
    for (let n = 0; n < 50; n++) scan(colleague, patient++, monthStart(start) + random.int(0, 80));
  return {
    subjects: [doctor],
    expected: [{ model: 'duplicate-tests', subjects: [doctor], rows }],
    rows,
    drawn: { manner: 'scans', repeats },
    zh: `${doctor.name}名下${repeats}名患者七日内重复做同一CT检查，同科室其他医生没有。`,
  };
};

/** Patients who are in two hospitals at once. */
const twoBeds: Manner = (town, random, index) => {
  const [one, other] = [town.ward(), town.ward()];
  const doctors = [one, other].map((ward) => town.hire(random, ward, '主治医师'));
  const stay = (at: 0 | 1, no: number, from: number, days: number): string => {
    const ward = at === 0 ? one : other;
    const fee = yuan(random.int(4000, 15_000));
    return town.book.add('visit', {
      hospital: ward.org,
      dept: ward.dept,
      doctor: doctors[at]!,
      patient_no: String(no),
      visit_type: '住院',
      admit_date: from,
      discharge_date: from + days,
      settle_date: from + days,
      diagnosis_code: 'E11.9',
      diagnosis: '2型糖尿病',
      total_fee: fee,
      fund_pay: Math.floor(fee * 0.7),
    });
  };
  const start = monthStart(random.int(14, 28));
  const patient = 99_800_000 + index * 1000;
  for (let n = 0; n < 60; n++) stay(n % 2 === 0 ? 0 : 1, patient + n, start + random.int(0, 80), random.int(3, 9));
  const expected: Expected[] = [];
  const rows: string[] = [];
  for (let n = 0; n < random.int(6, 9); n++) {
    const from = start + random.int(0, 70);
    const pair = [stay(0, patient + 500 + n, from, 9), stay(1, patient + 500 + n, from + random.int(2, 5), 8)];
    expected.push({ model: 'overlapping-stay', subjects: [one.org], rows: pair });
    rows.push(...pair);
  }
  return {
    subjects: [one.org, other.org],
    expected,
    rows,
    drawn: { manner: 'stays', patients: expected.length },
    zh: `${expected.length}名患者同一时间在${one.org.name}和${other.org.name}住院。`,
  };
};

/** Twice the usual pieces is not more than twice, one piece more is; a tenth dearer is not more than a tenth, one yuan more a visit is. */
function limitRows(town: Town): void {
  const random = town.world.random('scheme/S11/limits');
  const maker = town.firm(random, { role: 'mah' });
  const month = 25;
  for (const [find, extra, zh] of [
    [false, 0, '用量恰为前十二个月中位数的2.0倍：不算超过2倍。'],
    [true, 1, '用量超过前十二个月中位数的2倍一件。'],
  ] as const) {
    const ward = town.ward();
    const item = town.item(random, maker, { category: '高值耗材' });
    const surgeon = town.hire(random, ward, '主任医师');
    const rows: string[] = [];
    for (let m = month - 12; m <= month; m++)
      for (let n = 0; n < 20; n++) {
        const pieces = m < month ? 2 : n === 0 ? 4 + extra : 4;
        const row = charge(town, random, ward, surgeon, item, monthStart(m) + n, pieces);
        if (m === month) rows.push(row);
      }
    town.story.boundaries.push({
      id: `S11-surge-${find ? 'above' : 'at'}`,
      model: 'hcv-consumable-surge',
      find,
      subjects: [ward.org],
      rows,
      zh,
    });
  }
  for (const [find, extra, zh] of [
    [false, 0, '次均费用恰好上升10.0%：不算超过10%。'],
    [true, 1, '次均费用上升超过10%，每次多一元。'],
  ] as const) {
    const ward = town.ward();
    const rows: string[] = [];
    for (let d = 0; d < 8; d++) {
      const dept = d === 0 ? ward.dept : `${ward.dept}${'一二三四五六七'[d - 1]!}组`;
      const doctor = town.hire(random, { ...ward, dept }, '副主任医师');
      for (const at of [month - 12, month])
        for (let n = 0; n < 32; n++) {
          const fee = yuan(at === month && d === 0 ? 11_000 + extra : 10_000);
          const row = settle(
            town,
            ward,
            dept,
            doctor,
            99_780_000 + (find ? 4000 : 0) + d * 100 + (at === month ? 50 : 0) + n,
            monthStart(at) + 7 + (n % 18),
            fee,
          );
          if (at === month && d === 0) rows.push(row);
        }
    }
    town.story.boundaries.push({
      id: `S11-growth-${find ? 'above' : 'at'}`,
      model: 'avg-cost-per-visit-growth',
      find,
      subjects: [ward.org],
      rows,
      zh,
    });
  }
}

/** One settled stay of six days for high blood pressure. */
const settle = (
  town: Town,
  ward: Ward,
  dept: string,
  doctor: Person,
  patient: number,
  day: number,
  fee: number,
): string =>
  town.book.add('visit', {
    hospital: ward.org,
    dept,
    doctor,
    patient_no: String(patient),
    visit_type: '住院',
    admit_date: day - 6,
    discharge_date: day,
    settle_date: day,
    diagnosis_code: 'I10.9',
    diagnosis: '高血压',
    total_fee: fee,
    fund_pay: Math.floor(fee * 0.7),
  });

const manners: readonly Manner[] = [dearVisits, moreImplants, heavyHand, reusedCodes, repeatedScans, twoBeds];

function charge(
  town: Town,
  random: Random,
  ward: Ward,
  doctor: Person,
  item: { code: string; name: string; price: number },
  day: number,
  quantity: number,
  udi?: string,
): string {
  const no = town.book.records.get('visit_item')?.length ?? 0;
  return town.book.add('visit_item', {
    hospital: ward.org,
    dept: ward.dept,
    doctor,
    patient_no: String(99_600_000 + no),
    charged_at: stampOf(day, random.int(8, 17), random.int(0, 59), 0),
    item_code: item.code,
    item_name: item.name,
    item_kind: '高值耗材',
    udi: udi ?? `99UDX${String(no).padStart(8, '0')}`,
    quantity,
    unit_price: item.price,
    amount: Math.round((item.price * quantity) / 100),
    procedure: '介入治疗术',
  });
}

const grown = (before: number, after: number): number => after / before - 1;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
