import { dayNumber } from '../../../shared/evidence/day.ts';
import { addMonths, boundsOf, type Month, monthsBetween } from './ask/months.ts';
import { microQuantity, unitsOf } from './ask/quantity.ts';
import { packOf } from './ask/same-product.ts';
import { medianOf } from './ask/statistics.ts';
import { count, days, fen, measured, noted, number, ownJudgement, ratio, share, text, yuan } from './ask/values.ts';
import { drugCode, ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { charged, prescribed } from './example-treatment.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow, type HitSubject, type Lack } from './model.ts';

// for the examples
const hospital = '望川市人民医院';
const usual = 7;
const goods = (n: number, price = '200.00') => ({
  product_code: drugCode(n),
  generic_name: `注射用药${'甲乙丙丁戊己庚'[n % usual]}`,
  spec: '10mg*1支',
  unit_price: price,
});
/** In each of the twelve months of 2023 so many packs bought of product `n` and so many used. */
const year = (n: number, bought: number, used: number, more: ExampleRow = {}, treated: ExampleRow = {}) => {
  const months = Array.from({ length: 12 }, (_, i) => addMonths('2023-01', i));
  return {
    purchase: months.map((month) =>
      ordered(hospital, `${month}-05`, '200.00', String(bought), { ...goods(n), ...more }),
    ),
    prescription: months
      .filter(() => used > 0)
      .map((month) =>
        prescribed('叶知秋', String(used), `${month}-20`, { ...goods(n), hospital, unit: '盒', ...treated }),
      ),
  };
};
/** Six products of which nearly all that is bought is used, and one more. */
const beside = (
  special: { readonly purchase: readonly ExampleRow[]; readonly prescription: readonly ExampleRow[] },
  usedOfOthers = 100,
) => {
  const all = [...Array.from({ length: 6 }, (_, i) => year(i + 1, 100, usedOfOthers)), special];
  return {
    purchase: all.flatMap(({ purchase }) => purchase),
    prescription: all.flatMap(({ prescription }) => prescription),
  };
};

/** One order of product 7 in January, and 365 packs of it used over the year: one a day. */
const stocked = (bought: string) => ({
  purchase: [ordered(hospital, '2023-01-05', '200.00', bought, goods(7))],
  prescription: year(7, 0, 30).prescription.map((row, i) => ({ ...row, quantity: i === 0 ? '35' : '30' })),
});

export default defineModel({
  id: 'purchase-usage-gap',
  version: 1,
  group: 'G4',
  areas: ['key_posts', 'insurance_fund'],
  links: ['sale', 'use', 'reimbursement'],
  family: 'volume',
  weight: 0.5,
  title: { zh: '采购与使用不符', en: 'Purchased more than used' },
  question: {
    zh: '某药品、耗材的采购量是否远大于处方和收费的使用量，或者使用量大于采购量，而该院其他产品的购用大体相符？',
    en: 'Was far more of a product bought than prescribed and charged, or more used than bought, while purchases and use of the other products of the hospital agree?',
  },
  summary: {
    zh: '{{hospital}}的{{product}}在 {{from}} 至 {{to}} 采购 {{bought}}、使用 {{used}}，扣除全院普遍的差距后相差 {{gap}}，按采购价折合 {{fen}}',
    en: '{{hospital}} bought {{bought}} and used {{used}} of {{product}} between {{from}} and {{to}}: {{gap}} apart beyond the gap common to the hospital, {{fen}} at the price paid',
  },
  basis: [
    {
      source: { zh: '2025年整治工作进展报告', en: 'Progress report of 2025' },
      text: {
        zh: '所举案例中有“虚增采购量”和“虚增手术耗材使用量”的情形；怎样比对没有公布。',
        en: 'Cases of the report name inflated purchases and overstated use of consumables; how to compare them is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '窗口、库存天数、容差、金额起点和覆盖要求由本工具给出。只有该院至少半数产品的使用量与采购量大体相符时才判断，并先扣除全院普遍的差距。',
        en: 'Window, days of stock, tolerance, least amount and coverage are of this tool. It judges only where use and purchases of at least half of the products agree, and takes the gap common to the hospital off first.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'purchase', fields: ['hospital', 'order_date', 'quantity', 'unit_price'] },
    { category: 'prescription', fields: ['hospital', 'rx_date', 'quantity'], or: 'visit_item' },
  ],
  settings: [
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: { zh: '个月', en: 'months' },
      default: 12,
      min: 6,
      max: 36,
      step: 1,
      basis: { zh: '本工具判断：一年，消除季节影响', en: 'Judgement: a year, so that seasons cancel out' },
    },
    {
      name: 'stock_days',
      label: { zh: '正常库存', en: 'Usual stock' },
      unit: days,
      default: 90,
      min: 0,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断：三个月的用量', en: 'Judgement: the use of three months' },
    },
    {
      name: 'tol',
      label: { zh: '使用超过采购的容差', en: 'Use above purchases, tolerated' },
      unit: share,
      default: 0.05,
      min: 0,
      max: 1,
      step: 0.01,
      basis: ownJudgement,
    },
    {
      name: 'min_value',
      label: { zh: '相差金额起点', en: 'Least difference' },
      unit: yuan,
      default: 10_000,
      min: 0,
      max: 10_000_000,
      step: 1000,
      basis: { zh: '本工具判断：按采购价折合', en: 'Judgement: at the price paid' },
    },
    {
      name: 'covered',
      label: { zh: '使用记录的覆盖', en: 'Coverage of use' },
      unit: { zh: '使用量占采购量的比例', en: 'use as a share of purchases' },
      default: 0.7,
      min: 0.3,
      max: 0.95,
      step: 0.05,
      basis: {
        zh: '本工具判断：至少半数产品的使用量在采购量的七成至一倍三之间，才认为使用记录完整',
        en: 'Judgement: use counts as whole where at least half of the products were used between 70 % and 130 % of what was bought',
      },
    },
  ],
  innocent: [
    { zh: '另有供货渠道、捐赠或调拨的库存', en: 'Another channel of supply, donated or transferred stock' },
    { zh: '住院、日间或分院的使用没有导入', en: 'Use by inpatients or at another site was not imported' },
    {
      zh: '过期报损、科室二级库存、应急储备',
      en: 'Goods that expired, stock in departments, reserves for emergencies',
    },
  ],
  blindSpots: [
    {
      zh: '使用记录中从未出现的产品（不单独收费的耗材等）和用而未见采购的产品不判断',
      en: 'Products that use never shows (consumables without a charge of their own) or that were never bought are not judged',
    },
    {
      zh: '单位按单价和包装换算；换算不清的用量超过半成的产品不判断',
      en: 'Units are told by price and pack; products with more than a twentieth of unclear use are not judged',
    },
    {
      zh: '处方和收费明细记的若不是同一批用量，查多购时相加、查多用时取大者：真实差距可能更大',
      en: 'Where prescriptions and charges are not the same use, they are added against excess purchases and the larger counts against excess use: the true gap may be wider',
    },
    { zh: '期初库存不知道，按正常库存天数让出', en: 'The opening stock is not known: the usual stock is allowed for' },
  ],

  coverage(evidence, settings) {
    const refused = [...readStocks(evidence)].map(([id, stock]) => ({ id, judged: judge(stock, settings) }));
    const lacks = refused.flatMap(({ id, judged }) => ('why' in judged ? [lackOf(evidence, id, judged)] : []));
    return lacks.length === refused.length ? lacks.toSorted(byWords) : [];
  },

  find(evidence, settings) {
    const hits: Hit[] = [];
    const unjudged: Lack[] = [];
    let examined = 0;
    for (const [id, stock] of readStocks(evidence)) {
      evidence.breathe();
      const judged = judge(stock, settings);
      if ('why' in judged) unjudged.push(lackOf(evidence, id, judged));
      else {
        examined += judged.compared.length;
        if (judged.left > 0) unjudged.push(leftOut(evidence.party(id).name, judged.left));
        for (const ledger of judged.compared) {
          const gap = widestGap(ledger, judged, settings);
          if (gap) hits.push(hitOf(evidence, { hospital: id, ledger, judged, gap }, settings));
        }
      }
    }
    return { examined, hits, unjudged: unjudged.toSorted(byWords) };
  },

  examples: [
    {
      title: '一年采购 1200 盒、只用了 480 盒，其他六种产品购用相符',
      sheets: beside(year(7, 100, 40)),
      finds: [hospital],
    },
    {
      title: '收费的使用量是采购量的一倍半',
      sheets: {
        purchase: beside(year(7, 40, 60)).purchase,
        visit_item: beside(year(7, 40, 60)).prescription.map(({ rx_date: on, generic_name: name, ...row }, i) =>
          charged(String(i), name!, row.quantity!, on!, {
            hospital,
            item_kind: '西药',
            spec: row.spec!,
            item_code: row.product_code!,
            unit_price: row.unit_price!,
          }),
        ),
      },
      finds: [hospital],
    },
    {
      title: '使用按支记录，一盒十支：换算后仍少用六成',
      sheets: beside(year(7, 100, 400, { spec: '10mg*10支' }, { spec: '10mg*10支', unit: '支', unit_price: '20.00' })),
      finds: [hospital],
    },
    {
      title: '多购比 90 天的用量多一盒',
      sheets: beside(stocked('456')),
      finds: [hospital],
    },
    {
      title: '不计库存时，使用超过采购 6%',
      settings: { stock_days: 0 },
      sheets: beside(year(7, 100, 106)),
      finds: [hospital],
    },
    {
      title: '全院使用记录普遍只有八成，此产品不到四成：扣除普遍差距后仍提示',
      sheets: beside(year(7, 100, 35), 80),
      finds: [hospital],
    },
    {
      title: '多购正好 90 天的用量：不提示',
      sheets: beside(stocked('455')),
      finds: [],
    },
    {
      title: '使用按支记录，换算后购用相符：不提示',
      sheets: beside(year(7, 100, 1000, { spec: '10mg*10支' }, { spec: '10mg*10支', unit: '支', unit_price: '20.00' })),
      finds: [],
    },
    {
      title: '差额折合不足一万元：不提示',
      sheets: beside(year(7, 100, 40, { unit_price: '10.00', amount: '1000.00' }, { unit_price: '10.00' })),
      finds: [],
    },
    {
      title: '不计库存时，使用超过采购正好 5%：不提示',
      settings: { stock_days: 0 },
      sheets: beside(year(7, 100, 105)),
      finds: [],
    },
    {
      title: '使用记录整体不到采购的一半：无法判断',
      sheets: beside(year(7, 100, 40), 45),
      finds: [],
      cannotJudge: true,
    },
    {
      title: '从未出现在使用记录中的产品：不判断并说明',
      sheets: beside(year(7, 100, 0)),
      finds: [],
      unjudged: [`${hospital}有 1 种采购的产品在使用记录中没有或单位换算不清，不判断`],
    },
    {
      title: '另一家医院没有使用记录：不判断并说明',
      sheets: (() => {
        const { purchase, prescription } = beside(year(7, 100, 98));
        return { purchase: [...purchase, ordered('澄溪市第一人民医院', '2023-03-05', '200.00', '500')], prescription };
      })(),
      finds: [],
      unjudged: ['没有澄溪市第一人民医院的处方、费用明细'],
    },
    {
      title: '没有处方和费用明细：无法判断',
      sheets: { purchase: year(7, 100, 40).purchase },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type Settings = Readonly<Record<'W' | 'stock_days' | 'tol' | 'min_value' | 'covered', number>>;

/** Products that must be comparable before the use of a hospital can be called whole, and months that must be common. */
const LEAST_PRODUCTS = 5;
const LEAST_MONTHS = 6;
/** Two prices that are so near each other are those of one unit. */
const SAME_PRICE = 0.3;
/** Use whose unit is not clear, at most. */
const UNCLEAR = 0.05;
/** Prescriptions and charges of so like a size are the same use in two sheets. */
const ALIKE = 0.2;
const LEAST_ALIKE = 3;

type Source = 'prescription' | 'charge';
const sources: readonly Source[] = ['prescription', 'charge'];
type Monthly = Map<Month, number>;

/** One product of one hospital, in packs. */
interface Ledger {
  readonly product: number;
  /** what one pack costs on the mean, in millionths of a yuan */
  readonly price: number;
  readonly bought: Monthly;
  readonly used: Readonly<Record<Source, Monthly>>;
  /** use whose unit could not be told */
  readonly unclear: number;
}

interface Stock {
  readonly ledgers: readonly Ledger[];
  readonly bought: readonly [first: Month, last: Month];
  /** null: no line of use names the hospital */
  readonly used: readonly [first: Month, last: Month] | null;
}

interface BoughtRow {
  readonly hospital: number;
  readonly product: number;
  readonly month: Month;
  readonly unit: string | null;
  readonly spec: string | null;
  readonly packQty: string | null;
  readonly micro: number | null;
  readonly packs: number;
}

interface UsedRow {
  readonly hospital: number;
  readonly product: number | null;
  readonly month: Month;
  readonly unit: string | null;
  readonly micro: number | null;
  readonly quantity: number;
}

/** Net of returns: a negative line takes back; an order that came back whole was never there. Gifts are stock too. */
const isStock = `hospital is not null and product is not null and (coalesce(status, '') <> 'returned' or cast(quantity as real) < 0)`;

/** What each hospital bought and used by month, summed by the database: one pass over each sheet. */
const readStocks = (evidence: EvidenceReader): ReadonlyMap<number, Stock> =>
  evidence.once('stocks of hospitals', () => gatherStocks(evidence));

function gatherStocks(evidence: EvidenceReader): Map<number, Stock> {
  const bought = evidence.all<BoughtRow>(
    `select hospital, product, substr(day, 1, 7) as month, unit, spec, pack_qty as packQty, price_micro as micro, sum(${microQuantity}) as packs
     from purchase where ${isStock} group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
  );
  const used = new Map(
    sources.map((source) => [
      source,
      Map.groupBy(
        evidence.all<UsedRow>(
          `select hospital, product, substr(day, 1, 7) as month, ${source === 'charge' ? 'null' : 'unit'} as unit, price_micro as micro,
                  sum(${microQuantity}) as quantity
           from ${source} where hospital is not null and product is not null group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
        ),
        (row) => row.hospital,
      ),
    ]),
  );
  return new Map(
    [...Map.groupBy(bought, (row) => row.hospital)].map(([hospital, rows]) => {
      evidence.breathe();
      const uses = sources.map((source) => used.get(source)!.get(hospital) ?? []);
      const byProduct = uses.map((list) => Map.groupBy(list, ({ product }) => product));
      const ledgers = [...Map.groupBy(rows, ({ product }) => product)].map(([product, own]) =>
        ledgerOf(
          product,
          own,
          byProduct.map((lists) => lists.get(product) ?? []),
        ),
      );
      return [hospital, { ledgers, bought: spanOf(rows)!, used: spanOf(uses.flat()) }];
    }),
  );
}

function spanOf(rows: ReadonlyArray<{ readonly month: Month }>): readonly [Month, Month] | null {
  if (rows.length === 0) return null;
  let [first, last] = [rows[0]!.month, rows[0]!.month];
  for (const { month } of rows) {
    if (month < first) first = month;
    if (month > last) last = month;
  }
  return [first, last];
}

function ledgerOf(product: number, rows: readonly BoughtRow[], uses: ReadonlyArray<readonly UsedRow[]>): Ledger {
  const bought: Monthly = new Map();
  let [paid, packs] = [0, 0];
  for (const row of rows) {
    add(bought, row.month, unitsOf(row.packs));
    if (row.micro === null || row.micro <= 0 || row.packs <= 0) continue;
    paid += row.micro * unitsOf(row.packs);
    packs += unitsOf(row.packs);
  }
  const price = packs === 0 ? 0 : paid / packs;
  const stated = new Set(rows.map(({ packQty, spec }) => packOf(packQty, spec)));
  const pack = stated.size === 1 ? [...stated][0]! : null;
  const unit = new Set(rows.map((row) => row.unit)).size === 1 ? rows[0]!.unit : null;
  const used: Record<Source, Monthly> = { prescription: new Map(), charge: new Map() };
  let [unclear, all] = [0, 0];
  for (const [i, source] of sources.entries())
    for (const row of uses[i]!) {
      const each = packsPerUnit(row, { price, pack, unit });
      const quantity = unitsOf(row.quantity);
      all += Math.abs(quantity);
      if (each === null) unclear += Math.abs(quantity);
      else add(used[source], row.month, quantity * each);
    }
  return { product, price, bought, used, unclear: all === 0 ? 0 : unclear / all };
}

const add = (to: Monthly, month: Month, value: number): void => {
  to.set(month, (to.get(month) ?? 0) + value);
};

/** How many packs one unit of use is: by its price, which is that of a pack or of a smallest unit; without a price by the words for the unit. */
function packsPerUnit(
  { micro, unit }: UsedRow,
  goods: { readonly price: number; readonly pack: number | null; readonly unit: string | null },
): number | null {
  const isNear = (a: number, b: number) => b > 0 && Math.abs(a / b - 1) <= SAME_PRICE;
  if (goods.pack === 1) return 1;
  if (micro !== null && micro > 0 && goods.price > 0) {
    if (isNear(micro, goods.price)) return 1;
    return goods.pack !== null && isNear(micro * goods.pack, goods.price) ? 1 / goods.pack : null;
  }
  return unit !== null && unit === goods.unit ? 1 : null;
}

interface Window {
  readonly from: Month;
  readonly to: Month;
}

interface Judged {
  readonly compared: readonly Ledger[];
  /** products that cannot be compared */
  readonly left: number;
  readonly windows: readonly Window[];
  readonly common: Window;
  /** whether prescriptions and charges tell of the same use */
  readonly isSame: boolean;
  /** the middle of use / purchases */
  readonly typical: number;
  readonly agreeing: number;
}

type Refused = { readonly why: (hospital: string) => Lack['words'] };

/** Whether the use of a hospital is whole enough to be compared, and over which months. */
function judge({ ledgers, bought, used }: Stock, { W, covered }: Settings): Judged | Refused {
  if (used === null)
    return { why: (name) => ({ zh: `没有${name}的处方、费用明细`, en: `No prescriptions or charges of ${name}` }) };
  const common = {
    from: bought[0] > used[0] ? bought[0] : used[0],
    to: bought[1] < used[1] ? bought[1] : used[1],
  };
  if (monthsBetween(common.from, common.to) + 1 < LEAST_MONTHS)
    return {
      why: (name) => ({
        zh: `${name}的采购与使用共同覆盖不足 ${LEAST_MONTHS} 个月，不判断`,
        en: `Purchases and use of ${name} have fewer than ${LEAST_MONTHS} months in common: not judged`,
      }),
    };
  const isSame = tellTheSame(ledgers, common);
  const compared = ledgers.filter(
    (ledger) =>
      ledger.unclear <= UNCLEAR &&
      ledger.price > 0 &&
      inMonths(ledger.bought, common) > 0 &&
      usedOf(ledger, common, isSame, 'most') > 0,
  );
  const ratios = compared.map((ledger) => usedOf(ledger, common, isSame, 'most') / inMonths(ledger.bought, common));
  const agreeing = ratios.filter((each) => each >= covered && each <= 2 - covered).length;
  if (compared.length < LEAST_PRODUCTS)
    return {
      why: (name) => ({
        zh: `${name}购用都有记录的产品只有 ${compared.length} 种，不判断`,
        en: `Only ${compared.length} products of ${name} were both bought and used: not judged`,
      }),
    };
  if (agreeing * 2 < compared.length)
    return {
      why: (name) => ({
        zh: `${name}可比的 ${compared.length} 种产品中只有 ${agreeing} 种的使用量与采购量大体相符，使用记录不完整，不判断`,
        en: `Use and purchases agree for ${agreeing} of ${compared.length} products of ${name} only: its use is not whole and is not judged`,
      }),
    };
  const windows: Window[] = [];
  for (let to = common.to; monthsBetween(common.from, to) + 1 >= LEAST_MONTHS; to = addMonths(to, -W)) {
    const from = addMonths(to, 1 - W);
    windows.push({ from: from < common.from ? common.from : from, to });
  }
  const left = ledgers.filter((ledger) => inMonths(ledger.bought, common) > 0).length - compared.length;
  return { compared, left, windows, common, isSame, typical: medianOf(ratios), agreeing };
}

const lackOf = (evidence: EvidenceReader, hospital: number, { why }: Refused): Lack => ({
  id: 'prescription',
  words: why(evidence.party(hospital).name),
});

const byWords = (a: Lack, b: Lack): number => (a.words.zh < b.words.zh ? -1 : 1);

const leftOut = (name: string, left: number): Lack => ({
  id: 'prescription',
  words: {
    zh: `${name}有 ${left} 种采购的产品在使用记录中没有或单位换算不清，不判断`,
    en: `${left} products bought by ${name} do not appear in its use, or in unclear units: not judged`,
  },
});

function inMonths(monthly: Monthly, { from, to }: Window): number {
  let sum = 0;
  for (const [month, value] of monthly) if (month >= from && month <= to) sum += value;
  return sum;
}

function tellTheSame(ledgers: readonly Ledger[], common: Window): boolean {
  const ratios = ledgers.flatMap(({ used }) => {
    const [prescribed, charged] = sources.map((source) => inMonths(used[source], common)) as [number, number];
    return prescribed > 0 && charged > 0 ? [prescribed / charged] : [];
  });
  return ratios.length >= LEAST_ALIKE && Math.abs(medianOf(ratios) - 1) <= ALIKE;
}

/** The sheets whose use counts. 'most': for excess purchases, in favour of the hospital; 'least': for excess use. */
function countedSources({ used }: Ledger, months: Window, isSame: boolean, side: 'most' | 'least'): readonly Source[] {
  if (side === 'most' && !isSame) return sources;
  const [prescribed, charged] = sources.map((source) => inMonths(used[source], months)) as [number, number];
  return prescribed > charged ? ['prescription'] : ['charge'];
}

const usedOf = (ledger: Ledger, months: Window, isSame: boolean, side: 'most' | 'least'): number =>
  countedSources(ledger, months, isSame, side).reduce((sum, source) => sum + inMonths(ledger.used[source], months), 0);

interface Gap {
  readonly side: 'bought' | 'used';
  readonly window: Window;
  readonly bought: number;
  readonly used: number;
  readonly gap: number;
  readonly allowed: number;
}

const lengthOf = ({ from, to }: Window): number => dayNumber(boundsOf(to).before) - dayNumber(boundsOf(from).from);

/**
 * The gap that is worth most. Excess purchases: what the hospital's usual gap leaves unused is more than the usual stock, and was not used later either.
 * Excess use: more than was bought with tolerance and the usual stock, also counted from the first month.
 */
function widestGap(ledger: Ledger, judged: Judged, settings: Settings): Gap | undefined {
  const gaps = judged.windows.flatMap((window): Gap[] => {
    const length = lengthOf(window);
    const excess = ({ from, to }: Window): Omit<Gap, 'side' | 'window'> => {
      const bought = inMonths(ledger.bought, { from, to });
      const used = usedOf(ledger, { from, to }, judged.isSame, 'most');
      const daily = usedOf(ledger, window, judged.isSame, 'most') / length;
      return { bought, used, gap: bought * Math.min(1, judged.typical) - used, allowed: settings.stock_days * daily };
    };
    const short = ({ from, to }: Window): Omit<Gap, 'side' | 'window'> => {
      const bought = inMonths(ledger.bought, { from, to });
      const used = usedOf(ledger, { from, to }, judged.isSame, 'least');
      const daily = usedOf(ledger, window, judged.isSame, 'least') / length;
      const supplied = bought * Math.max(1, judged.typical);
      return { bought, used, gap: used - supplied, allowed: supplied * settings.tol + settings.stock_days * daily };
    };
    const isWide = ({ gap, allowed }: Omit<Gap, 'side' | 'window'>) =>
      gap > allowed && gap * ledger.price >= settings.min_value * 1_000_000;
    const more = excess(window);
    if (isWide(more) && isWide(excess({ from: window.from, to: judged.common.to })))
      return [{ side: 'bought', window, ...more }];
    const less = short(window);
    if (isWide(less) && isWide(short({ from: judged.common.from, to: window.to })))
      return [{ side: 'used', window, ...less }];
    return [];
  });
  return gaps.toSorted((a, b) => b.gap - a.gap || (a.window.from < b.window.from ? 1 : -1))[0];
}

interface Found {
  readonly hospital: number;
  readonly ledger: Ledger;
  readonly judged: Judged;
  readonly gap: Gap;
}

function hitOf(evidence: EvidenceReader, { hospital: id, ledger, judged, gap }: Found, settings: Settings): Hit {
  const [buyer, product] = [evidence.party(id), evidence.party(ledger.product)];
  const { from } = boundsOf(gap.window.from);
  const { before } = boundsOf(gap.window.to);
  const within = { hospital: id, product: ledger.product, from, before };
  const inWindow = 'hospital = :hospital and product = :product and day >= :from and day < :before';
  const lines = evidence.all<{ row: number; supplier: number | null }>(
    `select row, supplier from purchase where ${inWindow} and ${isStock} order by row`,
    within,
  );
  const side = gap.side === 'bought' ? 'most' : 'least';
  const uses = countedSources(ledger, gap.window, judged.isSame, side).flatMap((source) =>
    evidence.all<{ row: number }>(`select row from ${source} where ${inWindow} order by row`, within),
  );
  const shown = (packs: number) => number(Math.round(packs * 100) / 100);
  const worth = fen(Math.round((gap.gap * ledger.price) / 10_000));
  const suppliers = [...new Set(lines.flatMap(({ supplier }) => (supplier === null ? [] : [supplier])))]
    .map((party): HitSubject => ({ role: 'supplier', party, name: evidence.party(party).name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    key: `${buyer.uid}:${product.uid}`,
    severity: gap.side === 'used' ? 3 : 2,
    confidence: judged.agreeing * 4 >= judged.compared.length * 3 ? 0.6 : 0.4,
    params: {
      hospital: text(buyer.name),
      product: text(product.name),
      from: text(gap.window.from),
      to: text(gap.window.to),
      bought: shown(gap.bought),
      used: shown(gap.used),
      gap: shown(gap.gap),
      fen: worth,
    },
    measures: [
      gap.side === 'bought'
        ? measured(
            { zh: '采购多于使用（包装）', en: 'Bought more than used, packs' },
            shown(gap.gap),
            '>',
            shown(gap.allowed),
            'stock_days',
          )
        : measured(
            { zh: '使用多于采购（包装）', en: 'Used more than bought, packs' },
            shown(gap.gap),
            '>',
            shown(gap.allowed),
            'tol',
          ),
      measured(
        { zh: '按采购价折合', en: 'At the price paid' },
        worth,
        '>=',
        fen(Math.round(settings.min_value * 100)),
        'min_value',
      ),
      noted(
        { zh: '该院产品使用量占采购量的中位数', en: 'Median of use by purchases in the hospital' },
        ratio(judged.typical),
      ),
      noted({ zh: '购用大体相符的产品', en: 'Products whose purchases and use agree' }, count(judged.agreeing)),
      noted({ zh: '可比的产品', en: 'Products compared' }, count(judged.compared.length)),
    ],
    fen: null,
    subjects: [
      { role: 'buyer', party: id, name: buyer.name },
      { role: 'product', party: ledger.product, name: product.name },
      ...suppliers,
    ],
    rows: [...lines, ...uses].map(({ row }): HitRow => ({ row, field: 'quantity', role: 'evidence' })),
  };
}
