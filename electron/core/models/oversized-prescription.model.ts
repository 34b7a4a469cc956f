import { severityOfAmount } from './ask/amount-band.ts';
import { citeGoods, fenOfGoods, type GoodsLine } from './ask/cite-goods.ts';
import { greatestChance } from './ask/greatest-chance.ts';
import { atLeastByChance, percentileOf } from './ask/statistics.ts';
import { count, days, fen, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

export default defineModel({
  id: 'oversized-prescription',
  version: 4,
  group: 'G5',
  areas: ['key_posts', 'insurance_fund', 'nine_rules'],
  links: ['use', 'reimbursement'],
  family: 'usage',
  weight: 0.3,
  title: { zh: '大处方', en: 'Oversized prescriptions' },
  question: {
    zh: '某位医生开出的品种过多、天数过长或金额过高的处方，比例是否明显高于本科室其他医生？',
    en: 'Are prescriptions with too many drugs, for too many days or of too high an amount clearly more frequent with one doctor than with the others of the department?',
  },
  summary: {
    zh: '{{doctor}}（{{where}}）的 {{prescriptions}} 张处方中有 {{large}} 张为大处方，本科室其他医生的比例为 {{rate}}',
    en: '{{large}} of {{prescriptions}} prescriptions of {{doctor}} ({{where}}) are oversized; the rate of the others of the department is {{rate}}',
  },
  basis: [
    {
      source: {
        zh: '《处方管理办法》（卫生部令第53号）',
        en: 'Measures for prescriptions, order No. 53 of the Ministry of Health',
      },
      text: {
        zh: '每张处方不得超过5种药品；处方一般不得超过7日用量，慢性病等可适当延长（据记忆，未核对原文）。',
        en: 'No more than 5 drugs a prescription; as a rule no more than 7 days, longer for chronic diseases (from memory, not checked against the text).',
      },
      own: true,
    },
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
        zh: '金额界限（本科室第 99 百分位）、最少张数和与同科医生的比较由本工具给出。',
        en: 'The limit of amounts (99th percentile of the department), the least number and the comparison within the department are of this tool.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'prescription', fields: ['rx_no', 'hospital', 'dept', 'doctor', 'generic_name'] }],
  settings: [
    {
      name: 'max_lines',
      label: { zh: '每张处方的药品种数上限', en: 'Most drugs a prescription' },
      unit: { zh: '种', en: 'drugs' },
      default: 5,
      min: 1,
      max: 50,
      step: 1,
      basis: { zh: '处方管理办法（未核对原文）', en: 'Measures for prescriptions (not checked against the text)' },
    },
    {
      name: 'max_days',
      label: { zh: '用药天数上限', en: 'Most days' },
      unit: days,
      default: 7,
      min: 1,
      max: 90,
      step: 1,
      basis: {
        zh: '处方管理办法：一般不超过 7 日（未核对原文）',
        en: 'Measures for prescriptions: 7 days as a rule (not checked against the text)',
      },
    },
    {
      name: 'chronic_days',
      label: { zh: '慢性病或诊断不明时的天数上限', en: 'Most days for chronic or unknown diagnoses' },
      unit: days,
      default: 84,
      min: 7,
      max: 365,
      step: 1,
      basis: {
        zh: '长期处方最长 12 周（未核对原文）',
        en: 'Long-term prescriptions: up to 12 weeks (not checked against the text)',
      },
    },
    {
      name: 'n0',
      label: { zh: '最少大处方张数', en: 'Least oversized prescriptions' },
      unit: { zh: '张', en: 'prescriptions' },
      default: 10,
      min: 2,
      max: 10_000,
      step: 1,
      basis: ownJudgement,
    },
    greatestChance({
      zh: '本工具判断：按同科其他医生的比例，二项分布',
      en: "Judgement: binomial, at the rate of the department's others",
    }),
  ],
  innocent: [
    { zh: '慢性病长期处方（最长 12 周）', en: 'Long-term prescriptions for chronic diseases (up to 12 weeks)' },
    { zh: '专病门诊用药本来较多、较贵', en: 'A special clinic whose drugs are many or costly' },
    { zh: '外地患者一次多开', en: 'Patients from far away take more at once' },
  ],
  blindSpots: [
    {
      zh: '中药饮片不计种数；住院医嘱不是处方，不计',
      en: 'Chinese herbs do not count; orders for inpatients are no prescriptions',
    },
    {
      zh: '没有处方号的行不能合成一张处方，不参加比较',
      en: 'Lines without a prescription number make no prescription and are not compared',
    },
    { zh: '一次就诊拆成几张处方的看不到', en: 'One visit split into several prescriptions is not seen' },
  ],

  find(evidence, settings) {
    const all = readPrescriptions(evidence);
    const hits: Hit[] = [];
    for (const ofDepartment of Map.groupBy(all, ({ hospital, dept }) => `${hospital} ${dept}`).values()) {
      evidence.breathe();
      const high = highAmount(ofDepartment);
      const large = new Set(ofDepartment.filter((each) => isLarge(each, high, settings)));
      const usual = waysToCompare.map((key) => ratesOf(ofDepartment, large, key));
      for (const own of Map.groupBy(ofDepartment, ({ doctor }) => doctor).values()) {
        const found = own.filter((each) => large.has(each));
        if (found.length < settings.n0) continue;
        const others = { prescriptions: ofDepartment.length - own.length, large: large.size - found.length };
        const chance = chanceOf(own, { large, usual, ofOthers: others });
        const p = atLeastByChance(found.length, own.length, chance);
        if (p < settings.p) hits.push(hitOf(evidence, own, found, { ...others, chance, p }, settings));
      }
    }
    return { examined: all.length, hits };
  },

  examples: [
    {
      title: '一名医生 20 张处方中 10 张开了六种药，同科其他医生没有',
      sheets: {
        prescription: [...issued('沈以墨', 10, 6), ...issued('沈以墨', 10, 2, {}, 'B'), ...issued('叶知秋', 60, 2)],
      },
      finds: ['沈以墨'],
    },
    {
      title: '普通疾病开 8 日用量',
      sheets: {
        prescription: [
          ...issued('沈以墨', 12, 1, { days: '8', diagnosis: '扭伤' }),
          ...issued('叶知秋', 60, 1, { days: '7', diagnosis: '扭伤' }),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '金额集中在本科室最高的百分之一',
      sheets: {
        prescription: [...issued('沈以墨', 12, 1, { amount: '9000' }), ...issued('叶知秋', 1000, 1, { amount: '80' })],
      },
      finds: ['沈以墨'],
    },
    {
      title: '三盒装和两盒装各半，三盒就是最高金额：不提示',
      sheets: {
        prescription: [
          ...issued('沈以墨', 12, 1, { amount: '1800' }),
          ...issued('叶知秋', 60, 1, { amount: '1800' }),
          ...issued('江临渊', 60, 1, { amount: '1200' }),
          ...issued('顾清秋', 40, 1, { amount: '1200' }),
        ],
      },
      finds: [],
    },
    {
      title: '亚专科医生多开一种较贵的药，同科医生开该药时每张用量相同：不提示',
      sheets: {
        prescription: [
          ...issued('沈以墨', 12, 1, { generic_name: '注射用培欣', amount: '3000' }),
          ...issued('沈以墨', 28, 1, { generic_name: '注射用培欣', amount: '1500' }, 'B'),
          ...issued('叶知秋', 6, 1, { generic_name: '注射用培欣', amount: '3000' }),
          ...issued('叶知秋', 14, 1, { generic_name: '注射用培欣', amount: '1500' }, 'B'),
          ...issued('江临渊', 700, 1, { amount: '80' }),
        ],
      },
      finds: [],
    },
    {
      title: '带量采购降价前多开一种药，同科医生当时开该药每张用量相同：不提示',
      sheets: {
        prescription: [
          ...dearly('沈以墨', 15, '3000', '1000'),
          ...dearly('沈以墨', 30, '1000', '1000', 'B'),
          ...dearly('叶知秋', 20, '3000', '1000'),
          ...dearly('叶知秋', 40, '1000', '1000', 'B'),
          ...dearly('叶知秋', 400, '300', '100', 'C'),
          ...dearly('江临渊', 1500, '100', '100'),
        ],
      },
      finds: [],
    },
    {
      title: '同一价格下，多盒装的比例仍明显高于同科医生',
      sheets: {
        prescription: [
          ...dearly('沈以墨', 15, '3000', '1000'),
          ...dearly('沈以墨', 30, '1000', '1000', 'B'),
          ...dearly('叶知秋', 2, '3000', '1000'),
          ...dearly('叶知秋', 100, '1000', '1000', 'B'),
          ...dearly('江临渊', 1000, '100', '100'),
        ],
      },
      finds: ['沈以墨'],
    },
    {
      title: '正好五种药：不提示',
      sheets: { prescription: [...issued('沈以墨', 20, 5), ...issued('叶知秋', 60, 2)] },
      finds: [],
    },
    {
      title: '只有九张：不提示',
      sheets: { prescription: [...issued('沈以墨', 9, 6), ...issued('叶知秋', 60, 2)] },
      finds: [],
    },
    {
      title: '高血压长期处方 84 日：不提示',
      sheets: {
        prescription: [
          ...issued('沈以墨', 20, 1, { days: '84', diagnosis: '高血压' }),
          ...issued('叶知秋', 60, 1, { days: '7', diagnosis: '高血压' }),
        ],
      },
      finds: [],
    },
    {
      title: '全科都这样开：不提示',
      sheets: { prescription: [...issued('沈以墨', 20, 6), ...issued('叶知秋', 60, 6)] },
      finds: [],
    },
    {
      title: '中药饮片一方十二味：不计种数，不提示',
      sheets: {
        prescription: [...issued('沈以墨', 20, 12, { item_kind: '中药饮片', unit: 'g' }), ...issued('叶知秋', 60, 2)],
      },
      finds: [],
    },
    {
      title: '住院医嘱：不提示',
      sheets: { prescription: [...issued('沈以墨', 20, 6, { visit_type: '住院' }), ...issued('叶知秋', 60, 2)] },
      finds: [],
    },
    {
      title: '没有处方号一列：无法判断',
      sheets: { prescription: issued('沈以墨', 20, 6).map(({ rx_no: _, ...row }) => row) },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** So many prescriptions with so many drugs each. */
function issued(doctor: string, n: number, drugs: number, more: Readonly<Record<string, string>> = {}, series = 'A') {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: drugs }, (_, at) =>
      prescribed(doctor, '1', `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`, {
        rx_no: `${series}${doctor}${i}`,
        generic_name: `复方制剂${at + 1}号`,
        ...more,
      }),
    ),
  ).flat();
}

/** So many prescriptions of one drug for an amount, at a price a pack. */
function dearly(doctor: string, n: number, amount: string, price: string, series = 'A') {
  return issued(doctor, n, 1, { generic_name: '注射用培欣', amount, unit_price: price }, series);
}

interface Prescription {
  readonly hospital: number;
  readonly dept: string;
  readonly doctor: number;
  readonly no: string;
  readonly day: string;
  readonly drugs: number;
  /** the same for prescriptions of the same drug or drugs */
  readonly what: string;
  /** the same for prescriptions of the same at the same price a pack, or at an unknown one */
  readonly same: string;
  readonly days: number | null;
  readonly fen: number | null;
  readonly diagnosis: string | null;
}

/** Diseases for which a prescription may be longer. */
const chronic =
  /高血压|糖尿|冠心|心衰|心力衰竭|房颤|高血脂|血脂|慢性|哮喘|癫痫|帕金森|甲状腺|肾病|肝炎|类风湿|痛风|骨质疏松|精神|抑郁|透析|移植|肿瘤|癌|狼疮|痴呆|卒中/;
/** 中药饮片 are weighed or counted by the dose. */
const notHerbs = "not (coalesce(item_kind, '') = 'tcm' and coalesce(unit, '') in ('g', 'G', '克', '剂', '付', '帖'))";
const counted = `rx_no is not null and hospital is not null and dept is not null and precision <> 'month' and quantity + 0 > 0
  and coalesce(visit_type, '') <> 'inpatient' and coalesce(item_kind, 'drug') in ('drug', 'tcm')`;

/** What was prescribed by one doctor under one number on one day. */
const readPrescriptions = (evidence: EvidenceReader): Prescription[] =>
  evidence.all<Prescription>(
    `select hospital, dept, doctor, rx_no as no, day, count(distinct iif(${notHerbs}, coalesce(product, name), null)) as drugs,
            min(coalesce(product, name)) || ' ' || max(coalesce(product, name)) as what,
            min(coalesce(product, name)) || ' ' || max(coalesce(product, name)) || ' ' || coalesce(min(price_micro) || ' ' || max(price_micro), '') as same,
            max(days + 0) as days, sum(fen) as fen, min(diagnosis) as diagnosis
     from prescription where ${counted} group by hospital, dept, doctor, rx_no, day order by 1, 2, 3, 4, 5`,
  );

const ENOUGH_FOR_PERCENTILE = 100;
/** One in so many may reach it: prices and packs make many amounts equal. */
const MOST_AT_PERCENTILE = 20;

/** The 99th percentile of the amounts of a department; of fewer than a hundred prescriptions there is none. */
function highAmount(prescriptions: readonly Prescription[]): number {
  const amounts = prescriptions.flatMap(({ fen: amount }) => (amount === null ? [] : [amount]));
  if (amounts.length < ENOUGH_FOR_PERCENTILE) return Number.POSITIVE_INFINITY;
  const high = percentileOf(amounts, 99);
  // where many cost the same, the percentile is an ordinary amount and nothing is high
  const reached = amounts.filter((amount) => amount >= high).length;
  return reached * MOST_AT_PERCENTILE < amounts.length ? high : Number.POSITIVE_INFINITY;
}

interface Rate {
  readonly prescriptions: number;
  readonly large: number;
}

type Key = (prescription: Prescription) => string;

/** What a prescription is compared with, the nearest first: one of many packs is dear before the price of a drug falls, and not after. */
const waysToCompare: readonly Key[] = [({ same }) => same, ({ what }) => what];

/** Prescriptions and oversized ones by what they are of. */
const ratesOf = (
  list: readonly Prescription[],
  large: ReadonlySet<Prescription>,
  key: Key,
): ReadonlyMap<string, Rate> =>
  new Map(
    [...Map.groupBy(list, key)].map(([of, same]) => [
      of,
      { prescriptions: same.length, large: same.filter((each) => large.has(each)).length },
    ]),
  );

/** Fewer prescriptions of the same drugs by the others say nothing. */
const ENOUGH_OF_THE_SAME = 20;

/**
 * The rate at which the others of the department would have written oversized prescriptions had they prescribed what this doctor did, at the
 * prices at which he did: a sub-specialist's drug may be dear in the usual quantity. Where they hardly prescribe the same, their rate over everything.
 */
function chanceOf(
  own: readonly Prescription[],
  {
    large,
    usual,
    ofOthers,
  }: { large: ReadonlySet<Prescription>; usual: ReadonlyArray<ReadonlyMap<string, Rate>>; ofOthers: Rate },
): number {
  const rate = ({ prescriptions, large: of }: Rate) => (of + 1) / (prescriptions + 1);
  const mine = waysToCompare.map((key) => ratesOf(own, large, key));
  const others = (prescription: Prescription): Rate => {
    for (const [way, key] of waysToCompare.entries()) {
      const [all, part] = [usual[way]!.get(key(prescription))!, mine[way]!.get(key(prescription))!];
      const rest = { prescriptions: all.prescriptions - part.prescriptions, large: all.large - part.large };
      if (rest.prescriptions >= ENOUGH_OF_THE_SAME) return rest;
    }
    return ofOthers;
  };
  return own.reduce((sum, prescription) => sum + rate(others(prescription)), 0) / own.length;
}

type Settings = Readonly<Record<'max_lines' | 'max_days' | 'chronic_days' | 'n0' | 'p', number>>;

/** An unknown diagnosis may be a chronic disease. */
function isLarge(
  { drugs, days: length, fen: amount, diagnosis }: Prescription,
  high: number,
  settings: Settings,
): boolean {
  const most = diagnosis === null || chronic.test(diagnosis) ? settings.chronic_days : settings.max_days;
  return drugs > settings.max_lines || (length ?? 0) > most || (amount ?? 0) >= high;
}

function hitOf(
  evidence: EvidenceReader,
  own: readonly Prescription[],
  found: readonly Prescription[],
  others: Rate & { readonly chance: number; readonly p: number },
  settings: Settings,
): Hit {
  const { doctor: id, hospital: at, dept } = own[0]!;
  const [doctor, hospital] = [evidence.party(id), evidence.party(at)];
  const lines = linesOf(evidence, found);
  const total = fenOfGoods(lines);
  return {
    key: `${doctor.uid}:${hospital.uid}:${dept}`,
    severity: Math.min(3, severityOfAmount(total ?? 0)) as 1 | 2 | 3,
    confidence: 0.55,
    params: {
      doctor: text(doctor.name),
      where: text(`${hospital.name}${dept}`),
      prescriptions: count(own.length),
      large: count(found.length),
      rate: ratio(others.prescriptions === 0 ? 0 : others.large / others.prescriptions),
    },
    measures: [
      measured({ zh: '大处方', en: 'Oversized prescriptions' }, count(found.length), '>=', count(settings.n0), 'n0'),
      measured(
        { zh: '按同科比例偶然出现的概率（万分之）', en: "Chance at the department's rate (in 10,000)" },
        number(others.p * 10_000),
        '<',
        number(settings.p * 10_000),
        'p',
      ),
      noted({ zh: '药品种数最多', en: 'Most drugs in one' }, count(Math.max(...found.map(({ drugs }) => drugs)))),
      noted(
        { zh: '天数最长', en: 'Most days in one' },
        count(Math.max(...found.map(({ days: length }) => length ?? 0))),
      ),
      noted({ zh: '同科其他医生的处方', en: 'Prescriptions of the others' }, count(others.prescriptions)),
      noted({ zh: '其中大处方', en: 'Of these oversized' }, count(others.large)),
      noted(
        { zh: '同科其他医生开同样药品时的大处方比例', en: 'Rate of the others for the same drugs' },
        ratio(others.chance),
      ),
      ...(total === null ? [] : [noted({ zh: '大处方金额', en: 'Amount of the oversized' }, fen(total))]),
    ],
    fen: total,
    subjects: [
      { role: 'person', party: id, name: doctor.name },
      { role: 'hospital', party: at, name: hospital.name },
    ],
    rows: citeGoods(lines, 'evidence'),
  };
}

function linesOf(evidence: EvidenceReader, found: readonly Prescription[]): GoodsLine[] {
  const { doctor, hospital, dept } = found[0]!;
  const wanted = new Set(found.map(({ no, day }) => `${no} ${day}`));
  return evidence
    .all<GoodsLine & { no: string; day: string }>(
      `select row, rx_no as no, day, fen, computed from prescription
       where doctor = :doctor and hospital = :hospital and dept = :dept and ${counted} order by row`,
      { doctor, hospital, dept },
    )
    .filter(({ no, day }) => wanted.has(`${no} ${day}`));
}
