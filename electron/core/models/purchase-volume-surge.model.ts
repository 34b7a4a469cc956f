import { citeContext } from './ask/cite-context.ts';
import { fenOf } from './ask/exact.ts';
import { limitForFew } from './ask/few-values.ts';
import { addMonths, type Month, monthOf, monthsBetween } from './ask/months.ts';
import { citeAmounts, type OrderLine, orderSubjects, productName, readOrderLines } from './ask/order-lines.ts';
import { moneyOf, sumFen } from './ask/order-money.ts';
import { medianOf, robustZ } from './ask/statistics.ts';
import { count, fen, measured, noted, number, text } from './ask/values.ts';
import { ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

const months = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => addMonths('2023-01', from + i));
/** One order a month of the product, and beside it what else the hospital buys. */
const regular = (quantities: readonly number[], more: ExampleRow = {}, first = 0): ExampleRow[] =>
  quantities.flatMap((quantity, i) => {
    const month = months(first + i, first + i)[0]!;
    return [
      ...(quantity === 0 ? [] : [ordered('望川市人民医院', `${month}-10`, '10.00', String(quantity), more)]),
      ordered('望川市人民医院', `${month}-12`, '10.00', String(1000 + (i % 3)), {
        product_code: '',
        approval_no: '国药准字H20990008',
        generic_name: '氯化钠注射液',
        spec: '100ml',
      }),
    ];
  });
const usual = [50, 52, 48, 50, 51, 49, 50, 52, 48, 50, 51, 49];

export default defineModel({
  id: 'purchase-volume-surge',
  version: 5,
  group: 'G4',
  areas: ['key_posts'],
  links: ['sale', 'use'],
  family: 'volume',
  weight: 0.3,
  title: { zh: '采购量突增', en: 'Purchase volume surge' },
  question: {
    zh: '某药品、耗材的月采购量是否突然远超平时和去年同期，而医院的总采购并没有相应增长？',
    en: 'Did the monthly volume of a product jump far beyond the usual and last year, while the hospital bought no more in general?',
  },
  summary: {
    zh: '{{hospital}}有 {{months}} 个月采购{{product}}突增，{{month}} 达 {{quantity}}，此前每月中位数 {{median}}',
    en: '{{hospital}} bought conspicuously much {{product}} in {{months}} months, {{quantity}} in {{month}} against a median of {{median}} before',
  },
  basis: [
    {
      source: { zh: '2025年专项整治进展', en: '2025 progress report' },
      text: {
        zh: '所举案例中有“虚增采购量”的情形；怎样算突增没有公布。',
        en: 'A case of the report names inflated purchase volumes; how to tell them is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '倍数、稳健标准分（3.5，凭记忆）和占比由本工具给出。',
        en: 'Multiple, robust z (3.5, from memory) and share are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'order_date', 'quantity'] }],
  settings: [
    {
      name: 'mult',
      label: { zh: '倍数', en: 'Multiple' },
      unit: { zh: '此前中位数、去年同月的倍数', en: 'times the median before and the same month last year' },
      default: 2,
      min: 1.1,
      max: 20,
      step: 0.1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'z0',
      label: { zh: '稳健标准分', en: 'Robust z' },
      unit: { zh: '标准分', en: 'standard deviations' },
      default: 3.5,
      min: 1,
      max: 10,
      step: 0.1,
      basis: {
        zh: 'Iglewicz 与 Hoaglin 的异常值界限，凭记忆；按采购量的对数计算，月数少时按 t 分布放宽',
        en: "Cut of Iglewicz and Hoaglin, from memory; of the logarithms of volumes, wider for few months by Student's t",
      },
    },
    {
      name: 'min_q',
      label: { zh: '当月最少采购量', en: 'Least in the month' },
      unit: { zh: '包装', en: 'packs' },
      default: 20,
      min: 1,
      max: 100_000,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'grown',
      label: { zh: '占总采购之比的增长', en: 'Growth of its share of all purchases' },
      unit: { zh: '比例', en: 'share' },
      default: 0.5,
      min: 0,
      max: 10,
      step: 0.1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    { zh: '流行季节、突发疫情', en: 'A season of illness, an outbreak' },
    { zh: '节前备货、涨价前囤货', en: 'Stock before holidays or a rise in price' },
    { zh: '集采落地、新科室或新技术开展', en: 'Start of volume-based procurement, a new department or technique' },
  ],
  blindSpots: [
    {
      zh: '没有写明、也算不出金额的订单行不在任何比例和合计中',
      en: 'Order lines whose amount is neither written nor to be worked out are in no share and no total',
    },
    {
      zh: '此前不足六个月数据、或平时不常采购的产品不判断',
      en: 'Products with fewer than six months before, or rarely bought, are not judged',
    },
    {
      zh: '集采落地后只与落地后的月份比较，头六个月不判断',
      en: 'From the start of volume-based procurement only months since then are compared; the first six are not judged',
    },
    { zh: '缓慢的增长看不出', en: 'Slow growth is not seen' },
    {
      zh: '没有去年同月数据时，只有三家以上别的医院也买该产品才能扣除季节因素',
      en: 'Without the same month of last year a season is allowed for only where three other hospitals buy the product',
    },
  ],

  find(evidence, settings) {
    const orders = readOrderLines(evidence);
    const hospitals = Map.groupBy(orders, ({ hospital }) => hospital);
    const everywhere = new Map(
      [...Map.groupBy(orders, productOf)].map(([product, lines]) => [
        product,
        new Map([...Map.groupBy(lines, ({ hospital }) => hospital)].map(([id, own]) => [id, monthly(own, unitsOf)])),
      ]),
    );
    const hits: Hit[] = [];
    let examined = 0;
    for (const [hospital, all] of hospitals) {
      evidence.breathe();
      const totals = monthly(all, ({ fen: amount }) => amount ?? 0);
      const products = Map.groupBy(all, productOf);
      examined += products.size;
      for (const [product, lines] of products) {
        const others = [...everywhere.get(product)!].flatMap(([id, months]) => (id === hospital ? [] : [months]));
        const surges = surgesOf(lines, { totals, others }, settings);
        if (surges.length > 0) hits.push(hitOf(evidence, lines, surges, settings));
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '十二个月都在 50 盒上下，第十三个月 160 盒',
      sheets: { purchase: regular([...usual, 160]) },
      finds: ['望川市人民医院'],
    },
    {
      title: '此前正好六个月，超过两倍一点',
      sheets: { purchase: regular([50, 52, 48, 50, 51, 49, 101]) },
      finds: ['望川市人民医院'],
    },
    {
      title: '采购量突增而处方没有增加：加重',
      sheets: {
        purchase: regular([...usual, 1600]),
        prescription: months(0, 13).map((month) => ({
          rx_date: `${month}-15`,
          hospital: '望川市人民医院',
          doctor: '叶知秋',
          product_code: ordered('', '', '1', '1').product_code!,
          generic_name: '注射用骨肽',
          spec: '10mg*10支',
          quantity: '50',
          unit_price: '10.00',
          amount: '500.00',
        })),
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '正好两倍：不提示',
      sheets: { purchase: regular([50, 52, 48, 50, 51, 49, 100]) },
      finds: [],
    },
    {
      title: '去年同月也一样多：季节，不提示',
      sheets: { purchase: regular([160, ...usual.slice(1), 160]) },
      finds: [],
    },
    {
      title: '集采在前一个月落地：不提示',
      sheets: {
        purchase: [...regular(usual), ...regular([50, 160], { procurement_type: '国家集采' }, 12)],
      },
      finds: [],
    },
    {
      title: '集采落地后一直是此前的三倍：不提示',
      sheets: {
        purchase: [
          ...regular(usual),
          ...regular([150, 152, 148, 150, 151, 149, 150], { procurement_type: '国家集采' }, 12),
        ],
      },
      finds: [],
    },
    {
      title: '集采落地七个月后又成三倍',
      sheets: {
        purchase: [
          ...regular(usual),
          ...regular([150, 152, 148, 150, 151, 149, 150, 460], { procurement_type: '国家集采' }, 12),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '新买的产品，第七个月比前几个月略多：此前没有订单的月份不当作零，不提示',
      sheets: {
        purchase: [...regular(Array.from({ length: 12 }, () => 0)), ...regular([62, 34, 50, 63, 28, 38, 57], {}, 12)],
      },
      finds: [],
    },
    {
      title: '此前只有六个月且起伏本来就大，刚过两倍：不提示',
      sheets: { purchase: regular([15, 13, 9, 11, 14, 11, 25]) },
      finds: [],
    },
    {
      title: '平时各月就相差一半，最多的一个月是两倍多：不提示',
      sheets: { purchase: regular([50, 41, 59, 42, 58, 45, 55, 40, 60, 48, 52, 46, 104]) },
      finds: [],
    },
    {
      title: '没有去年同月，别的四家医院同月也多买一半以上：季节，不提示',
      sheets: {
        purchase: [
          ...regular([...usual.slice(0, 8), 110]),
          ...['澄溪市第一人民医院', '澄溪市中医医院', '临陂市中心医院', '青屿市人民医院'].flatMap((hospital) =>
            regular([...usual.slice(0, 8), 80], { hospital }),
          ),
        ],
      },
      finds: [],
    },
    {
      title: '只有五个月的数据：不判断',
      sheets: { purchase: regular([50, 52, 48, 50, 51, 160]) },
      finds: [],
    },
    {
      title: '没有采购订单：无法判断',
      sheets: { product: [{ generic_name: '注射用骨肽', list_price: '100' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Settings = Readonly<Record<'mult' | 'z0' | 'min_q' | 'grown', number>>;

interface Surge {
  readonly month: Month;
  /** smallest units, in millionths */
  readonly quantity: number;
  readonly median: number;
  readonly z: number;
  /** what `z` had to exceed: the setting, widened for few months */
  readonly limit: number;
  readonly lastYear: number | null;
  readonly lines: readonly OrderLine[];
}

/** Months before that are compared, and how many of them the hospital's orders must reach back. */
const BEFORE = 12;
const LEAST = 6;
/** Months around the start of volume-based procurement in which volumes move by themselves. */
const AROUND_VBP = 2;

const unitsOf = ({ packs, pack }: OrderLine): number => packs * (pack ?? 1);
const productOf = ({ same, product }: OrderLine): string => same ?? `party ${product}`;

/**
 * Volumes differ by factors, and their large months lie further from the middle than their small ones: only in logarithms is a rise as far as a fall.
 * A month without an order stands as one of a single smallest unit.
 */
const inLogarithms = (quantity: number): number => Math.log(Math.max(quantity, 1_000_000));

function monthly(lines: readonly OrderLine[], of: (line: OrderLine) => number): Map<Month, number> {
  const sums = new Map<Month, number>();
  for (const line of lines) sums.set(monthOf(line.day), (sums.get(monthOf(line.day)) ?? 0) + of(line));
  return sums;
}

/** So few other hospitals that buy the product tell nothing of its season. */
const LEAST_OTHERS = 3;

/**
 * 季节: how many times their usual volume the other hospitals bought of the product in that month; 1 where it was no more, or where too few of
 * them buy it.
 */
function seasonOf(others: ReadonlyArray<ReadonlyMap<Month, number>>, month: Month, before: readonly Month[]): number {
  if (others.length < LEAST_OTHERS) return 1;
  const boughtIn = (each: Month) => others.reduce((sum, months) => sum + (months.get(each) ?? 0), 0);
  const usual = medianOf(before.map(boughtIn));
  return usual > 0 ? Math.max(1, boughtIn(month) / usual) : 1;
}

/**
 * A month from the first order of the product on without an order counts as 0; the months before are not known to be without: the orders of
 * that time may not have been handed over, or the product was not bought yet. `others`: volumes of the other hospitals.
 */
function surgesOf(
  lines: readonly OrderLine[],
  { totals, others }: { totals: ReadonlyMap<Month, number>; others: ReadonlyArray<ReadonlyMap<Month, number>> },
  { mult, z0, min_q: least, grown }: Settings,
): Surge[] {
  const byMonth = Map.groupBy(lines, ({ day }) => monthOf(day));
  if (byMonth.size < 2) return [];
  const first = [...byMonth.keys()].sort()[0]!;
  const quantities = monthly(lines, unitsOf);
  const amounts = monthly(lines, ({ fen: amount }) => amount ?? 0);
  const vbp = lines.flatMap((line) => (line.vbp === true ? [monthOf(line.day)] : [])).sort()[0];
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, own]): Surge[] => {
      // what is bought in volume is compared with what was bought in volume before
      const since = vbp !== undefined && month >= vbp && vbp > first ? vbp : first;
      const before = Array.from({ length: BEFORE }, (_, i) => addMonths(month, -1 - i)).filter((each) => each >= since);
      if (before.length < LEAST || (vbp !== undefined && Math.abs(monthsBetween(vbp, month)) <= AROUND_VBP)) return [];
      const quantity = quantities.get(month)!;
      const past = before.map((each) => quantities.get(each) ?? 0);
      const median = medianOf(past);
      const z = robustZ(inLogarithms(quantity), past.map(inLogarithms));
      const limit = limitForFew(z0, past.length);
      const yearAgo = addMonths(month, -12);
      const lastYear = yearAgo >= first ? (quantities.get(yearAgo) ?? 0) : null;
      const packs = own.reduce((sum, line) => sum + line.packs, 0);
      const shareOf = (each: Month): number => (amounts.get(each) ?? 0) / (totals.get(each) || 1);
      const isSurge =
        packs >= least * 1_000_000 &&
        median > 0 &&
        quantity > mult * median * (lastYear === null ? seasonOf(others, month, before) : 1) &&
        z > limit &&
        (lastYear === null || quantity > mult * lastYear) &&
        shareOf(month) >= (1 + grown) * medianOf(before.map(shareOf));
      return isSurge ? [{ month, quantity, median, z, limit, lastYear, lines: own }] : [];
    });
}

/** Use of the month and the next stayed within a fifth above the median before; null where prescriptions and charges do not tell. */
function isUseFlat(evidence: EvidenceReader, { hospital, product }: OrderLine, { month }: Surge): boolean | null {
  if (product === null) return null;
  const used = (view: 'prescription' | 'charge') =>
    new Map(
      evidence
        .all<{ month: Month; quantity: number }>(
          `select substr(day, 1, 7) as month, sum(cast(quantity as real)) as quantity from ${view}
           where product = :product and hospital = :hospital group by 1`,
          { product, hospital },
        )
        .map((each) => [each.month, each.quantity]),
    );
  const answers = (['prescription', 'charge'] as const).flatMap((view) => {
    const months = used(view);
    const past = Array.from({ length: LEAST }, (_, i) => months.get(addMonths(month, -1 - i)) ?? 0);
    const median = medianOf(past);
    if (median <= 0 || !months.has(month)) return [];
    return [Math.max(months.get(month) ?? 0, months.get(addMonths(month, 1)) ?? 0) <= 1.2 * median];
  });
  return answers.length === 0 ? null : answers.every((flat) => flat);
}

function hitOf(evidence: EvidenceReader, all: readonly OrderLine[], surges: readonly Surge[], settings: Settings): Hit {
  const lines = surges.flatMap((surge) => surge.lines);
  const top = surges.reduce((most, surge) =>
    surge.quantity / surge.median > most.quantity / most.median ? surge : most,
  );
  const hospital = evidence.party(all[0]!.hospital);
  const amount = sumFen(lines);
  const flat = isUseFlat(evidence, lines[0]!, top);
  const { same, product } = lines[0]!;
  const shown = (micro: number) => number(micro / 1_000_000);
  return {
    key: `${hospital.uid}:${same ?? (product === null ? '' : evidence.party(product).uid)}`,
    severity: flat === true ? 3 : amount >= fenOf(200_000) ? 2 : 1,
    confidence: top.lastYear === null ? 0.4 : 0.6,
    params: {
      hospital: text(hospital.name),
      product: text(productName(evidence, lines[0]!)),
      months: count(surges.length),
      month: text(top.month),
      quantity: shown(top.quantity),
      median: shown(top.median),
    },
    measures: [
      measured(
        { zh: '当月采购量', en: 'Volume of the month' },
        shown(top.quantity),
        '>',
        shown(top.median * settings.mult),
        'mult',
      ),
      ...(Number.isFinite(top.z)
        ? [
            measured(
              {
                zh: '对数的稳健标准分（界限按月数放宽）',
                en: 'Robust z of logarithms (the limit is wider for few months)',
              },
              number(top.z),
              '>',
              number(Math.round(top.limit * 100) / 100),
              'z0',
            ),
          ]
        : []),
      ...(top.lastYear === null ? [] : [noted({ zh: '去年同月', en: 'Same month last year' }, shown(top.lastYear))]),
      noted({ zh: '突增月份的采购额', en: 'What was bought in these months' }, fen(amount)),
      noted(
        { zh: '使用量没有同步增加的产品', en: 'Products whose use did not rise with it' },
        count(flat === true ? 1 : 0),
      ),
    ],
    fen: moneyOf(lines),
    subjects: orderSubjects(evidence, lines),
    rows: [
      ...citeAmounts(lines),
      ...citeContext(citeAmounts(yearBefore(all, top.month).filter((line) => !lines.includes(line))), {
        zh: '此前十二个月的采购',
        en: 'Bought in the twelve months before',
      }),
    ],
  };
}

const yearBefore = (lines: readonly OrderLine[], month: Month): OrderLine[] =>
  lines.filter(({ day }) => monthOf(day) >= addMonths(month, -BEFORE) && monthOf(day) < month);
