import { readBrands } from './ask/brands.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { type Gift, readGifts } from './ask/gifts.ts';
import { nameKey } from './ask/name-likeness.ts';
import {
  citePrices,
  excessFen,
  gapOf,
  isDearer,
  marketOf,
  type OrderLine,
  productName,
  readOrderLines,
  unitPriceOf,
  writtenFen,
} from './ask/order-lines.ts';
import { sumFen } from './ask/order-money.ts';
import { readProductCompanies } from './ask/product-companies.ts';
import { readTradeGroups } from './ask/staff-payments.ts';
import { count, day, fen, measured, noted, ratio, share, text } from './ask/values.ts';
import { agreed } from './example-people.ts';
import { ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

/** 20万元 */
const LARGE = 20_000_000;
/** What equipment uses up. */
const consumed = new Set(['reagent', 'consumable', 'lcv_consumable', 'hcv_consumable']);
/** 公开招标和集采 chose the supplier in the open. */
const open = new Set(['tender', 'vbp']);

// for the examples
const giver = '澄溪康达医药有限公司';
const [hospital, peer] = ['澄溪市第一人民医院', '望川市人民医院'];
const codeOf = (n: number): string => `C99${String(n).padStart(17, '0')}`;
const placed = agreed(giver, hospital, '0.00', '2024-03-01', '设备投放', { subject: '全自动生化分析仪一台' });
const reagent = (at: string, on: string, price: string, quantity: string, more: ExampleRow = {}): ExampleRow =>
  ordered(at, on, price, quantity, {
    product_code: codeOf(7),
    generic_name: '肌钙蛋白测定试剂',
    spec: '100测试/盒',
    category: '试剂',
    ...more,
  });
const other = (quantity: string): ExampleRow =>
  reagent(hospital, '2024-05-20', '100.00', quantity, {
    supplier: '瑞澜医药有限公司',
    manufacturer: '瑞澜医药有限公司',
    product_code: codeOf(8),
  });

export default defineModel({
  id: 'equipment-placement-lockin',
  version: 1,
  group: 'G3',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale', 'use'],
  family: 'procurement',
  weight: 0.4,
  title: { zh: '设备投放捆绑耗材', en: 'Free equipment tied to consumables' },
  question: {
    zh: '无偿投放设备之后，配套试剂耗材是否几乎只向该企业采购，价格又高于其他医院？',
    en: 'After equipment was placed, did the hospital buy its reagents and consumables almost only from that company, at prices above those of others?',
  },
  summary: {
    zh: '{{company}}于 {{day}} 向{{hospital}}投放设备，其后同类试剂耗材 {{share}} 向其采购，{{products}} 个品种比其他医院高出最多 {{gap}}',
    en: '{{company}} placed equipment at {{hospital}} on {{day}}; since then {{share}} of reagents and consumables of the class come from it, {{products}} products up to {{gap}} above other hospitals',
  },
  basis: [
    {
      source: {
        zh: '市场监管总局《医药企业防范商业贿赂风险合规指引》（2025）',
        en: 'Guideline of the market regulator for pharmaceutical companies (2025), on placing equipment without charge',
      },
      text: {
        zh: '医疗设备无偿投放是指引所列的九个场景之一。',
        en: 'Placing equipment without charge is one of the nine scenes of the guideline.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '九成没有公开标准；价差两成与“同一药品不同医院采购价差异超20%”一致，整数比较。',
        en: "Nine tenths is this tool's; the gap of 20 % is that of the rule on prices between hospitals, compared in whole numbers.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'contract', fields: ['party_a', 'party_b', 'signed_on', 'type'] },
    { category: 'purchase', fields: ['hospital', 'supplier', 'order_date', 'unit_price', 'category'] },
  ],
  settings: [
    {
      name: 'smin',
      label: { zh: '采购份额', en: 'Share of purchases' },
      unit: share,
      default: 0.9,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'gap',
      label: { zh: '高于其他医院', en: 'Above other hospitals' },
      unit: { zh: '比例', en: 'share' },
      default: 0.2,
      min: 0,
      max: 5,
      step: 0.01,
      basis: {
        zh: '与 2025 年汇报所述价差超过 20% 的预警一致',
        en: 'As the warning on price gaps over 20 % of the report of 2025',
      },
    },
  ],
  innocent: [
    { zh: '封闭分析系统，只能用原厂试剂', en: 'A closed analyser that takes the reagents of its maker only' },
    { zh: '试剂价格含设备维保和折旧', en: 'The price of reagents includes maintenance and wear of the equipment' },
    { zh: '用量小，拿不到其他医院的折扣', en: 'Small volumes without the discount of other hospitals' },
  ],
  blindSpots: [
    {
      zh: '没有写明、也算不出金额的订单行不在任何比例和合计中',
      en: 'Order lines whose amount is neither written nor to be worked out are in no share and no total',
    },
    {
      zh: '经公开招标或集采的采购不计',
      en: 'Purchases by public tender or volume-based procurement are left out',
    },
    {
      zh: '没有其他医院采购同一品种的，价格无从比较，不提示',
      en: 'Where no other hospital buys the product its price cannot be compared, and nothing is found',
    },
    {
      zh: '没有目录分类的按通用名看份额，类别不明的采购不计',
      en: 'Without a class the share is taken by generic name; purchases of unknown kind are left out',
    },
  ],

  coverage(evidence) {
    return readPlacements(evidence).length > 0
      ? []
      : [
          {
            id: 'contract.equipment_placement',
            words: {
              zh: '合同表中没有企业向医院投放设备的协议',
              en: 'The contract lists hold no placement of equipment at a hospital',
            },
          },
        ];
  },

  find(evidence, settings) {
    const placements = readPlacements(evidence);
    const classOf = classesOf(evidence);
    const lines = placements.length === 0 ? [] : readConsumed(evidence);
    const byHospital = Map.groupBy(lines, (line) => line.hospital);
    const byMarket = Map.groupBy(
      lines.filter(({ same }) => same !== null),
      marketOf,
    );
    const isTheirs = readDelivered(evidence);
    const hits: Hit[] = [];
    for (const gifts of Map.groupBy(placements, ({ group, hospital: at }) => `${group} ${at}`).values()) {
      evidence.breathe();
      const gift = gifts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row))[0]!;
      const since = (byHospital.get(gift.hospital) ?? []).filter(({ day: on }) => on > gift.day);
      const locked = [...Map.groupBy(since, classOf)].flatMap(([, list]) => {
        const own = list.filter((line) => isTheirs(line, gift.group));
        return own.length > 0 && isShareAtLeast(sumFen(own), sumFen(list), settings.smin) ? [{ own, list }] : [];
      });
      const dear = locked.flatMap(({ own }) =>
        [
          ...Map.groupBy(
            own.filter(({ same }) => same !== null),
            marketOf,
          ),
        ].flatMap(([market, ours]) => {
          const others = byMarket.get(market)!.filter((line) => line.hospital !== gift.hospital && line.day > gift.day);
          if (others.length === 0) return [];
          const [price, theirs] = [unitPriceOf(ours), unitPriceOf(others)];
          return isDearer(price, theirs, settings.gap) ? [{ ours, others, price, theirs }] : [];
        }),
      );
      if (dear.length === 0) continue;
      const own = locked.flatMap((each) => each.own);
      const whole = sumFen(locked.flatMap((each) => each.list));
      const cited = dear.flatMap(({ ours }) => ours);
      const excess = dear.reduce((sum, { price, theirs }) => sum + excessFen(price, theirs), 0);
      const worst = dear.toSorted((a, b) => gapOf(b.price, b.theirs) - gapOf(a.price, a.theirs))[0]!;
      const [company, at] = [evidence.party(gift.company), evidence.party(gift.hospital)];
      const written = writtenFen(cited);
      hits.push({
        key: `${company.uid}→${at.uid}`,
        severity: excess >= LARGE ? 3 : 2,
        confidence: 0.6,
        params: {
          company: text(company.name),
          day: day(gift.day),
          hospital: text(at.name),
          share: ratio(whole === 0 ? 1 : sumFen(own) / whole),
          products: count(dear.length),
          gap: ratio(gapOf(worst.price, worst.theirs)),
        },
        measures: [
          measured(
            { zh: '同类试剂耗材向其采购', en: 'Of the class bought from it' },
            ratio(whole === 0 ? 1 : sumFen(own) / whole),
            '>=',
            ratio(settings.smin),
            'smin',
          ),
          measured(
            {
              zh: `高于其他医院（${productName(evidence, worst.ours[0]!)}）`,
              en: 'Above other hospitals (dearest product)',
            },
            ratio(gapOf(worst.price, worst.theirs)),
            '>',
            ratio(settings.gap),
            'gap',
          ),
          noted({ zh: '高价品种', en: 'Dearer products' }, count(dear.length)),
          noted({ zh: '按其他医院价格多付', en: 'Paid above the price of others' }, fen(excess)),
          noted({ zh: '投放协议', en: 'Placements' }, count(gifts.length)),
        ],
        fen: written > 0 ? written : null,
        subjects: [
          { role: 'supplier', party: company.id, name: company.name },
          { role: 'buyer', party: at.id, name: at.name },
        ],
        rows: [
          ...gifts.map(({ row, field }) => ({
            row,
            field,
            role: 'evidence' as const,
            note: { zh: '设备投放协议', en: 'The placement' },
          })),
          ...citePrices(cited),
          ...dear.flatMap(({ others }) =>
            others.slice(0, SHOWN).map(({ row }, i) => ({
              row,
              field: 'unit_price',
              role: 'context' as const,
              note: {
                zh: `其他医院的价格（第 ${i + 1} 条，列出 ${Math.min(SHOWN, others.length)} 条，共 ${others.length} 条）`,
                en: `Price of another hospital (${i + 1}; ${Math.min(SHOWN, others.length)} of ${others.length} shown)`,
              },
            })),
          ),
        ],
      });
    }
    return { examined: placements.length, hits };
  },

  examples: [
    {
      title: '投放后试剂全部向其采购，价格比其他医院高两成零一分',
      sheets: {
        contract: [placed],
        purchase: [reagent(hospital, '2024-05-10', '120.01', '100'), reagent(peer, '2024-05-12', '100.00', '100')],
      },
      finds: [giver],
    },
    {
      title: '份额正好九成，价格高五成',
      sheets: {
        contract: [placed],
        purchase: [
          reagent(hospital, '2024-05-10', '150.00', '600'),
          other('100'),
          reagent(peer, '2024-05-12', '100.00', '100'),
        ],
      },
      finds: [giver],
    },
    {
      title: '由投放企业生产、另一家配送',
      sheets: {
        contract: [agreed('启衡药业有限公司', hospital, '0.00', '2024-03-01', '设备投放')],
        purchase: [reagent(hospital, '2024-05-10', '150.00', '100'), reagent(peer, '2024-05-12', '100.00', '100')],
      },
      finds: ['启衡药业有限公司'],
    },
    {
      title: '价格正好高两成：不提示',
      sheets: {
        contract: [placed],
        purchase: [reagent(hospital, '2024-05-10', '120.00', '100'), reagent(peer, '2024-05-12', '100.00', '100')],
      },
      finds: [],
    },
    {
      title: '份额不到九成：不提示',
      sheets: {
        contract: [placed],
        purchase: [
          reagent(hospital, '2024-05-10', '150.00', '599'),
          other('100'),
          reagent(peer, '2024-05-12', '100.00', '100'),
        ].map((row) => (row.product_code === codeOf(8) ? { ...row, quantity: '101', amount: '10100.00' } : row)),
      },
      finds: [],
    },
    {
      title: '封闭系统，试剂经公开招标：不提示',
      sheets: {
        contract: [placed],
        purchase: [
          reagent(hospital, '2024-05-10', '150.00', '100', { procurement_type: '公开招标' }),
          reagent(peer, '2024-05-12', '100.00', '100'),
        ],
      },
      finds: [],
    },
    {
      title: '投放以前的采购：不提示',
      sheets: {
        contract: [placed],
        purchase: [reagent(hospital, '2024-02-10', '150.00', '100'), reagent(peer, '2024-05-12', '100.00', '100')],
      },
      finds: [],
    },
    {
      title: '没有设备投放协议：无法判断',
      sheets: {
        contract: [agreed(giver, hospital, '300000.00', '2024-03-01', '购销')],
        purchase: [reagent(hospital, '2024-05-10', '150.00', '100'), reagent(peer, '2024-05-12', '100.00', '100')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

const SHOWN = 10;

const readPlacements = (evidence: EvidenceReader): Gift[] =>
  readGifts(evidence).filter(({ type }) => type === 'equipment_placement');

/** Lines of reagents and consumables that no public procedure chose the supplier of, by day. */
const readConsumed = (evidence: EvidenceReader): OrderLine[] =>
  readOrderLines(evidence)
    .filter(({ category, procurement }) => consumed.has(category ?? '') && !open.has(procurement ?? ''))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.micro - b.micro || a.row - b.row));

/** 治疗分类 of a line's product, else its name. */
function classesOf(evidence: EvidenceReader): (line: OrderLine) => string {
  const brands = readBrands(evidence);
  return (line) =>
    (line.product === null ? undefined : brands.get(line.product)?.klass) ?? `=${nameKey(productName(evidence, line))}`;
}

/** Whether a group delivered a line or makes its product. */
function readDelivered(evidence: EvidenceReader): (line: OrderLine, group: number) => boolean {
  const { groupOf } = readTradeGroups(evidence);
  const { makersOf } = readProductCompanies(evidence);
  return ({ supplier, product }, group) =>
    (supplier !== null && groupOf(supplier) === group) || (product !== null && makersOf(product).has(group));
}
