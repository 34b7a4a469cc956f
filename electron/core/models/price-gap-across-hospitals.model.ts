import { exactPrice } from '../../../shared/evidence/price.ts';
import { stepped } from './ask/amount-band.ts';
import { fenOf } from './ask/exact.ts';
import {
  citePrices,
  comparePrices,
  excessFen,
  gapOf,
  isDearer,
  marketOf,
  microOf,
  type OrderLine,
  orderSubjects,
  productName,
  readOrderLines,
  type UnitPrice,
  unitPriceOf,
} from './ask/order-lines.ts';
import { citeUnitPrices, moneyOf } from './ask/order-money.ts';
import { packRatio } from './ask/same-product.ts';
import { count, fen, measured, noted, number, ratio, text } from './ask/values.ts';
import { ordered } from './example-purchases.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'price-gap-across-hospitals',
  version: 3,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'price',
  weight: 0.45,
  title: {
    zh: '同一药品不同医院采购价差异超20%',
    en: 'Same drug, different hospitals, purchase price gap over 20%',
  },
  question: {
    zh: '同一时期内，有没有医院买同一药品、耗材的价格比别的医院高出 20% 以上？',
    en: 'Does a hospital pay over 20% more than another one for the same product in the same period?',
  },
  summary: {
    zh: '{{hospital}}采购{{product}}比{{other}}贵 {{gap}}：最小单位价 {{price}} 元，对方 {{low}} 元（{{from}} 至 {{to}}）',
    en: '{{hospital}} paid {{gap}} more for {{product}} than {{other}}: {{price}} CNY a unit against {{low}} ({{from}} to {{to}})',
  },
  basis: [
    {
      source: {
        zh: '2025年专项整治进展：江苏省“医药购销廉洁监管平台”',
        en: '2025 progress report: platform of Jiangsu province for clean trade in medicine',
      },
      text: {
        zh: '设置“同一药品不同医院采购价差异超20%”等监测模型。恰好 20% 不算超过。',
        en: 'Names the rule: purchase prices of one drug in different hospitals that differ by over 20%. Exactly 20% is not over.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '公开材料没有说明以哪个价格为基数、比较多长时间：以较低价为基数，按季度比较；价格折算到最小单位，按数量加权，用整数计算。',
        en: 'The report names neither base nor period: the lower price is the base, quarters are compared, prices are per smallest unit, weighted by quantity, in whole numbers.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'order_date', 'unit_price', 'quantity'] }],
  settings: [
    {
      name: 'gap',
      label: { zh: '价差', en: 'Gap' },
      unit: { zh: '较低价的比例', en: 'share of the lower price' },
      default: 0.2,
      min: 0.01,
      max: 5,
      step: 0.01,
      basis: {
        zh: '2025年报告中的 20%；以较低价为基数是本工具判断',
        en: 'The 20% of the 2025 report; the lower price as base is judgement',
      },
    },
    {
      name: 'period',
      label: { zh: '比较期间', en: 'Period compared' },
      unit: { zh: '个月', en: 'months' },
      default: 3,
      min: 1,
      max: 12,
      step: 1,
      basis: {
        zh: '本工具判断：集采批次会改变价格，同季度才可比',
        en: 'Judgement: prices change with rounds of volume-based procurement',
      },
    },
    {
      name: 'min_qty',
      label: { zh: '最少采购量', en: 'Least quantity' },
      unit: { zh: '包装', en: 'packs' },
      default: 1,
      min: 1,
      max: 100_000,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    {
      zh: '一家执行集采中选价，另一家买的是非中选产品',
      en: 'One bought at a selected price of volume-based procurement, the other did not',
    },
    { zh: '配送条件、偏远地区运费不同', en: 'Different terms of delivery, remote places' },
    { zh: '应急、短缺时的临时采购', en: 'Purchases in an emergency or shortage' },
    { zh: '季度内调价', en: 'A new price within the quarter' },
    { zh: '按盒与按片、支记价不一致', en: 'One priced by the box, the other by the tablet' },
  ],
  blindSpots: [
    {
      zh: '既没有国家医保编码、也没有批准文号和规格的行不参与比较',
      en: 'Lines with neither a national code nor an approval number and specification are not compared',
    },
    {
      zh: '只有一家医院采购的品种无从比较；各家都高价时看不出',
      en: 'What only one hospital buys cannot be compared; a price that is high everywhere is not seen',
    },
    {
      zh: '恰为包装倍数的价差只按“疑似包装换算错误”列出，不计入金额',
      en: 'A gap that is a multiple of a pack is listed as a suspected conversion error and not counted',
    },
  ],
  coverage: (evidence) =>
    ['product_code', 'approval_no'].some((field) => evidence.hasField('purchase', field))
      ? []
      : [
          {
            id: 'purchase.product_code',
            words: {
              zh: '采购订单没有医保编码或批准文号，无法认定同一药品',
              en: 'The purchase orders have neither product codes nor approval numbers: no two drugs are known to be the same',
            },
          },
        ],

  find(evidence, settings) {
    const markets = Map.groupBy(
      readOrderLines(evidence).filter(({ same }) => same !== null),
      (line) => `${marketOf(line)} ${periodOf(line.day, settings.period)}`,
    );
    const hits: Hit[] = [];
    let examined = 0;
    for (const lines of markets.values()) {
      if (lines.every(({ hospital }) => hospital === lines[0]!.hospital)) continue;
      evidence.breathe();
      const buyers = buyersOf(evidence, lines, settings.min_qty);
      if (buyers.length < 2) continue;
      examined += buyers.length;
      const [lowest, ...others] = buyers as [Buyer, ...Buyer[]];
      // one hospital far below all others, by just a pack: the slip is more likely there than everywhere else
      const slipped = others.length >= 2 && ratioOf(others[Math.floor((others.length - 1) / 2)]!, lowest) !== undefined;
      const base = slipped ? others[0]! : lowest;
      if (slipped) hits.push(suspected(evidence, lowest, base, settings.period));
      for (const buyer of buyers) {
        if (buyer === base || (slipped && buyer === lowest) || !isDearer(buyer.price, base.price, settings.gap))
          continue;
        hits.push(
          ratioOf(buyer, base) === undefined
            ? dearer(evidence, buyer, base, settings)
            : suspected(evidence, buyer, base, settings.period),
        );
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '同一季度，一家比另一家贵 35%',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-03-20', '135.00', '60'),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '比 20% 多出百万分之一元：提示',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '10.00', '40'),
          ordered('望川市人民医院', '2024-03-20', '12.000001', '60'),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '包装不同，折算到每支才看出贵 50%',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40', { pack_qty: '10' }),
          ordered('望川市人民医院', '2024-03-20', '75.00', '60', { pack_qty: '5' }),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '没有医保编码：批准文号、规格、包装相同即同一药品',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40', {
            product_code: '',
            approval_no: '国药准字H20990001',
            spec: '10mg×10支',
          }),
          ordered('望川市人民医院', '2024-03-20', '135.00', '60', {
            product_code: '',
            approval_no: '国药准字H20990001',
          }),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '恰好贵 20%，且折到每片除不尽：不提示',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '10.00', '40', { spec: '0.5g*7片' }),
          ordered('望川市人民医院', '2024-03-20', '12.00', '60', { spec: '0.5g*7片' }),
        ],
      },
      finds: [],
    },
    {
      title: '在不同季度：不比较',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-03-31', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-01', '150.00', '60'),
        ],
      },
      finds: [],
    },
    {
      title: '一家是集采中选价：不比较',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '30.00', '40', { procurement_type: '国家集采' }),
          ordered('望川市人民医院', '2024-02-20', '90.00', '60'),
        ],
      },
      finds: [],
    },
    {
      title: '只有名称相同，没有编码也没有批准文号：不认定为同一药品',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '100.00', '40', { product_code: '' }),
          ordered('望川市人民医院', '2024-03-20', '150.00', '60', { product_code: '' }),
        ],
      },
      finds: [],
    },
    {
      title: '赠品、退货、已取消的订单：不参与比较',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '0', '40'),
          ordered('澄溪市第一人民医院', '2024-02-11', '80.00', '-5'),
          ordered('澄溪市第一人民医院', '2024-02-12', '80.00', '5', { status: '已取消' }),
          ordered('澄溪市第一人民医院', '2024-02-13', '100.00', '5'),
          ordered('望川市人民医院', '2024-03-20', '110.00', '60'),
        ],
      },
      finds: [],
    },
    {
      title: '一家按片记价，恰为包装的十四分之一：只作“疑似包装换算错误”列出，其余医院不提示',
      sheets: {
        purchase: [
          ordered('澄溪市第一人民医院', '2024-02-10', '7.20', '280'),
          ordered('望川市人民医院', '2024-02-20', '100.00', '60'),
          ordered('临陂市中心医院', '2024-02-21', '101.00', '60'),
          ordered('云麓市骨科医院', '2024-02-22', '102.00', '60'),
        ],
      },
      finds: ['澄溪市第一人民医院'],
    },
    {
      title: '采购订单没有编码和批准文号两列：无法判断',
      sheets: {
        purchase: [
          {
            order_date: '2024-02-10',
            hospital: '望川市人民医院',
            generic_name: '注射用骨肽',
            unit_price: '100',
            quantity: '4',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Buyer {
  readonly hospital: number;
  readonly lines: readonly OrderLine[];
  readonly price: UnitPrice;
}

/** Number of the period a day lies in: months since year 0, in runs of so many. */
const periodOf = (on: string, months: number): number =>
  Math.floor((Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1) / months);

/** The first and last month of the period of a day. */
function monthsOf(on: string, months: number): [from: string, to: string] {
  const first = periodOf(on, months) * months;
  const month = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  return [month(first), month(first + months - 1)];
}

/** Who bought at least so many packs, the cheapest first. */
function buyersOf(evidence: EvidenceReader, lines: readonly OrderLine[], minQty: number): Buyer[] {
  return [...Map.groupBy(lines, ({ hospital }) => hospital)]
    .filter(([, own]) => own.reduce((sum, { packs }) => sum + packs, 0) >= minQty * 1_000_000)
    .map(([hospital, own]) => ({ hospital, lines: own, price: unitPriceOf(own) }))
    .sort(
      (a, b) =>
        comparePrices(a.price, b.price) ||
        compareDays(a, b) ||
        (evidence.party(a.hospital).uid < evidence.party(b.hospital).uid ? -1 : 1),
    );
}

/** Of those who paid the same, who bought first: whatever the files are called and in whatever order they came. */
function compareDays(a: Buyer, b: Buyer): number {
  const [one, other] = [a, b].map(({ lines }) =>
    lines
      .map(({ day }) => day)
      .toSorted()
      .join(' '),
  ) as [string, string];
  return one === other ? 0 : one < other ? -1 : 1;
}

const ratioOf = (high: Buyer, low: Buyer): number | undefined =>
  packRatio(high.price.of * low.price.units, low.price.of * high.price.units);

type Settings = Readonly<Record<'gap' | 'period', number>>;

function dearer(evidence: EvidenceReader, buyer: Buyer, base: Buyer, { gap, period }: Settings): Hit {
  const excess = excessFen(buyer.price, base.price);
  const share = gapOf(buyer.price, base.price);
  const bySize = excess >= fenOf(3_000_000) ? 4 : excess >= fenOf(200_000) || share > 1 ? 3 : share > 0.5 ? 2 : 1;
  const also = buyer.lines.filter((line) => !isDearer(unitPriceOf([line]), base.price, gap));
  const told = [...buyer.lines, ...base.lines].every(({ vbp }) => vbp !== null);
  return {
    ...about(evidence, buyer, base, period),
    severity: also.length > 0 ? stepped(bySize, -1) : bySize,
    confidence: told ? 0.9 : 0.75,
    measures: [
      measured({ zh: '价差', en: 'Gap' }, ratio(share), '>', ratio(gap), 'gap'),
      noted({ zh: '按较低价计算的差额', en: 'Excess over the lower price' }, fen(excess)),
      ...figures(buyer, base),
      noted({ zh: '其中价格未超过的订单', en: 'Of its lines at a price that is not above' }, count(also.length)),
    ],
    fen: moneyOf(buyer.lines),
    rows: [
      ...citePrices(buyer.lines),
      ...citeBase(base),
      ...also.map(
        ({ row }): HitRow => ({
          row,
          field: 'order_date',
          role: 'counter',
          note: { zh: '同期也有不超过的价格', en: 'In the same period also a price that is not above' },
        }),
      ),
    ],
  };
}

/** A price that is a pack's multiple of another: shown, of the lowest rank, and its money in no sum. */
function suspected(evidence: EvidenceReader, buyer: Buyer, base: Buyer, period: number): Hit {
  return {
    ...about(evidence, buyer, base, period),
    severity: 1,
    confidence: 0.3,
    measures: [
      noted(
        { zh: '疑似包装换算错误：两价之比接近', en: 'Suspected pack conversion error: the prices are about 1 to' },
        number(ratioOf(buyer, base) ?? ratioOf(base, buyer) ?? 0),
      ),
      ...figures(buyer, base),
    ],
    fen: null,
    rows: [
      ...citeUnitPrices(buyer.lines, {
        zh: '疑似包装换算错误，不计入金额',
        en: 'Suspected pack conversion error, not counted',
      }),
      ...citeBase(base),
    ],
  };
}

const citeBase = (base: Buyer): HitRow[] =>
  citeUnitPrices(base.lines, { zh: '比较对象', en: 'What it is compared with' });

const figures = (buyer: Buyer, base: Buyer) => [
  noted({ zh: '本院最小单位价（元）', en: 'Price of a unit here (CNY)' }, text(exactPrice(microOf(buyer.price)))),
  noted(
    { zh: '比较对象的最小单位价（元）', en: 'Price of a unit it is compared with (CNY)' },
    text(exactPrice(microOf(base.price))),
  ),
  noted({ zh: '本院订单行数', en: 'Lines of this hospital' }, count(buyer.lines.length)),
];

/** What the two kinds of finding have in common. */
function about(
  evidence: EvidenceReader,
  buyer: Buyer,
  base: Buyer,
  period: number,
): Pick<Hit, 'key' | 'params' | 'subjects'> {
  const [high, low] = comparePrices(buyer.price, base.price) < 0 ? [base, buyer] : [buyer, base];
  const line = buyer.lines[0]!;
  const [from, to] = monthsOf(line.day, period);
  return {
    key: `${line.same}:${line.vbp === true ? 'vbp' : 'free'}:${from}:${evidence.party(buyer.hospital).uid}`,
    params: {
      hospital: text(evidence.party(high.hospital).name),
      product: text(productName(evidence, line)),
      from: text(from),
      to: text(to),
      price: text(exactPrice(microOf(high.price))),
      low: text(exactPrice(microOf(low.price))),
      other: text(evidence.party(low.hospital).name),
      gap: ratio(gapOf(high.price, low.price)),
    },
    subjects: orderSubjects(evidence, buyer.lines),
  };
}
