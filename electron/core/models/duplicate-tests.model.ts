import { dayNumber } from '../../../shared/evidence/day.ts';
import { severityOfAmount } from './ask/amount-band.ts';
import { citeGoods, fenOfGoods, type GoodsLine } from './ask/cite-goods.ts';
import { greatestChance } from './ask/greatest-chance.ts';
import { microQuantity } from './ask/quantity.ts';
import { atLeastByChance } from './ask/statistics.ts';
import { count, days, fen, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { charged } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type Lack } from './model.ts';

const blood = { item_name: '尿酸测定', item_kind: '检验' };

export default defineModel({
  id: 'duplicate-tests',
  version: 1,
  group: 'G5',
  areas: ['insurance_fund', 'nine_rules'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.35,
  title: { zh: '重复检查', en: 'Duplicate tests' },
  question: {
    zh: '同一患者数日内重复做同一检查检验，某位医生的重复率是否明显高于本科室其他医生？',
    en: 'Do patients repeat one test within days clearly more often with one doctor than with the others of the department?',
  },
  summary: {
    zh: '{{doctor}}（{{where}}）开出的 {{tests}} 次检查检验中有 {{repeats}} 次在数日内重复，本科室其他医生的重复率为 {{rate}}',
    en: '{{repeats}} of {{tests}} tests ordered by {{doctor}} ({{where}}) repeat one of a few days before; the rate of the others of the department is {{rate}}',
  },
  basis: [
    {
      source: { zh: '2025年整治工作进展报告', en: 'Progress report of 2025' },
      text: {
        zh: '对1200余名存在“大处方”“重复检查”问题的医生进行约谈警告。',
        en: 'More than 1,200 doctors with "oversized prescriptions" or "duplicate tests" were warned.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '报告没有定义间隔。影像 7 日、检验 3 日、至少 20 次和与同科医生的比较由本工具给出。',
        en: 'The report defines no interval. 7 days for imaging, 3 for laboratory tests, 20 repeats and the comparison within the department are of this tool.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit_item', fields: ['item_kind', 'charged_at', 'patient_no', 'doctor', 'dept'] }],
  settings: [
    {
      name: 'gap_imaging',
      label: { zh: '影像检查间隔', en: 'Interval of imaging' },
      unit: days,
      default: 7,
      min: 2,
      max: 90,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'gap_lab',
      label: { zh: '检验间隔', en: 'Interval of laboratory tests' },
      unit: days,
      default: 3,
      min: 2,
      max: 90,
      step: 1,
      basis: {
        zh: '本工具判断：只看门诊，住院和重症监护的检验不计',
        en: 'Judgement: outpatients only; tests of inpatients and intensive care do not count',
      },
    },
    {
      name: 'n0',
      label: { zh: '最少重复次数', en: 'Least repeats' },
      unit: { zh: '次', en: 'tests' },
      default: 20,
      min: 2,
      max: 10_000,
      step: 1,
      basis: ownJudgement,
    },
    greatestChance({
      zh: '本工具判断：按同科其他医生的重复率，二项分布',
      en: "Judgement: binomial, at the rate of the department's others",
    }),
  ],
  innocent: [
    { zh: '病情监测需要的复查', en: 'Tests repeated to watch the course of a disease' },
    { zh: '标本不合格、图像不清的重做', en: 'A sample or image that failed' },
    { zh: '术前术后、溶栓前后的对照', en: 'Controls before and after surgery or lysis' },
  ],
  blindSpots: [
    {
      zh: '血糖、血气、凝血等监测项目不计',
      en: 'Tests for monitoring (glucose, blood gas, coagulation and the like) are not counted',
    },
    {
      zh: '不同名称的组合项目包含同一检查时看不出；同日重复不计',
      en: 'A panel that contains the same test under another name is not seen; repeats of one day or in another hospital are not counted',
    },
    { zh: '全科都重复时没有人突出', en: 'Where the whole department repeats nobody stands out' },
  ],

  find(evidence, settings) {
    const tests = readTests(evidence);
    const repeats = new Map(repeatsOf(tests, settings).map((repeat) => [repeat.again, repeat]));
    const hits: Hit[] = [];
    for (const ofDepartment of Map.groupBy(tests, ({ hospital, dept }) => `${hospital} ${dept}`).values()) {
      evidence.breathe();
      const all = { tests: ofDepartment.length, repeats: ofDepartment.filter((test) => repeats.has(test)).length };
      for (const own of Map.groupBy(ofDepartment, ({ doctor }) => doctor).values()) {
        const found = own.flatMap((test) => repeats.get(test) ?? []);
        if (found.length < settings.n0) continue;
        // one more repeat than the others had: where they had none, or there is nobody else, chance is not underrated
        const others = { tests: all.tests - own.length, repeats: all.repeats - found.length };
        const chance = (others.repeats + 1) / (others.tests + 1);
        const p = atLeastByChance(found.length, own.length, chance);
        if (p < settings.p) hits.push(hitOf(evidence, own, found, { ...others, p }, settings));
      }
    }
    return { examined: tests.length, hits, unjudged: laboratoryUnjudged(evidence) };
  },

  examples: [
    {
      title: '一名医生的 40 名患者中 20 名六日内重复核磁，同科其他医生没有',
      sheets: { visit_item: [...scans('沈以墨', 40, 20, 6), ...scans('叶知秋', 60, 0, 6)] },
      finds: ['沈以墨'],
    },
    {
      title: '门诊检验两日内重复 20 次',
      sheets: {
        visit_item: [...scans('沈以墨', 40, 20, 2, blood), ...scans('叶知秋', 60, 0, 2, blood)],
        visit: outpatients(40),
      },
      finds: ['沈以墨'],
    },
    {
      title: '同科其他医生偶有重复，该医生仍明显突出',
      sheets: {
        visit_item: [...scans('沈以墨', 40, 25, 3), ...scans('叶知秋', 60, 3, 3), ...scans('薛明远', 60, 2, 3)],
      },
      finds: ['沈以墨'],
    },
    {
      title: '只有 19 次：不提示',
      sheets: { visit_item: [...scans('沈以墨', 40, 19, 6), ...scans('叶知秋', 60, 0, 6)] },
      finds: [],
    },
    {
      title: '间隔正好七日：不算重复，不提示',
      sheets: { visit_item: [...scans('沈以墨', 40, 20, 7), ...scans('叶知秋', 60, 0, 7)] },
      finds: [],
    },
    {
      title: '同科医生都这样复查：不提示',
      sheets: { visit_item: [...scans('沈以墨', 40, 20, 6), ...scans('叶知秋', 60, 30, 6)] },
      finds: [],
    },
    {
      title: '血糖监测：不提示',
      sheets: {
        visit_item: [
          ...scans('沈以墨', 40, 20, 1, { ...blood, item_name: '空腹血糖测定' }),
          ...scans('叶知秋', 60, 0, 1, { ...blood, item_name: '空腹血糖测定' }),
        ],
        visit: outpatients(40),
      },
      finds: [],
    },
    {
      title: '重症监护的影像复查：不提示',
      sheets: {
        visit_item: [
          ...scans('沈以墨', 40, 20, 2, { dept: '重症医学科' }),
          ...scans('叶知秋', 60, 0, 2, { dept: '重症医学科' }),
        ],
      },
      finds: [],
    },
    {
      title: '重做后退费：不算重复，不提示',
      sheets: {
        visit_item: [
          ...scans('沈以墨', 40, 20, 6),
          ...scans('沈以墨', 40, 20, 6)
            .slice(40)
            .map((row) => ({ ...row, quantity: '-1', amount: '-480' })),
          ...scans('叶知秋', 60, 0, 6),
        ],
      },
      finds: [],
    },
    {
      title: '没有就诊类型，不知道检验属于门诊还是住院：检验部分不判断',
      sheets: { visit_item: [...scans('沈以墨', 40, 20, 2, blood), ...scans('叶知秋', 60, 0, 2, blood)] },
      finds: [],
      unjudged: ['120 行检验不知道属于门诊还是住院，未作比较'],
    },
    {
      title: '没有患者编号一列：无法判断',
      sheets: { visit_item: scans('沈以墨', 40, 20, 6).map(({ patient_no: _, ...row }) => row) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** So many patients with one scan each, the first of them with another so many days later. */
function scans(
  doctor: string,
  patients: number,
  again: number,
  gap: number,
  more: Readonly<Record<string, string>> = {},
) {
  const scan = (i: number, on: string) =>
    charged(`${doctor}${i}`, '膝关节核磁共振', '1', on, { item_kind: '影像检查', doctor, amount: '480', ...more });
  return [
    ...Array.from({ length: patients }, (_, i) => scan(i, '2024-03-04')),
    ...Array.from({ length: again }, (_, i) => scan(i, `2024-03-${String(4 + gap).padStart(2, '0')}`)),
  ];
}

function outpatients(patients: number) {
  return ['沈以墨', '叶知秋'].flatMap((doctor) =>
    Array.from({ length: doctor === '沈以墨' ? patients : 60 }, (_, i) => ({
      visit_no: `${doctor}${i}`,
      settle_no: `JS${doctor}${i}`,
      hospital: '澄溪市第一人民医院',
      settle_date: '2024-03-12',
      total_fee: '480',
      visit_type: '门诊',
    })),
  );
}

interface Test extends GoodsLine {
  readonly hospital: number;
  readonly dept: string;
  readonly doctor: number;
  readonly patient: string;
  readonly item: string;
  readonly kind: 'imaging' | 'test';
  readonly day: string;
}

interface Repeat {
  readonly before: Test;
  readonly again: Test;
}

/** Tests that are repeated to watch a patient. */
const monitoring = /血糖|葡萄糖|血气|凝血|二聚体|电解质|血钾|乳酸|心电监|血药浓度|肌钙|心肌酶|降钙素|绒毛膜|监测/;
const intensive = /ICU|重症|监护|抢救/i;
const outpatientVisits =
  "select visit_no from visit where visit_no is not null and visit_type in ('outpatient', 'emergency')";
const placed = 'hospital is not null and dept is not null and doctor is not null and patient_no is not null';

/** Imaging, and laboratory tests of outpatients: of each patient, item and day one, where it was not taken back. */
const readTests = (evidence: EvidenceReader): Test[] =>
  evidence
    .all<Test & { name: string }>(
      `select min(row) as row, hospital, dept, doctor, patient_no as patient, coalesce(item_code, name) as item, item_kind as kind, day, fen,
              computed, name
       from charge
       where item_kind in ('imaging', 'test') and ${placed} and precision <> 'month'
         and (item_kind = 'imaging' or visit_no in (${outpatientVisits}))
       group by patient_no, coalesce(item_code, name), day, hospital having sum(${microQuantity}) > 0
       order by patient_no, item, hospital, day`,
    )
    .filter(({ name, dept }) => !monitoring.test(name) && !intensive.test(dept));

/** Hospitals may number patients themselves: only tests of one hospital are known to be of one patient. */
const isSameSeries = (a: Test, b: Test): boolean =>
  a.patient === b.patient && a.item === b.item && a.hospital === b.hospital;

/** Each test that follows the same test of the same patient within the interval of its kind. */
function repeatsOf(tests: readonly Test[], settings: Readonly<Record<'gap_imaging' | 'gap_lab', number>>): Repeat[] {
  return tests.flatMap((again, i): Repeat[] => {
    const before = tests[i - 1];
    if (before === undefined || !isSameSeries(before, again)) return [];
    const gap = dayNumber(again.day) - dayNumber(before.day);
    return gap > 0 && gap < (again.kind === 'imaging' ? settings.gap_imaging : settings.gap_lab)
      ? [{ before, again }]
      : [];
  });
}

function laboratoryUnjudged(evidence: EvidenceReader): Lack[] {
  const { n } = evidence.one<{ n: number }>(
    `select count(*) as n from charge where item_kind = 'test' and ${placed} and (visit_no is null or visit_no not in
       (select visit_no from visit where visit_no is not null and visit_type is not null))`,
  )!;
  return n === 0
    ? []
    : [
        {
          id: 'visit.visit_type',
          words: {
            zh: `${n} 行检验不知道属于门诊还是住院，未作比较`,
            en: `${n} laboratory tests are of inpatients or outpatients, nobody knows which, and were not compared`,
          },
        },
      ];
}

function hitOf(
  evidence: EvidenceReader,
  own: readonly Test[],
  found: readonly Repeat[],
  others: { readonly tests: number; readonly repeats: number; readonly p: number },
  settings: Readonly<Record<'n0' | 'p', number>>,
): Hit {
  const { doctor: id, hospital: at, dept } = own[0]!;
  const [doctor, hospital] = [evidence.party(id), evidence.party(at)];
  const again = found.map((each) => each.again);
  const total = fenOfGoods(again);
  return {
    key: `${doctor.uid}:${hospital.uid}:${dept}`,
    severity: Math.min(3, severityOfAmount(total ?? 0)) as 1 | 2 | 3,
    confidence: 0.6,
    params: {
      doctor: text(doctor.name),
      where: text(`${hospital.name}${dept}`),
      tests: count(own.length),
      repeats: count(found.length),
      rate: ratio(others.tests === 0 ? 0 : others.repeats / others.tests),
    },
    measures: [
      measured({ zh: '重复次数', en: 'Repeats' }, count(found.length), '>=', count(settings.n0), 'n0'),
      measured(
        { zh: '按同科重复率偶然出现的概率（万分之）', en: "Chance at the department's rate (in 10,000)" },
        number(others.p * 10_000),
        '<',
        number(settings.p * 10_000),
        'p',
      ),
      noted({ zh: '本人检查检验', en: 'Tests of the doctor' }, count(own.length)),
      noted({ zh: '同科其他医生检查检验', en: 'Tests of the others' }, count(others.tests)),
      noted({ zh: '其中重复', en: 'Of these repeats' }, count(others.repeats)),
      ...(total === null ? [] : [noted({ zh: '重复检查的金额', en: 'Amount of the repeats' }, fen(total))]),
    ],
    fen: total,
    subjects: [
      { role: 'person', party: id, name: doctor.name },
      { role: 'hospital', party: at, name: hospital.name },
    ],
    rows: [
      ...citeGoods(again, 'evidence'),
      ...found.map(({ before: { row } }) => ({
        row,
        field: 'charged_at',
        role: 'context' as const,
        note: { zh: '前一次检查', en: 'The test before' },
      })),
    ],
  };
}
