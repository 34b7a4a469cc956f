import { dayNumber, daysBetween } from '../../../shared/evidence/day.ts';
import { greatestChance } from './ask/greatest-chance.ts';
import { atLeastByChance } from './ask/statistics.ts';
import { count, days, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { settled } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const here = '澄溪市第一人民医院';
const there = '望川市人民医院';

export default defineModel({
  id: 'overlapping-stay',
  version: 1,
  group: 'G5',
  areas: ['insurance_fund'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.45,
  title: { zh: '住院重叠、分解住院', en: 'Overlapping or split stays' },
  question: {
    zh: '同一患者是否同时在两家医院住院，或出院数日内以同一诊断再次入院，且该院的比例明显偏高？',
    en: 'Was one patient an inpatient of two hospitals at a time, or admitted again within days for the same diagnosis clearly more often than elsewhere?',
  },
  summary: {
    zh: '{{where}}：{{overlaps}} 对住院期间重叠，{{readmissions}} 次出院后数日内以同一诊断再次入院',
    en: '{{where}}: {{overlaps}} pairs of stays overlap, {{readmissions}} admissions for the same diagnosis within days of discharge',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '同一人不能同时在两家医院住院；分解住院的天数各地规定不同，常见 10 至 15 日。转院当日、放化疗和透析不计。',
        en: 'Nobody is in two hospitals at once; the days within which a return counts as a split stay differ by place, often 10 to 15. Days of transfer, chemotherapy, radiation and dialysis do not count.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit', fields: ['hospital', 'patient_no', 'admit_date', 'discharge_date'] }],
  settings: [
    {
      name: 'r',
      label: { zh: '再次入院间隔', en: 'Days until a return' },
      unit: days,
      default: 10,
      min: 1,
      max: 60,
      step: 1,
      basis: { zh: '本工具判断：各地规定常见 10–15 日', en: 'Judgement: local rules often say 10 to 15 days' },
    },
    {
      name: 'n0',
      label: { zh: '最少再次入院次数', en: 'Least returns' },
      unit: { zh: '次', en: 'admissions' },
      default: 5,
      min: 2,
      max: 1000,
      step: 1,
      basis: ownJudgement,
    },
    greatestChance({
      zh: '本工具判断：按其他医院的再次入院率，二项分布',
      en: 'Judgement: binomial, at the rate of the other hospitals',
    }),
  ],
  innocent: [
    { zh: '转院当日两院都有记录', en: 'Both hospitals record the day of a transfer' },
    {
      zh: '住院期间外出会诊、检查由另一院结算',
      en: 'A consultation or test elsewhere that the other hospital settled as a stay',
    },
    { zh: '分期手术、计划内再次入院', en: 'Surgery in stages, a planned return' },
    { zh: '患者编号录错', en: 'A slip in the number of the patient' },
  ],
  blindSpots: [
    {
      zh: '各院自编患者编号时不能跨院比较；年龄或性别矛盾的不算同一人',
      en: 'Where hospitals number patients themselves they cannot be compared; patients whose age or gender contradict are two',
    },
    {
      zh: '同一医院内的重叠多为分段结算，不提示',
      en: 'Overlaps within one hospital are mostly interim settlements and not flagged',
    },
    {
      zh: '没有其他医院可比时，再次入院不作判断',
      en: 'Without another hospital to compare with returns are not judged',
    },
  ],

  find(evidence, settings) {
    const stays = readStays(evidence);
    const byPatient = [...Map.groupBy(stays, ({ patient }) => patient).values()];
    const overlaps = byPatient.flatMap(overlapsOf);
    const returns = byPatient.flatMap((list) => returnsOf(list, settings.r));
    const hits: Hit[] = [];
    for (const pairs of Map.groupBy(overlaps, hospitalsOf).values()) hits.push(overlapHit(evidence, pairs));
    const staysAt = Map.groupBy(stays, ({ hospital }) => hospital);
    for (const [hospital, pairs] of Map.groupBy(returns, ({ later }) => later.hospital)) {
      evidence.breathe();
      const [own, n] = [staysAt.get(hospital)!.length, pairs.length];
      const others = { stays: stays.length - own, returns: returns.length - n };
      const p = atLeastByChance(n, own, (others.returns + 1) / (others.stays + 1));
      if (n >= settings.n0 && others.stays > 0 && p < settings.p)
        hits.push(returnHit(evidence, hospital, pairs, { own, p, ...others }, settings));
    }
    return { examined: stays.length, hits };
  },

  examples: [
    {
      title: '同一患者同时在两家医院住院，重叠正好一整日',
      sheets: {
        visit: [stay('1', 'P1', here, '2024-03-01', '2024-03-10'), stay('2', 'P1', there, '2024-03-09', '2024-03-15')],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '整个住院期间都在另一家医院的住院期间之内',
      sheets: {
        visit: [stay('1', 'P1', here, '2024-03-01', '2024-03-30'), stay('2', 'P1', there, '2024-03-05', '2024-03-08')],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '五名患者出院十日内以同一诊断再次入院，另一家医院没有',
      sheets: { visit: [...returning(5, '2024-03-18'), ...elsewhere()] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '转院当日：前一家出院日即后一家入院日，不提示',
      sheets: {
        visit: [stay('1', 'P1', here, '2024-03-01', '2024-03-10'), stay('2', 'P1', there, '2024-03-10', '2024-03-15')],
      },
      finds: [],
    },
    {
      title: '同号不同人（年龄相差很大）：不提示',
      sheets: {
        visit: [
          stay('1', 'P1', here, '2024-03-01', '2024-03-10', { age: '31' }),
          stay('2', 'P1', there, '2024-03-05', '2024-03-15', { age: '78' }),
        ],
      },
      finds: [],
    },
    {
      title: '同院分段结算：不提示',
      sheets: {
        visit: [stay('1', 'P1', here, '2024-03-01', '2024-03-10'), stay('2', 'P1', here, '2024-03-05', '2024-03-15')],
      },
      finds: [],
    },
    {
      title: '十一日后才再次入院：不提示',
      sheets: { visit: [...returning(5, '2024-03-21'), ...elsewhere()] },
      finds: [],
    },
    {
      title: '化疗周期：不提示',
      sheets: {
        visit: [
          ...returning(5, '2024-03-18', { diagnosis: '恶性肿瘤维持性化疗', diagnosis_code: 'Z51.1' }),
          ...elsewhere(),
        ],
      },
      finds: [],
    },
    {
      title: '再次入院是另一种诊断：不提示',
      sheets: {
        visit: [
          ...returning(5, '2024-03-18').map((row, i) =>
            i < 5 ? row : { ...row, diagnosis: '肺炎', diagnosis_code: 'J18.9' },
          ),
          ...elsewhere(),
        ],
      },
      finds: [],
    },
    {
      title: '没有出院日期一列：无法判断',
      sheets: {
        visit: [stay('1', 'P1', here, '2024-03-01', '2024-03-10')].map(({ discharge_date: _, ...row }) => row),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Row = Readonly<Record<string, string>>;

function stay(visit: string, patient: string, hospital: string, from: string, to: string, more: Row = {}): Row {
  return settled(visit, '12000.00', to, {
    patient_no: patient,
    hospital,
    admit_date: from,
    discharge_date: to,
    ...more,
  });
}

/** Patients discharged on 10 March who come back on the day given. */
function returning(patients: number, on: string, more: Row = {}): Row[] {
  return [
    ...Array.from({ length: patients }, (_, i) => stay(`a${i}`, `R${i}`, here, '2024-03-02', '2024-03-10', more)),
    ...Array.from({ length: patients }, (_, i) => stay(`b${i}`, `R${i}`, here, on, '2024-03-28', more)),
  ];
}

function elsewhere(): Row[] {
  return Array.from({ length: 60 }, (_, i) => stay(`e${i}`, `E${i}`, there, '2024-03-02', '2024-03-10'));
}

interface Stay {
  readonly row: number;
  readonly hospital: number;
  readonly patient: string;
  readonly from: string;
  readonly to: string;
  readonly diagnosis: string | null;
  readonly words: string;
  readonly age: string | null;
  readonly gender: string | null;
}

/** Two stays of one patient, the one that began first before. */
interface Pair {
  readonly earlier: Stay;
  readonly later: Stay;
}

/** Treatments that are given in cycles. */
const inCycles = /化疗|放疗|放射治疗|透析|靶向|免疫治疗|Z51|Z49/i;

/** Stays of known patients, each once however often it was settled: of one visit, or of one hospital from the same day on. */
function readStays(evidence: EvidenceReader): Stay[] {
  const rows = evidence.all<Stay & { visit: string | null }>(
    `select row, hospital, patient_no as patient, admit_day as "from", discharge_day as "to", visit_no as visit, age, gender,
            coalesce(substr(diagnosis_code, 1, 3), diagnosis) as diagnosis, coalesce(diagnosis_code, '') || ' ' || coalesce(diagnosis, '') as words
     from visit
     where hospital is not null and patient_no is not null and admit_day is not null and discharge_day >= admit_day
       and coalesce(visit_type, 'inpatient') = 'inpatient'
     order by patient_no, admit_day, discharge_day, hospital, visit_no, row`,
  );
  const known = new Set<string>();
  return rows.filter(({ patient, hospital, from, visit, words }) => {
    const names = [`${patient} ${hospital} ${from}`, ...(visit === null ? [] : [`${hospital} visit ${visit}`])];
    const isNew = names.every((name) => !known.has(name));
    for (const name of names) known.add(name);
    return isNew && !inCycles.test(words);
  });
}

/** Numbers of patients may be a hospital's own: where age or gender contradict they are two people. */
function isOnePerson(a: Stay, b: Stay): boolean {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false;
  const years = Math.abs(dayNumber(a.from) - dayNumber(b.from)) / 365;
  return a.age === null || b.age === null || Math.abs(Number(a.age) - Number(b.age)) <= years + 1;
}

/** Stays of one patient in two hospitals that share a whole day at least. */
function overlapsOf(stays: readonly Stay[]): Pair[] {
  return stays.flatMap((earlier, i) =>
    stays
      .slice(i + 1)
      .filter(
        (later) =>
          later.hospital !== earlier.hospital && isOnePerson(earlier, later) && sharedDays({ earlier, later }) >= 1,
      )
      .map((later) => ({ earlier, later })),
  );
}

const sharedDays = ({ earlier, later }: Pair): number =>
  daysBetween(later.from, earlier.to < later.to ? earlier.to : later.to);

/** Admissions to the hospital that discharged the patient within so many days before, with the same diagnosis. */
function returnsOf(stays: readonly Stay[], most: number): Pair[] {
  return stays.flatMap((later): Pair[] => {
    const earlier = stays.findLast(
      (each) =>
        each !== later &&
        each.hospital === later.hospital &&
        each.diagnosis !== null &&
        each.diagnosis === later.diagnosis &&
        each.from < later.from &&
        daysBetween(each.to, later.from) >= 0 &&
        daysBetween(each.to, later.from) <= most,
    );
    return earlier && isOnePerson(earlier, later) ? [{ earlier, later }] : [];
  });
}

const hospitalsOf = ({ earlier, later }: Pair): string =>
  [earlier.hospital, later.hospital].sort((a, b) => a - b).join(' ');

const cite = ({ earlier, later }: Pair): HitRow[] => [
  { row: earlier.row, field: 'discharge_date', role: 'evidence' },
  { row: later.row, field: 'admit_date', role: 'evidence' },
];

/** Each row once: a stay may stand in several pairs. */
const citeAll = (pairs: readonly Pair[]): HitRow[] => [
  ...new Map(pairs.flatMap(cite).map((cited) => [`${cited.row} ${cited.field}`, cited])).values(),
];

const patientsOf = (pairs: readonly Pair[]): number => new Set(pairs.map(({ later }) => later.patient)).size;

function overlapHit(evidence: EvidenceReader, pairs: readonly Pair[]): Hit {
  const { earlier, later } = pairs[0]!;
  const hospitals = [earlier, later]
    .map(({ hospital }) => evidence.party(hospital))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  return {
    key: `overlap:${hospitals.map(({ uid }) => uid).join('+')}`,
    severity: 3,
    confidence: 0.6,
    params: {
      where: text(hospitals.map(({ name }) => name).join('、')),
      overlaps: count(pairs.length),
      readmissions: count(0),
    },
    measures: [
      noted({ zh: '重叠的住院', en: 'Pairs of stays that overlap' }, count(pairs.length)),
      noted({ zh: '重叠最多的天数', en: 'Most days shared' }, count(Math.max(...pairs.map(sharedDays)))),
      noted({ zh: '患者', en: 'Patients' }, count(patientsOf(pairs))),
    ],
    fen: null,
    subjects: hospitals.map(({ id, name }) => ({ role: 'hospital', party: id, name })),
    rows: citeAll(pairs),
  };
}

function returnHit(
  evidence: EvidenceReader,
  id: number,
  pairs: readonly Pair[],
  all: { readonly own: number; readonly stays: number; readonly returns: number; readonly p: number },
  settings: Readonly<Record<'r' | 'n0' | 'p', number>>,
): Hit {
  const hospital = evidence.party(id);
  return {
    key: `return:${hospital.uid}`,
    severity: 2,
    confidence: 0.5,
    params: { where: text(hospital.name), overlaps: count(0), readmissions: count(pairs.length) },
    measures: [
      measured({ zh: '再次入院', en: 'Returns' }, count(pairs.length), '>=', count(settings.n0), 'n0'),
      measured(
        { zh: '最长间隔（天）', en: 'Longest interval in days' },
        count(Math.max(...pairs.map(({ earlier, later }) => daysBetween(earlier.to, later.from)))),
        '<=',
        count(settings.r),
        'r',
      ),
      measured(
        { zh: '按其他医院比例偶然出现的概率（万分之）', en: 'Chance at the rate of the others (in 10,000)' },
        number(all.p * 10_000),
        '<',
        number(settings.p * 10_000),
        'p',
      ),
      noted({ zh: '本院再次入院率', en: 'Rate of the hospital' }, ratio(pairs.length / all.own)),
      noted({ zh: '其他医院再次入院率', en: 'Rate of the others' }, ratio(all.returns / all.stays)),
      noted({ zh: '患者', en: 'Patients' }, count(patientsOf(pairs))),
    ],
    fen: null,
    subjects: [{ role: 'hospital', party: id, name: hospital.name }],
    rows: citeAll(pairs),
  };
}
