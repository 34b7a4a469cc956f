import { exactPrice } from '../../../shared/evidence/price.ts';
import { type Listed, readCatalogue } from './ask/catalogue.ts';
import { citeContext } from './ask/cite-context.ts';
import {
  citeAmounts,
  gapOf,
  isDearer,
  microOf,
  type OrderLine,
  orderSubjects,
  productName,
  readOrderLines,
  type UnitPrice,
  unitPriceOf,
} from './ask/order-lines.ts';
import { moneyOf } from './ask/order-money.ts';
import { readSupplierTies } from './ask/supplier-ties.ts';
import { count, measured, noted, ratio, share, text } from './ask/values.ts';
import { drugCode, listed, ordered } from './example-purchases.ts';
import { accountOf, came, type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const brands = ['启衡药业有限公司', '禾岭制药有限公司', '云栖制药有限公司'] as const;
/** Three brands of one class and strength, the first at 150 yuan, the others at 100. */
const classOfThree = brands.map((manufacturer, i) =>
  listed(drugCode(i + 1), { manufacturer, list_price: i === 0 ? '150.00' : '100.00' }),
);
const bought = (hospital: string, brand: number, quantity: string, on: string, more: ExampleRow = {}): ExampleRow =>
  ordered(hospital, on, brand === 0 ? '150.00' : '100.00', quantity, {
    product_code: drugCode(brand + 1),
    manufacturer: brands[brand]!,
    ...more,
  });
const monthly = (hospital: string, brand: number, quantity: string, more: ExampleRow = {}): ExampleRow[] =>
  ['01', '03', '05', '07', '09'].map((month) => bought(hospital, brand, quantity, `2024-${month}-10`, more));
const others = ['澄溪市第一人民医院', '临陂市中心医院'].flatMap((hospital) => [
  ...monthly(hospital, 0, '40'),
  ...monthly(hospital, 1, '60'),
]);

export default defineModel({
  id: 'designated-brand',
  version: 3,
  group: 'G4',
  areas: ['key_posts'],
  links: ['sale', 'use'],
  family: 'procurement',
  weight: 0.4,
  title: { zh: '指定品牌采购', en: 'Designated brand' },
  question: {
    zh: '同类可替代产品中，医院是否几乎只买一个较贵的品牌，而别的医院并不如此？',
    en: 'Among products that replace each other, does a hospital buy almost only one dearer brand while others do not?',
  },
  summary: {
    zh: '{{hospital}} {{year}} 年采购的{{product}}（{{klass}} 类，规格 {{strength}}）有 {{part}} 是{{brand}}的产品，单价比其他品牌高 {{dearer}}，在别的医院它只占 {{peers}}',
    en: 'In {{year}} {{hospital}} bought {{part}} of its {{product}} (class {{klass}}, {{strength}}) from {{brand}}, {{dearer}} dearer than other brands; elsewhere its share is {{peers}}',
  },
  basis: [
    {
      source: { zh: '2025年专项整治进展', en: '2025 progress report' },
      text: {
        zh: '所举案例中有“指定采购品牌”的情形；怎样算指定没有公布。',
        en: 'A case of the report names a designated brand; how to tell it is not said.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '份额、价差和同行份额的数值由本工具给出；同一治疗分类、同一规格含量视为可替代。',
        en: 'Shares and price gap are this tool’s; products of one class and one strength count as replacing each other.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'purchase', fields: ['hospital', 'order_date', 'unit_price', 'quantity'] },
    { category: 'product', fields: ['class_code'] },
  ],
  settings: [
    {
      name: 'smin',
      label: { zh: '本院份额', en: 'Share here' },
      unit: share,
      default: 0.9,
      min: 0.5,
      max: 1,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'pmax',
      label: { zh: '别的医院的份额上限', en: 'Most share elsewhere' },
      unit: share,
      default: 0.4,
      min: 0,
      max: 0.9,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'dear',
      label: { zh: '比其他品牌贵', en: 'Dearer than other brands' },
      unit: share,
      default: 0.2,
      min: 0,
      max: 5,
      step: 0.01,
      basis: { zh: '本工具判断：与 20% 价差规则一致', en: 'Judgement: in line with the 20% rule' },
    },
    {
      name: 'min_orders',
      label: { zh: '最少订单行数', en: 'Least order lines' },
      unit: { zh: '行', en: 'lines' },
      default: 5,
      min: 1,
      max: 1000,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
  ],
  innocent: [
    {
      zh: '疗效、剂型或适应证上确有优势，或只有它获批该适应证',
      en: 'Better clinically, or the only one approved for the use',
    },
    { zh: '专科医院的用药特点', en: 'What a special hospital needs' },
  ],
  blindSpots: [
    {
      zh: '目录没有治疗分类、规格或生产企业的产品不参与比较',
      en: 'Products listed without class, specification or maker are not compared',
    },
    {
      zh: '同一分类不等于临床可替代，应请药学人员判断',
      en: 'One class does not mean that one replaces the other: ask a pharmacist',
    },
  ],

  find(evidence, settings) {
    const catalogue = readCatalogue(evidence);
    const all = readBranded(evidence, catalogue);
    const markets = Map.groupBy(all, ({ market, year }) => `${market} ${year}`);
    const everBought = Map.groupBy(all, ({ market, line }) => `${market} ${line.hospital}`);
    const hits: Hit[] = [];
    let examined = 0;
    for (const lines of markets.values()) {
      evidence.breathe();
      const brandsOf = new Map([...Map.groupBy(lines, ({ listing }) => listing.maker!)]);
      const buyers = Map.groupBy(lines, ({ line }) => line.hospital);
      if (brandsOf.size < 2 || buyers.size < 3) continue;
      examined += buyers.size;
      for (const [hospital, own] of buyers) {
        if (own.length < settings.min_orders) continue;
        const [top] = [...Map.groupBy(own, ({ listing }) => listing.maker!)].sort(
          ([a, x], [b, y]) => unitsOf(y) - unitsOf(x) || (evidence.party(a).uid < evidence.party(b).uid ? -1 : 1),
        );
        const [brand, branded] = top!;
        const peers = lines.filter(({ line }) => line.hospital !== hospital);
        const here = unitsOf(branded) / unitsOf(own);
        const there = unitsOf(peers.filter(({ listing }) => listing.maker === brand)) / unitsOf(peers);
        const price = unitPriceOf(branded.map(({ line }) => line));
        const alternative = medianPrice(brandsOf, brand);
        if (here < settings.smin || there > settings.pmax || !isDearer(price, alternative, settings.dear)) continue;
        hits.push(
          hitOf(
            evidence,
            {
              hospital,
              brand,
              branded,
              own,
              peers,
              otherYears: everBought.get(`${own[0]!.market} ${hospital}`)!.filter(({ year }) => year !== own[0]!.year),
              here,
              there,
              price,
              alternative,
              brands: brandsOf.size,
            },
            settings,
          ),
        );
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '三个品牌可选，只买贵一半的一个；别的医院四成',
      sheets: { product: classOfThree, purchase: [...others, ...monthly('望川市人民医院', 0, '100')] },
      finds: ['望川市人民医院'],
    },
    {
      title: '份额恰好九成：提示',
      sheets: {
        product: classOfThree,
        purchase: [...others, ...monthly('望川市人民医院', 0, '90'), ...monthly('望川市人民医院', 2, '10')],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '生产企业付款给本院药剂科主任：加重',
      sheets: {
        product: classOfThree,
        purchase: [...others, ...monthly('望川市人民医院', 0, '100')],
        conference_person: [
          came('云澜骨科春季论坛', '2024-04-12', '沈国梁', '望川市人民医院', {
            dept: '药剂科',
            title: '主任',
            account_no: accountOf('沈国梁'),
          }),
        ],
        bank_flow: [paid('启衡药业有限公司', '沈国梁', '30000.00', '2024-03-10', '咨询费')],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '份额不到九成：不提示',
      sheets: {
        product: classOfThree,
        purchase: [...others, ...monthly('望川市人民医院', 0, '89'), ...monthly('望川市人民医院', 2, '11')],
      },
      finds: [],
    },
    {
      title: '恰好贵 20%：不提示',
      sheets: {
        product: classOfThree,
        purchase: [...others, ...monthly('望川市人民医院', 0, '100', { unit_price: '120.00' })],
      },
      finds: [],
    },
    {
      title: '别的医院也以它为主：不提示',
      sheets: {
        product: classOfThree,
        purchase: [
          ...['澄溪市第一人民医院', '临陂市中心医院'].flatMap((hospital) => [
            ...monthly(hospital, 0, '60'),
            ...monthly(hospital, 1, '40'),
          ]),
          ...monthly('望川市人民医院', 0, '100'),
        ],
      },
      finds: [],
    },
    {
      title: '集采中选品牌：不提示',
      sheets: {
        product: classOfThree,
        purchase: [...others, ...monthly('望川市人民医院', 0, '100', { procurement_type: '国家集采' })],
      },
      finds: [],
    },
    {
      title: '没有药品目录：无法判断',
      sheets: { purchase: others },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Branded {
  /** class and strength: what replaces each other */
  readonly market: string;
  readonly year: string;
  readonly line: OrderLine;
  readonly listing: Listed;
}

/** Lines of listed products outside volume-based procurement. */
const readBranded = (evidence: EvidenceReader, catalogue: ReadonlyMap<string, readonly Listed[]>): Branded[] =>
  readOrderLines(evidence).flatMap((line): Branded[] => {
    const listing =
      line.same === null ? undefined : catalogue.get(line.same)?.find(({ klass, maker }) => klass && maker);
    if (!listing?.klass || listing.strength === null || line.vbp === true || listing.vbp === true) return [];
    return [{ market: `${listing.klass} ${listing.strength}`, year: line.day.slice(0, 4), line, listing }];
  });

/** Smallest units bought. */
const unitsOf = (lines: readonly Branded[]): number =>
  lines.reduce((sum, { line }) => sum + line.packs * (line.pack ?? 1), 0);

/** The middle of what the other brands cost; of an even number the dearer of the two in the middle, in favour of the hospital. */
function medianPrice(brandsOf: ReadonlyMap<number, readonly Branded[]>, without: number): UnitPrice {
  const prices = [...brandsOf]
    .filter(([brand]) => brand !== without)
    .map(([, lines]) => unitPriceOf(lines.map(({ line }) => line)))
    .sort((a, b) => (isDearer(a, b, 0) ? 1 : isDearer(b, a, 0) ? -1 : 0));
  return prices[Math.floor(prices.length / 2)]!;
}

function hitOf(
  evidence: EvidenceReader,
  found: {
    hospital: number;
    brand: number;
    branded: readonly Branded[];
    own: readonly Branded[];
    /** what other hospitals bought of the class and strength in the year */
    peers: readonly Branded[];
    /** what the hospital bought of the class and strength in the other years */
    otherYears: readonly Branded[];
    here: number;
    there: number;
    price: UnitPrice;
    alternative: UnitPrice;
    brands: number;
  },
  settings: Readonly<Record<'smin' | 'pmax' | 'dear', number>>,
): Hit {
  const [hospital, brand] = [evidence.party(found.hospital), evidence.party(found.brand)];
  const lines = found.branded.map(({ line }) => line);
  const { year, listing } = found.branded[0]!;
  const brandedThen = found.otherYears.filter((each) => each.listing.maker === found.brand);
  const suppliers = orderSubjects(evidence, lines).filter(({ role }) => role === 'supplier');
  const ties = [found.brand, ...suppliers.flatMap(({ party }) => party ?? [])].flatMap((company) =>
    readSupplierTies(evidence).between(company, found.hospital),
  );
  return {
    key: `${hospital.uid}:${listing.klass}:${listing.strength}:${year}:${brand.uid}`,
    severity: ties.length > 0 ? 3 : 2,
    confidence: 0.6,
    params: {
      hospital: text(hospital.name),
      brand: text(brand.name),
      year: text(year),
      product: text(productName(evidence, lines[0]!)),
      klass: text(listing.klass ?? ''),
      strength: text(listing.strength ?? ''),
      part: ratio(found.here),
      dearer: ratio(gapOf(found.price, found.alternative)),
      peers: ratio(found.there),
    },
    measures: [
      measured({ zh: '本院份额', en: 'Share here' }, ratio(found.here), '>=', ratio(settings.smin), 'smin'),
      measured({ zh: '别的医院的份额', en: 'Share elsewhere' }, ratio(found.there), '<=', ratio(settings.pmax), 'pmax'),
      measured(
        { zh: '比其他品牌贵', en: 'Dearer than other brands' },
        ratio(gapOf(found.price, found.alternative)),
        '>',
        ratio(settings.dear),
        'dear',
      ),
      noted({ zh: '本院最小单位价（元）', en: 'Price of a unit here (CNY)' }, text(exactPrice(microOf(found.price)))),
      noted(
        { zh: '其他品牌最小单位价的中位数（元）', en: 'Median price of a unit of other brands (CNY)' },
        text(exactPrice(microOf(found.alternative))),
      ),
      noted({ zh: '可替代的品牌', en: 'Brands that replace each other' }, count(found.brands)),
      ...(found.otherYears.length === 0
        ? []
        : [
            noted(
              { zh: '本院其他年份的份额', en: 'Share here in the other years' },
              ratio(unitsOf(brandedThen) / unitsOf(found.otherYears)),
            ),
          ]),
      noted({ zh: '与本院人员的联系', en: 'Links to staff of the hospital' }, count(ties.length)),
    ],
    fen: moneyOf(lines),
    subjects: [
      { role: 'buyer', party: found.hospital, name: hospital.name },
      { role: 'manufacturer', party: found.brand, name: brand.name },
      ...suppliers,
    ],
    rows: [
      ...citeAmounts(lines),
      ...[...new Set(found.branded.map((each) => each.listing.row))].map(
        (row): HitRow => ({ row, field: 'class_code', role: 'context', note: { zh: '治疗分类', en: 'Its class' } }),
      ),
      ...citeAmounts(brandedThen.map(({ line }) => line)).map(
        (cited): HitRow => ({
          ...cited,
          role: 'context',
          note: { zh: '本院其他年份购买该品牌', en: 'The hospital bought the brand in another year' },
        }),
      ),
      ...citeContext(citeAmounts(found.peers.map(({ line }) => line)), {
        zh: '别的医院当年购买同类同规格产品',
        en: 'Other hospitals bought the class and strength in the year',
      }),
      ...ties,
    ],
  };
}
