import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { isShareAbove } from './ask/exact.ts';
import { addMonths, boundsOf, type Month } from './ask/months.ts';
import { madOf, medianOf } from './ask/statistics.ts';
import { count, fen, measured, noted, number, ownJudgement, ratio, text } from './ask/values.ts';
import { settled } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type Lack } from './model.ts';

export default defineModel({
  id: 'avg-cost-per-visit-growth',
  version: 2,
  group: 'G5',
  areas: ['insurance_fund'],
  links: ['use', 'reimbursement'],
  family: 'insurance',
  weight: 0.4,
  title: { zh: '次均费用异常增长', en: 'Abnormal growth of average cost per visit' },
  question: {
    zh: '某医院某科室的次均费用，是否比上年同月明显增长，且同行和病种变化都解释不了？',
    en: 'Did the average cost per visit of a department grow clearly against the same month a year before, unexplained by its peers and by its mix of cases?',
  },
  summary: {
    zh: '{{where}}的次均费用有 {{months}} 个月异常增长，最高为 {{month}}：{{mean}}，比基期 {{base}} 增长 {{growth}}',
    en: '{{where}}: the average cost per visit grew abnormally in {{months}} months, most in {{month}}: {{mean}} against {{base}}, {{growth}} more',
  },
  basis: [
    {
      source: {
        zh: '2025年整治工作进展报告：医保智能监控系统',
        en: 'Progress report of 2025: the intelligent monitoring of the insurance fund',
      },
      text: {
        zh: '通过医保智能监控系统筛选“次均费用异常增长”“高值耗材使用量突增”等疑点数据。',
        en: 'Suspicious data such as "abnormal growth of average cost per visit" and "surge in the use of high-value consumables" are sifted out.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '报告没有给出数字。10%（正好 10% 不提示）、三倍稳健标准差、五倍标准误、每月 30 人次以及按病种直接标准化由本工具给出。',
        en: 'The report gives no number. 10 % (exactly 10 % is not flagged), three robust standard deviations, five standard errors, 30 visits a month and the direct standardisation by diagnosis are of this tool.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'visit', fields: ['hospital', 'settle_date', 'total_fee'] }],
  settings: [
    {
      name: 'g0',
      label: { zh: '增长率', en: 'Growth' },
      unit: { zh: '比例', en: 'share' },
      default: 0.1,
      min: 0.01,
      max: 5,
      step: 0.01,
      basis: {
        zh: '本工具判断：报告未给数字；10% 参照 2015–2017 年医疗费用增长控制目标（未核对原文）',
        en: 'Judgement: the report gives no number; 10 % follows the targets of cost control of 2015 to 2017 (not checked against the source)',
      },
    },
    {
      name: 'k',
      label: { zh: '高于同行', en: 'Above the peers' },
      unit: { zh: '倍稳健标准差', en: 'robust standard deviations' },
      default: 3,
      min: 0,
      max: 20,
      step: 0.5,
      basis: ownJudgement,
    },
    {
      name: 'z0',
      label: { zh: '高于偶然波动', en: 'Beyond chance' },
      unit: { zh: '倍标准误', en: 'standard errors' },
      default: 5,
      min: 0,
      max: 20,
      step: 0.5,
      basis: {
        zh: '本工具判断：一地逐科逐月比较上万次，四倍以内仍会偶然出现',
        en: 'Judgement: a city compares ten thousand departments and months, of which some exceed four by chance',
      },
    },
    {
      name: 'n0',
      label: { zh: '最少人次', en: 'Least visits' },
      unit: { zh: '人次/月', en: 'visits a month' },
      default: 30,
      min: 5,
      max: 10_000,
      step: 1,
      basis: { zh: '本工具判断：人次太少时均值不稳', en: 'Judgement: the mean of few visits is not stable' },
    },
    {
      name: 'reform',
      label: { zh: '价格改革月份', en: 'Month of a price reform' },
      unit: { zh: '年月，如 202401；0 为无', en: 'year and month, as 202401; 0 is none' },
      default: 0,
      min: 0,
      max: 210_012,
      step: 1,
      basis: {
        zh: '按案件填写：基期在改革前、本期在改革后的比较不做',
        en: 'Put in per case: months from it on are not compared with months before it',
      },
    },
  ],
  innocent: [
    { zh: '收治病种加重', en: 'Sicker cases' },
    { zh: '新开专科、新技术', en: 'A new specialty or technique' },
    { zh: '医疗服务价格调整', en: 'A reform of prices' },
    { zh: '物价上涨', en: 'Inflation' },
  ],
  blindSpots: [
    {
      zh: '单个医生的增长若不影响全科均值则看不到',
      en: 'The growth of one doctor that does not move the department is not seen',
    },
    {
      zh: '病种按 DRG/DIP 组、诊断编码前三位或诊断名称区分；同组内加重看不出',
      en: 'Cases are told apart by DRG/DIP, three letters of the diagnosis code or its name; within a group severity is not seen',
    },
    {
      zh: '没有写明门诊或住院、又无出入院日期的结算不参加比较',
      en: 'Settlements that say neither outpatient nor inpatient nor days of stay are not compared',
    },
  ],

  find(evidence, settings) {
    const units = readUnits(evidence);
    const levels = readLevels(evidence);
    const grown = units.map((unit) => ({ unit, growths: growthsOf(unit, settings) }));
    const byKind = Map.groupBy(grown, ({ unit }) => unit.kind);
    const hits: Hit[] = [];
    let examined = 0;
    for (const { unit, growths } of grown) {
      evidence.breathe();
      examined += growths.size;
      const found: Abnormal[] = [];
      for (const growth of growths.values()) {
        if (!growth.exceeds) continue;
        const mix = standardised(evidence, unit, growth);
        if (mix !== undefined && mix <= settings.g0) continue;
        const peers = peersOf(unit, growth.month, byKind.get(unit.kind)!, levels);
        if (peers.length >= LEAST_PEERS && growth.g <= medianOf(peers) + settings.k * 1.4826 * madOf(peers)) continue;
        const errors = errorsAbove(evidence, unit, growth);
        if (errors <= settings.z0) continue;
        found.push({ ...growth, mix, peers, errors });
      }
      if (found.length > 0) hits.push(hitOf(evidence, unit, found, settings));
    }
    return { examined, hits, unjudged: untyped(evidence) };
  },

  examples: [
    {
      title: '次均费用从 1000.00 元到 1100.01 元，增长略高于 10%',
      sheets: { visit: [...visits('2023-03', 30, '1000.00'), ...visits('2024-03', 30, '1100.01')] },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '正好增长 10%：不提示',
      sheets: { visit: [...visits('2023-03', 30, '1000.00'), ...visits('2024-03', 30, '1100.00')] },
      finds: [],
    },
    {
      title: '上年同月没有数据，与前十二个月的平均比较',
      sheets: {
        visit: [
          ...['2023-09', '2023-10', '2023-11', '2023-12', '2024-01', '2024-02'].flatMap((month) =>
            visits(month, 8, '1000.00'),
          ),
          ...visits('2024-03', 30, '1400.00'),
        ],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '本院其他科室费用平稳，一个科室增长四成',
      sheets: {
        visit: [
          ...visits('2023-03', 30, '1000.00'),
          ...visits('2024-03', 30, '1400.00'),
          ...['普外科', '心内科', '神经内科'].flatMap((dept, i) => [
            ...visits('2023-03', 30, '1000.00', { dept }),
            ...visits('2024-03', 30, `10${i}0.00`, { dept }),
          ]),
        ],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '只有 29 人次：不判断',
      sheets: { visit: [...visits('2023-03', 30, '1000.00'), ...visits('2024-03', 29, '2000.00')] },
      finds: [],
    },
    {
      title: '病种变重：同病种费用不变，不提示',
      sheets: {
        visit: [
          ...visits('2023-03', 24, '1000.00'),
          ...visits('2023-03', 6, '5000.00', { diagnosis_code: 'M16.1' }),
          ...visits('2024-03', 15, '1000.00'),
          ...visits('2024-03', 15, '5000.00', { diagnosis_code: 'M16.1' }),
        ],
      },
      finds: [],
    },
    {
      title: '费用有高有低，只是其中贵的多了几人次：偶然的波动，不提示',
      sheets: {
        visit: [
          ...visits('2023-03', 20, '1000.00'),
          ...visits('2023-03', 12, '9000.00', { visit_type: '住院' }),
          ...visits('2024-03', 16, '1000.00'),
          ...visits('2024-03', 16, '9000.00', { visit_type: '住院' }),
        ],
      },
      finds: [],
    },
    {
      title: '全院各科一同增长（调价）：不提示',
      sheets: {
        visit: ['骨科', '普外科', '心内科', '神经内科'].flatMap((dept, i) => [
          ...visits('2023-03', 30, '1000.00', { dept }),
          ...visits('2024-03', 30, `13${i}0.00`, { dept }),
        ]),
      },
      finds: [],
    },
    {
      title: '比较跨过填写的价格改革月份：不提示',
      sheets: { visit: [...visits('2023-03', 30, '1000.00'), ...visits('2024-03', 30, '1500.00')] },
      settings: { reform: 202_401 },
      finds: [],
    },
    {
      title: '门诊与住院分开：住院占比上升不算增长，不提示',
      sheets: {
        visit: [
          ...visits('2023-03', 60, '200.00', { visit_type: '门诊' }),
          ...visits('2023-03', 30, '9000.00'),
          ...visits('2024-03', 30, '200.00', { visit_type: '门诊' }),
          ...visits('2024-03', 60, '9000.00'),
        ],
      },
      finds: [],
    },
    {
      title: '没有医疗机构一列：无法判断',
      sheets: {
        visit: [...visits('2023-03', 30, '1000.00'), ...visits('2024-03', 30, '2000.00')].map(
          ({ hospital: _, ...row }) => row,
        ),
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** So many visits of the same cost in one month. */
function visits(month: Month, n: number, yuan: string, more: Readonly<Record<string, string>> = {}) {
  return Array.from({ length: n }, (_, i) => {
    const visit = `${month.replace('-', '')}${more.dept ?? ''}${more.visit_type ?? ''}${more.diagnosis_code ?? ''}${i}`;
    return settled(visit, yuan, `${month}-${String(1 + (i % 28)).padStart(2, '0')}`, more);
  });
}

type Settings = Readonly<Record<'g0' | 'k' | 'z0' | 'n0' | 'reform', number>>;

interface Sum {
  readonly visits: number;
  readonly fen: number;
}

/** Inpatients or outpatients of one department, by month. */
interface Unit {
  readonly hospital: number;
  readonly dept: string | null;
  readonly kind: 'inpatient' | 'outpatient' | 'emergency';
  readonly months: ReadonlyMap<Month, Sum>;
}

interface Growth {
  readonly month: Month;
  readonly now: Sum;
  readonly base: Sum;
  /** the months of the base: the same month a year before, or all of the twelve before */
  readonly baseMonths: readonly Month[];
  readonly g: number;
  /** by whole numbers: exactly the set growth does not exceed it */
  readonly exceeds: boolean;
}

interface Abnormal extends Growth {
  /** growth at the base's mix of cases; undefined where diagnoses are not known */
  readonly mix: number | undefined;
  readonly peers: readonly number[];
  /** by how many standard errors the mean lies above the base's */
  readonly errors: number;
}

const kindOf = "coalesce(visit_type, iif(discharge_day > admit_day, 'inpatient', null))";
const visitKey = "coalesce(visit_no, settle_no, 'row ' || row)";

function readUnits(evidence: EvidenceReader): Unit[] {
  const rows = evidence.all<{ hospital: number; dept: string | null; kind: Unit['kind']; month: Month } & Sum>(
    `select hospital, dept, ${kindOf} as kind, substr(day, 1, 7) as month, count(distinct ${visitKey}) as visits, sum(fen) as fen
     from visit where hospital is not null and ${kindOf} is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  return [...Map.groupBy(rows, ({ hospital, dept, kind }) => `${hospital} ${kind} ${dept}`).values()].map((list) => {
    const { hospital, dept, kind } = list[0]!;
    return { hospital, dept, kind, months: new Map(list.map(({ month, visits, fen }) => [month, { visits, fen }])) };
  });
}

/** Settlements that cannot be told apart as outpatient or inpatient. */
function untyped(evidence: EvidenceReader): Lack[] {
  const { n } = evidence.one<{ n: number }>(
    `select count(*) as n from visit where hospital is null or ${kindOf} is null`,
  )!;
  return n === 0
    ? []
    : [
        {
          id: 'visit.visit_type',
          words: {
            zh: `${n} 行结算没有写明医院或门诊、住院，未作比较`,
            en: `${n} settlements name no hospital, or neither outpatient nor inpatient, and were not compared`,
          },
        },
      ];
}

const readLevels = (evidence: EvidenceReader): ReadonlyMap<number, string> =>
  new Map(
    evidence
      .all<{ hospital: number; level: string }>(
        'select institution as hospital, level from institution where level is not null order by level desc',
      )
      .map(({ hospital, level }) => [hospital, level]),
  );

const LEAST_TRAILING = 6;

/** The growth of each month that has enough visits, against the same month a year before, else against the twelve months before. */
function growthsOf(unit: Unit, settings: Settings): Map<Month, Growth> {
  const growths = new Map<Month, Growth>();
  for (const [month, now] of unit.months) {
    const lastYear = addMonths(month, -12);
    const trailing = Array.from({ length: 12 }, (_, i) => addMonths(month, i - 12)).filter((each) =>
      unit.months.has(each),
    );
    const baseMonths = unit.months.has(lastYear) ? [lastYear] : trailing;
    if (!unit.months.has(lastYear) && trailing.length < LEAST_TRAILING) continue;
    if (baseMonths.some((each) => crossesReform(each, month, settings.reform))) continue;
    const base = baseMonths.reduce<Sum>(
      (sum, each) => ({
        visits: sum.visits + unit.months.get(each)!.visits,
        fen: sum.fen + unit.months.get(each)!.fen,
      }),
      { visits: 0, fen: 0 },
    );
    if (now.visits < settings.n0 || base.visits < settings.n0 || base.fen <= 0) continue;
    const [part, whole] = [now.fen * base.visits, base.fen * now.visits];
    growths.set(month, {
      month,
      now,
      base,
      baseMonths,
      g: part / whole - 1,
      exceeds: isShareAbove(part, whole, 1 + settings.g0),
    });
  }
  return growths;
}

function crossesReform(before: Month, after: Month, reform: number): boolean {
  if (reform === 0) return false;
  const month = `${String(reform).slice(0, 4)}-${String(reform).slice(4)}`;
  return before < month && after >= month;
}

const LEAST_PEERS = 3;
const ENOUGH_PEERS = 5;

/** Growth of the same department in other hospitals of the same level; of fewer than five, of the other departments of this hospital. */
function peersOf(
  unit: Unit,
  month: Month,
  all: ReadonlyArray<{ unit: Unit; growths: ReadonlyMap<Month, Growth> }>,
  levels: ReadonlyMap<number, string>,
): number[] {
  const growthAt = (list: typeof all) => list.flatMap(({ growths }) => growths.get(month)?.g ?? []);
  const level = levels.get(unit.hospital);
  const alike = all.filter(
    ({ unit: other }) =>
      other.hospital !== unit.hospital &&
      other.dept === unit.dept &&
      level !== undefined &&
      levels.get(other.hospital) === level,
  );
  const elsewhere = growthAt(alike);
  if (elsewhere.length >= ENOUGH_PEERS) return elsewhere;
  return growthAt(all.filter(({ unit: other }) => other.hospital === unit.hospital && other.dept !== unit.dept));
}

const KNOWN_SHARE = 0.5;

/**
 * The growth with the diagnoses in the shares of the base (direct standardisation), over the diagnoses that both have. undefined: for half of the
 * visits of either no diagnosis is written. −1: less than half of the base has come again, so that another mix of cases is treated.
 */
function standardised(evidence: EvidenceReader, unit: Unit, { month, baseMonths }: Growth): number | undefined {
  const now = readDiagnoses(evidence, unit, [month]);
  const base = readDiagnoses(evidence, unit, baseMonths);
  const visitsOf = (map: ReadonlyMap<string, Sum>) => [...map.values()].reduce((sum, { visits }) => sum + visits, 0);
  const isKnown = (map: ReadonlyMap<string, Sum>) => (map.get('')?.visits ?? 0) <= visitsOf(map) * (1 - KNOWN_SHARE);
  if (!isKnown(now) || !isKnown(base)) return undefined;
  let [common, expected, atBase] = [0, 0, 0];
  for (const [diagnosis, { visits, fen }] of base) {
    const same = now.get(diagnosis);
    if (diagnosis === '' || same === undefined) continue;
    common += visits;
    expected += (visits * same.fen) / same.visits;
    atBase += fen;
  }
  return common < visitsOf(base) * KNOWN_SHARE || atBase <= 0 ? -1 : expected / atBase - 1;
}

/** DRG or DIP group, else the category of the diagnosis code, else its name, '' where none is written → visits and cost. */
function readDiagnoses(evidence: EvidenceReader, unit: Unit, months: readonly Month[]): Map<string, Sum> {
  const rows = evidence.all<{ diagnosis: string } & Sum>(
    `select coalesce(drg_code, substr(diagnosis_code, 1, 3), diagnosis, '') as diagnosis, count(distinct ${visitKey}) as visits, sum(fen) as fen
     ${visitsOfUnit} group by 1`,
    boundsOfUnit(unit, months),
  );
  return new Map(rows.map(({ diagnosis, visits, fen }) => [diagnosis, { visits, fen }]));
}

const visitsOfUnit = `from visit where hospital = :hospital and dept is :dept and ${kindOf} = :kind and day >= :from and day < :before
  and substr(day, 1, 7) in (select value from json_each(:months))`;

const boundsOfUnit = ({ hospital, dept, kind }: Unit, months: readonly Month[]) => ({
  months: JSON.stringify(months),
  hospital,
  dept,
  kind,
  from: boundsOf(months[0]!).from,
  before: boundsOf(months.at(-1)!).before,
});

/** Standard errors between the mean of the month and that of its base: chance alone makes few of them. ∞ where all visits cost the same. */
function errorsAbove(evidence: EvidenceReader, unit: Unit, { month, baseMonths }: Growth): number {
  const [now, base] = [readMean(evidence, unit, [month]), readMean(evidence, unit, baseMonths)];
  return (now.yuan - base.yuan) / Math.sqrt(now.variance + base.variance);
}

/** The mean cost of a visit in whole yuan, so that squares stay exact, and its variance. */
function readMean(evidence: EvidenceReader, unit: Unit, months: readonly Month[]): { yuan: number; variance: number } {
  const { n, sum, squares } = evidence.one<{ n: number; sum: number; squares: number }>(
    `select count(*) as n, sum(yuan) as sum, sum(yuan * yuan) as squares from (select sum(fen) / 100 as yuan ${visitsOfUnit} group by ${visitKey})`,
    boundsOfUnit(unit, months),
  )!;
  return { yuan: sum / n, variance: Math.max(0, squares - (sum * sum) / n) / (n - 1) / n };
}

const words: Readonly<Record<Unit['kind'], Bilingual>> = {
  inpatient: { zh: '该月住院人次', en: 'Inpatients of that month' },
  outpatient: { zh: '该月门诊人次', en: 'Outpatients of that month' },
  emergency: { zh: '该月急诊人次', en: 'Emergency visits of that month' },
};
const LISTED = 50;
const HIGH_GROWTH = 0.3;
const HIGH_EXCESS = 20_000_000;

function hitOf(evidence: EvidenceReader, unit: Unit, found: readonly Abnormal[], settings: Settings): Hit {
  const most = found.toSorted((a, b) => b.g - a.g || (a.month < b.month ? -1 : 1))[0]!;
  const hospital = evidence.party(unit.hospital);
  const excess = found.reduce((sum, each) => sum + excessOf(each), 0);
  const listed = found.map(({ month }) => mostExpensive(evidence, unit, month));
  const isCompared = found.every(({ peers }) => peers.length >= LEAST_PEERS);
  const isMixKnown = found.every(({ mix }) => mix !== undefined);
  const mean = ({ fen: total, visits: n }: Sum) => Math.round(total / n);
  return {
    key: `${hospital.uid}:${unit.dept ?? ''}:${unit.kind}`,
    severity: excess >= HIGH_EXCESS ? 3 : most.g >= HIGH_GROWTH ? 2 : 1,
    confidence: 0.7 * (isCompared ? 1 : 0.6) * (isMixKnown ? 1 : 0.5),
    params: {
      where: text(`${hospital.name}${unit.dept ?? ''}`),
      months: count(found.length),
      month: text(most.month),
      mean: fen(mean(most.now)),
      base: fen(mean(most.base)),
      growth: ratio(most.g),
    },
    measures: [
      measured(
        { zh: '最高月份的增长率', en: 'Growth of the highest month' },
        ratio(most.g),
        '>',
        ratio(settings.g0),
        'g0',
      ),
      ...(most.mix === undefined
        ? []
        : [
            measured(
              { zh: '按基期病种构成的增长率', en: 'Growth at the mix of cases of the base' },
              ratio(most.mix),
              '>',
              ratio(settings.g0),
              'g0',
            ),
          ]),
      ...(most.peers.length < LEAST_PEERS
        ? [
            noted(
              { zh: '可比的同行（不足三个，未比较）', en: 'Peers (fewer than three, not compared)' },
              count(most.peers.length),
            ),
          ]
        : [noted({ zh: '同行增长率的中位数', en: 'Median growth of the peers' }, ratio(medianOf(most.peers)))]),
      ...(Number.isFinite(most.errors)
        ? [
            measured(
              { zh: '高于基期（标准误的倍数）', en: 'Above the base, in standard errors' },
              number(most.errors),
              '>',
              number(settings.z0),
              'z0',
            ),
          ]
        : []),
      measured(words[unit.kind], count(most.now.visits), '>=', count(settings.n0), 'n0'),
      measured({ zh: '基期人次', en: 'Visits of the base' }, count(most.base.visits), '>=', count(settings.n0), 'n0'),
      noted(
        { zh: '基期月数（1 为上年同月）', en: 'Months of the base (1: the same month a year before)' },
        count(most.baseMonths.length),
      ),
      noted({ zh: '高于预期的费用', en: 'Cost above what was expected' }, fen(excess)),
      noted(
        { zh: '下列就诊行（每月费用最高的 50 行）', en: 'Settlements listed (the 50 highest of each month)' },
        count(listed.flat().length),
      ),
      noted(
        { zh: '这些月份的全部就诊', en: 'All visits of these months' },
        count(found.reduce((sum, { now }) => sum + now.visits, 0)),
      ),
    ],
    fen: null,
    subjects: [{ role: 'hospital', party: unit.hospital, name: hospital.name }],
    rows: listed.flat(),
  };
}

/** What a month cost beyond the base's mean, which may have grown as the peers did. */
function excessOf({ now, base, peers }: Abnormal): number {
  const usual = peers.length >= LEAST_PEERS ? Math.max(0, medianOf(peers)) : 0;
  return Math.max(0, Math.round(now.fen - (now.visits * base.fen * (1 + usual)) / base.visits));
}

const mostExpensive = (evidence: EvidenceReader, unit: Unit, month: Month): HitRow[] =>
  evidence
    .all<{ row: number }>(
      `select row ${visitsOfUnit}
       order by fen desc, day, settle_no, visit_no, row limit ${LISTED}`,
      boundsOfUnit(unit, [month]),
    )
    .map(({ row }): HitRow => ({ row, field: 'total_fee', role: 'evidence' }));
