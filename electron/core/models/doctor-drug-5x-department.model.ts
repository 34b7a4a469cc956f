import { isShareAbove } from './ask/exact.ts';
import { boundsOf, type Month } from './ask/months.ts';
import { readProductMakers } from './ask/product-companies.ts';
import { microOf, microQuantity, unitsOf } from './ask/quantity.ts';
import { count, measured, noted, number, text } from './ask/values.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

const times = { zh: '倍', en: 'times' };

export default defineModel({
  id: 'doctor-drug-5x-department',
  version: 1,
  group: 'G5',
  areas: ['key_posts', 'nine_rules'],
  links: ['use'],
  family: 'usage',
  weight: 0.45,
  title: {
    zh: '单医生单月开具某药品超科室均值5倍',
    en: 'One doctor, one month, one drug over 5 times the department mean',
  },
  question: {
    zh: '一名医生在一个月内开具某种药品的数量，是否超过本科室开单医生均值的 5 倍？',
    en: 'Did one doctor prescribe more than 5 times as much of one drug in one month as the doctors of the department do on average?',
  },
  summary: {
    zh: '{{where}}{{doctor}}有 {{months}} 个月开具的{{drug}}超过科室均值的限定倍数，最高为 {{month}} 的 {{quantity}}（{{ratio}} 倍）',
    en: '{{doctor}} ({{where}}) prescribed more {{drug}} than the set multiple of the department mean in {{months}} months, most in {{month}}: {{quantity}} ({{ratio}} times)',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：江苏省“医药购销廉洁监管平台”',
        en: 'Progress report of 2025: the Jiangsu platform for clean trade in medicines',
      },
      text: {
        zh: '设置“单医生单月开具某药品超科室均值5倍”等23个预警模型。',
        en: '23 warning models, among them "one doctor, one month, one drug over 5 times the department mean".',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '报告没有定义均值。本工具按字面：科室当月全部开单医生（含本人、含未开该药者）的平均数；正好 5 倍不提示。',
        en: 'The report does not define the mean. To the letter: the average of all doctors of the department who prescribed anything that month, this doctor and those without the drug included; exactly 5 times is not flagged.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'prescription', fields: ['rx_date', 'dept', 'doctor', 'generic_name', 'quantity'] }],
  settings: [
    {
      name: 'mult',
      label: { zh: '科室均值的倍数', en: 'Multiple of the department mean' },
      unit: times,
      default: 5,
      min: 1,
      max: 50,
      step: 0.5,
      basis: { zh: '2025年报告：江苏平台的规则', en: 'Report of 2025: the rule of the Jiangsu platform' },
    },
    {
      name: 'mean_mode',
      label: { zh: '均值口径', en: 'How the mean is made' },
      unit: { zh: '0 含本人 · 1 不含本人', en: '0 with the doctor, 1 without' },
      default: 0,
      min: 0,
      max: 1,
      step: 1,
      basis: {
        zh: '本工具判断：报告未定义均值，0 为字面。科室不足 6 人时字面口径无法触发，可改用 1；其他人都未开该药时 1 也不提示',
        en: 'Judgement: the report does not define the mean, 0 is the letter. With fewer than 6 doctors the letter cannot fire and 1 can be used; where nobody else prescribed the drug 1 is silent as well',
      },
    },
    {
      name: 'min_qty',
      label: { zh: '最少数量', en: 'Least quantity' },
      unit: { zh: '所选计量', en: 'in what is counted' },
      default: 0,
      min: 0,
      max: 1_000_000,
      step: 1,
      basis: {
        zh: '本工具判断：0 为规则原样；提高（如 10）可略去少用药品',
        en: 'Judgement: 0 is the rule as written; raise it (say 10) to leave out rare drugs',
      },
    },
    {
      name: 'unit',
      label: { zh: '计量', en: 'What is counted' },
      unit: { zh: '0 数量 · 1 金额（元） · 2 条数', en: '0 quantity, 1 yuan, 2 lines' },
      default: 0,
      min: 0,
      max: 2,
      step: 1,
      basis: {
        zh: '本工具判断：报告写“开具”，默认按数量',
        en: 'Judgement: the report says "prescribed", which is taken as quantity',
      },
    },
  ],
  innocent: [
    { zh: '亚专科医生，科内只有其诊治该病', en: 'A sub-specialist who alone treats the disease' },
    { zh: '节假日替班、集中坐诊', en: 'Cover during holidays, or clinics held by one doctor' },
    { zh: '慢病门诊的重复配药', en: 'Repeat prescriptions of a clinic for chronic diseases' },
    { zh: '科主任代住院医师签名', en: 'The head of department signs for residents' },
  ],
  blindSpots: [
    {
      zh: '当月开单医生不超过 5 人的科室，字面规则无法触发，运行结果逐科室列出',
      en: 'In a department with no more than 5 prescribing doctors the rule cannot fire; the run lists each of them',
    },
    {
      zh: '同一科室写法不同（骨科、骨一科）视为不同科室；同名同科医生没有工号时视为一人',
      en: 'One department written in two ways counts as two; doctors of one name in one department without numbers count as one',
    },
    {
      zh: '分散在多种药品或多个科室的开单看不到；亚专科没有标签，只能从“科内无他人开具”看出',
      en: 'What is spread over several drugs or departments is not seen; a sub-specialty shows only where nobody else prescribes the drug',
    },
  ],

  coverage(evidence, settings) {
    const departments = readDepartments(evidence, settings.unit);
    if (departments.length === 0)
      return [
        {
          id: 'prescription.dept',
          words: {
            zh: '处方中没有同时写明医院、科室和药品的行',
            en: 'No line of the prescriptions names hospital, department and drug',
          },
        },
      ];
    const small = tooSmall(evidence, departments, settings);
    return departments.every(({ months }) => [...months.values()].every(({ active }) => cannotFire(active, settings)))
      ? small
      : [];
  },

  find(evidence, settings) {
    const departments = readDepartments(evidence, settings.unit);
    const hits: Hit[] = [];
    let [examined, mixedUnits] = [0, 0];
    for (const department of departments) {
      evidence.breathe();
      const found = new Map<string, Excess[]>();
      for (const [month, { active, drugs, mixed }] of department.months)
        for (const [drug, list] of drugs) {
          if (settings.unit === 0 && mixed.has(drug)) {
            mixedUnits++;
            continue;
          }
          examined += list.length;
          const total = list.reduce((sum, { amount }) => sum + amount, 0);
          const totalFen = list.reduce((sum, { fen }) => sum + fen, 0);
          for (const each of list) {
            if (!isExcess(each.amount, total, active, settings)) continue;
            const key = `${each.doctor} ${each.no} ${drug}`;
            const others = list.filter((other) => other !== each && other.amount > 0).length;
            const excess = { ...each, drug, month, active, total, totalFen, others };
            const known = found.get(key);
            if (known) known.push(excess);
            else found.set(key, [excess]);
          }
        }
      for (const months of found.values()) hits.push(hitOf(evidence, department, months, settings));
    }
    const unjudged = [...tooSmall(evidence, departments, settings), ...unplaced(evidence), ...twoUnits(mixedUnits)];
    return { examined, hits, unjudged };
  },

  examples: [
    {
      title: '六名医生中一人 51 盒，其余合计 10 盒：5.02 倍',
      sheets: { prescription: department(['51', '2', '2', '2', '2', '2']) },
      finds: ['沈以墨'],
    },
    {
      title: '正好 5.0 倍（50 × 6 = 5 × 60）：不提示',
      sheets: { prescription: department(['50', '2', '2', '2', '2', '2']) },
      finds: [],
    },
    {
      title: '小数数量同样精确：50.000001 盒超过 5 倍',
      sheets: { prescription: department(['50.000001', '2', '2', '2', '2', '2']) },
      finds: ['沈以墨'],
    },
    {
      title: '分三次开、退一次药，净数仍超过 5 倍；没开该药的医生也算科室人数',
      sheets: {
        prescription: [
          prescribed('沈以墨', '30', '2024-03-02'),
          prescribed('沈以墨', '25', '2024-03-20'),
          prescribed('沈以墨', '-4', '2024-03-21'),
          prescribed('叶知秋', '10', '2024-03-05'),
          ...['薛明远', '孟以宁', '韩思齐', '顾长宁'].map((doctor) =>
            prescribed(doctor, '9', '2024-03-08', { generic_name: '阿仑膦酸钠片' }),
          ),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '退药后净数回到 5 倍：不提示',
      sheets: {
        prescription: [...department(['51', '2', '2', '2', '2', '2']), prescribed('沈以墨', '-1', '2024-03-25')],
      },
      finds: [],
    },
    {
      title: '五人科室由一人开出全部：比值只能到 5.0，说明科室人数不足',
      sheets: { prescription: department(['90', '0', '0', '0', '0'].map((q) => (q === '0' ? '' : q))) },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '五人科室按“不含本人”口径：90 盒超过其余四人均值的 5 倍',
      sheets: { prescription: department(['90', '2', '2', '2', '2']) },
      settings: { mean_mode: 1 },
      finds: ['沈以墨'],
    },
    {
      title: '“不含本人”口径下正好 5 倍：不提示',
      sheets: { prescription: department(['10', '2', '2', '2', '2']) },
      settings: { mean_mode: 1 },
      finds: [],
    },
    {
      title: '大科室照常判断，小科室逐个说明',
      sheets: {
        prescription: [
          ...department(['51', '2', '2', '2', '2', '2']),
          prescribed('罗一舟', '40', '2024-03-02', { dept: '疼痛科' }),
          prescribed('陆闻笛', '1', '2024-03-02', { dept: '疼痛科' }),
        ],
      },
      finds: ['沈以墨'],
      unjudged: [
        '科室人数不足，规则无法触发：澄溪市第一人民医院疼痛科，1 个月中有 1 个月开单医生不超过 5 人（最多 2 人）',
      ],
    },
    {
      title: '同名同科的两名医生工号不同：各自不到 5 倍，不提示',
      sheets: {
        prescription: [
          prescribed('沈以墨', '26', '2024-03-02', { doctor_no: 'D001' }),
          prescribed('沈以墨', '26', '2024-03-02', { doctor_no: 'D002' }),
          ...['叶知秋', '薛明远', '孟以宁', '韩思齐', '顾长宁'].map((doctor, i) =>
            prescribed(doctor, '1', '2024-03-08', { doctor_no: `D01${i}` }),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '耗材不是药品：不提示',
      sheets: {
        prescription: department(['51', '2', '2', '2', '2', '2']).map((row) => ({ ...row, item_kind: '高值耗材' })),
      },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '一人按片计、其余按盒计：数量不能比较，说明后不提示',
      sheets: {
        prescription: [
          ...department(['51', '2', '2', '2', '2', '2']).map((row, i) => (i === 0 ? { ...row, unit: '片' } : row)),
        ],
      },
      finds: [],
      unjudged: ['1 组“科室、月份、药品”的数量单位不一致，未作比较'],
    },
    {
      title: '提高最少数量后不提示',
      sheets: { prescription: department(['51', '2', '2', '2', '2', '2']) },
      settings: { min_qty: 60 },
      finds: [],
    },
    {
      title: '没有科室一列：无法判断',
      sheets: {
        prescription: department(['51', '2', '2', '2', '2', '2']).map(({ dept: _, ...row }) => row),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** One line each in March 2024; '' prescribes another drug instead. */
function department(quantities: readonly string[]) {
  const doctors = ['沈以墨', '叶知秋', '薛明远', '孟以宁', '韩思齐', '顾长宁'];
  return quantities.map((quantity, i) =>
    quantity === ''
      ? prescribed(doctors[i]!, '3', '2024-03-11', { generic_name: '阿仑膦酸钠片' })
      : prescribed(doctors[i]!, quantity, '2024-03-11'),
  );
}

type Settings = Readonly<Record<'mult' | 'mean_mode' | 'min_qty' | 'unit', number>>;

interface Prescriber {
  readonly doctor: number;
  /** the doctor's number where it tells two of one name apart, else '' */
  readonly no: string;
  /** net, in millionths of a unit, fen or lines */
  readonly amount: number;
  readonly fen: number;
}

interface DepartmentMonth {
  /** doctors with at least one prescription of anything */
  readonly active: number;
  /** drugs counted in two units, 盒 and 片: their quantities cannot be compared */
  readonly mixed: ReadonlySet<number>;
  readonly drugs: ReadonlyMap<number, readonly Prescriber[]>;
}

interface Department {
  readonly hospital: number;
  readonly dept: string;
  readonly months: ReadonlyMap<Month, DepartmentMonth>;
}

interface Excess extends Prescriber {
  readonly drug: number;
  readonly month: Month;
  readonly active: number;
  readonly total: number;
  readonly totalFen: number;
  /** colleagues who prescribed the drug that month */
  readonly others: number;
}

/** q > mult · mean in whole numbers: with the doctor q·n > mult·Q, without q·(n−1) > mult·(Q−q). */
function isExcess(amount: number, total: number, active: number, settings: Settings): boolean {
  if (amount <= 0 || amount < leastOf(settings)) return false;
  if (settings.mean_mode === 0) return isShareAbove(amount * active, total, settings.mult);
  return total > amount && isShareAbove(amount * (active - 1), total - amount, settings.mult);
}

const leastOf = ({ unit, min_qty: least }: Settings): number =>
  unit === 0 ? microOf(least) : unit === 1 ? Math.round(least * 100) : least;

/** q is at most Q, so that the ratio to the mean is at most the number of doctors. */
const cannotFire = (active: number, { mult, mean_mode: mode }: Settings): boolean =>
  mode === 0 ? active <= mult : active <= 1;

interface Line {
  readonly hospital: number;
  readonly dept: string;
  readonly month: Month;
  readonly coarse: number;
  readonly doctor: number;
  readonly no: string | null;
  /** null: no drug */
  readonly drug: number | null;
  readonly gave: number;
  readonly unit: string;
  readonly lastUnit: string;
  readonly amount: number;
  readonly fen: number;
}

const amounts = [`sum(${microQuantity})`, 'coalesce(sum(p.fen), 0)', 'sum(quantity + 0 > 0)'];

const readDepartments = (evidence: EvidenceReader, unit: number): readonly Department[] =>
  evidence.once(`departments of prescriptions by ${unit}`, () => gatherDepartments(evidence, amounts[unit]!));

/** What each doctor of each department prescribed of each drug in each month, returns netted. Months that come in detail and as totals are taken in detail. */
function gatherDepartments(evidence: EvidenceReader, amount: string): Department[] {
  const lines = evidence.all<Line>(
    `select p.hospital, p.dept, substr(p.day, 1, 7) as month, p.precision = 'month' as coarse, p.doctor, p.doctor_no as no,
            iif(coalesce(p.item_kind, 'drug') in ('drug', 'tcm') and coalesce(g.role, '') <> 'device', p.product, null) as drug,
            max(quantity + 0 > 0) as gave, min(coalesce(p.unit, '')) as unit, max(coalesce(p.unit, '')) as lastUnit,
            ${amount} as amount, coalesce(sum(p.fen), 0) as fen
     from prescription p left join who g on g.party = p.product
     where p.hospital is not null and p.dept is not null
     group by 1, 2, 3, 4, 5, 6, 7`,
  );
  const departments: Department[] = [];
  for (const ofDepartment of Map.groupBy(lines, ({ hospital, dept }) => `${hospital} ${dept}`).values()) {
    evidence.breathe();
    const { hospital, dept } = ofDepartment[0]!;
    const months = new Map<Month, DepartmentMonth>();
    for (const [month, all] of Map.groupBy(ofDepartment, (line) => line.month)) {
      const detailed = all.filter(({ coarse }) => coarse === 0);
      months.set(month, monthOfDepartment(detailed.length > 0 ? detailed : all));
    }
    if ([...months.values()].some(({ drugs }) => drugs.size > 0)) departments.push({ hospital, dept, months });
  }
  return departments;
}

function monthOfDepartment(lines: readonly Line[]): DepartmentMonth {
  const numbers = new Map<number, Set<string>>();
  for (const { doctor, no } of lines) {
    const known = numbers.get(doctor) ?? new Set<string>();
    numbers.set(doctor, known);
    if (no !== null) known.add(no);
  }
  // two numbers under one name are two doctors; lines of that name without a number are then nobody's, but count in the total
  const noOf = ({ doctor, no }: Line) => (numbers.get(doctor)!.size > 1 ? (no ?? '?') : '');
  const active = new Set<string>();
  const drugs = new Map<number, Map<string, Prescriber>>();
  for (const line of lines) {
    const { doctor, drug, amount, fen } = line;
    const no = noOf(line);
    const key = `${doctor} ${no}`;
    if (line.gave === 1 && no !== '?') active.add(key);
    if (drug === null) continue;
    const ofDrug = drugs.get(drug) ?? new Map<string, Prescriber>();
    drugs.set(drug, ofDrug);
    const known = ofDrug.get(key);
    ofDrug.set(key, { doctor, no, amount: amount + (known?.amount ?? 0), fen: fen + (known?.fen ?? 0) });
  }
  const mixed = new Set<number>();
  for (const [drug, list] of Map.groupBy(lines, (line) => line.drug))
    if (drug !== null && new Set(list.flatMap(({ unit, lastUnit }) => [unit, lastUnit])).size > 1) mixed.add(drug);
  return {
    active: active.size,
    mixed,
    // who took back more than he gave that month prescribed none: it must not lower the others' mean
    drugs: new Map(
      [...drugs].map(([drug, list]) => [
        drug,
        [...list.values()].map((each) => ({ ...each, amount: Math.max(0, each.amount) })),
      ]),
    ),
  };
}

const placeName = (evidence: EvidenceReader, { hospital, dept }: Department): string =>
  `${evidence.party(hospital).name}${dept}`;

/** 科室人数不足，规则无法触发: each department with the months in which too few doctors prescribed. */
function tooSmall(evidence: EvidenceReader, departments: readonly Department[], settings: Settings): Lack[] {
  return departments
    .flatMap((department): Lack[] => {
      const small = [...department.months.values()].filter(({ active }) => cannotFire(active, settings));
      if (small.length === 0) return [];
      const [where, all] = [placeName(evidence, department), department.months.size];
      const least = settings.mean_mode === 0 ? Math.floor(settings.mult) : 1;
      const most = Math.max(...small.map(({ active }) => active));
      return [
        {
          id: 'department',
          words: {
            zh: `科室人数不足，规则无法触发：${where}，${all} 个月中有 ${small.length} 个月开单医生不超过 ${least} 人（最多 ${most} 人）`,
            en: `Too few doctors for the rule to fire: ${where}, no more than ${least} prescribing doctors in ${small.length} of ${all} months (at most ${most})`,
          },
        },
      ];
    })
    .sort((a, b) => (a.words.zh < b.words.zh ? -1 : 1));
}

/** Lines that say no hospital or no department belong to no mean. */
function unplaced(evidence: EvidenceReader): Lack[] {
  const { n } = evidence.one<{ n: number }>(
    'select count(*) as n from prescription where hospital is null or dept is null',
  )!;
  return n === 0
    ? []
    : [
        {
          id: 'prescription.hospital',
          words: {
            zh: `${n} 行处方没有医院或科室，未计入任何科室`,
            en: `${n} lines of prescriptions without hospital or department belong to no department`,
          },
        },
      ];
}

const twoUnits = (n: number): Lack[] =>
  n === 0
    ? []
    : [
        {
          id: 'prescription.unit',
          words: {
            zh: `${n} 组“科室、月份、药品”的数量单位不一致，未作比较`,
            en: `${n} groups of department, month and drug are counted in different units and were not compared`,
          },
        },
      ];

const LARGE_EXCESS = 2_000_000;
const OFTEN = 3;

function hitOf(evidence: EvidenceReader, department: Department, months: readonly Excess[], settings: Settings): Hit {
  const most = months.toSorted((a, b) => ratioOf(b) - ratioOf(a) || (a.month < b.month ? -1 : 1))[0]!;
  const [doctor, drug] = [evidence.party(most.doctor), evidence.party(most.drug)];
  const payments = paymentsOfMakers(evidence, most.drug, most.doctor);
  const large = months.some(({ fen, totalFen, active }) => fen * active - totalFen >= LARGE_EXCESS * active);
  const often = months.some(({ month }) => monthsInYear(months, month) >= OFTEN);
  // nobody else of the department prescribes it in any month: by the letter a finding, by itself no more than a note
  const alone = [...department.months.values()].every(({ drugs }) =>
    (drugs.get(most.drug) ?? []).every((each) => each.doctor === most.doctor || each.amount === 0),
  );
  const show = (amount: number) =>
    number(settings.unit === 0 ? unitsOf(amount) : settings.unit === 1 ? amount / 100 : amount);
  const mean = settings.mean_mode === 0 ? most.total / most.active : (most.total - most.amount) / (most.active - 1);
  return {
    key: [doctor.uid, most.no, drug.uid, evidence.party(department.hospital).uid, department.dept].join(':'),
    severity: payments.length > 0 ? 3 : !alone && (large || often) ? 2 : 1,
    confidence: settings.mean_mode === 0 ? 0.85 : 0.6,
    params: {
      where: text(placeName(evidence, department)),
      doctor: text(doctor.name),
      drug: text(drug.name),
      months: count(months.length),
      month: text(most.month),
      quantity: show(most.amount),
      ratio: number(most.amount / mean),
    },
    measures: [
      measured(
        { zh: '最高月份与科室均值之比', en: 'Highest month against the department mean' },
        number(most.amount / mean),
        '>',
        number(settings.mult),
        'mult',
      ),
      measured(
        { zh: '该月本人开具', en: 'Prescribed by the doctor in that month' },
        show(most.amount),
        '>=',
        number(settings.min_qty),
        'min_qty',
      ),
      noted({ zh: '该月科室合计', en: 'Total of the department in that month' }, show(most.total)),
      noted({ zh: '该月科室开单医生', en: 'Prescribing doctors of the department in that month' }, count(most.active)),
      noted({ zh: '超过的月数', en: 'Months above it' }, count(months.length)),
      noted(
        { zh: '该月科内其他开该药的医生', en: 'Others of the department with the drug in that month' },
        count(most.others),
      ),
      noted({ zh: '该药企业付给本人的款项', en: 'Payments of its makers to the doctor' }, count(payments.length)),
    ],
    fen: null,
    subjects: [
      { role: 'person', party: most.doctor, name: doctor.name },
      { role: 'product', party: most.drug, name: drug.name },
      { role: 'hospital', party: department.hospital, name: evidence.party(department.hospital).name },
    ],
    rows: [...months.flatMap((each) => rowsOf(evidence, department, each, settings.unit)), ...payments],
  };
}

const ratioOf = ({ amount, total, active }: Excess): number => (amount * active) / total;

const monthsInYear = (months: readonly Excess[], first: Month): number =>
  months.filter(({ month }) => month.slice(0, 4) === first.slice(0, 4)).length;

/** The doctor's own lines of the month are the evidence, those of the colleagues what the mean is made of. */
function rowsOf(evidence: EvidenceReader, department: Department, excess: Excess, unit: number): HitRow[] {
  const { from, before } = boundsOf(excess.month);
  return evidence
    .all<{ row: number; doctor: number; no: string | null; hasAmount: number }>(
      `select row, doctor, doctor_no as no, fen is not null and computed = 0 as hasAmount from prescription
       where product = :drug and day >= :from and day < :before and hospital = :hospital and dept = :dept order by row`,
      { drug: excess.drug, from, before, hospital: department.hospital, dept: department.dept },
    )
    .map(({ row, doctor, no, hasAmount }) => ({
      row,
      field: unit === 1 && hasAmount === 1 ? 'amount' : 'quantity',
      role: doctor === excess.doctor && (excess.no === '' || no === excess.no) ? 'evidence' : 'context',
    }));
}

/** Whoever makes the drug and paid the doctor. */
function paymentsOfMakers(evidence: EvidenceReader, drug: number, doctor: number): HitRow[] {
  const makers = readProductMakers(evidence).get(drug);
  if (!makers) return [];
  return evidence
    .all<{ row: number; payer: number }>('select row, payer from payment where payee = :doctor order by row', {
      doctor,
    })
    .filter(({ payer }) => makers.has(payer))
    .map(({ row }) => ({
      row,
      field: 'amount',
      role: 'context',
      note: { zh: '该药企业付给本人', en: 'Paid to the doctor by a maker of the drug' },
    }));
}
