import { readCatalogue } from './ask/catalogue.ts';
import { citeAmounts, type OrderLine, readOrderLines } from './ask/order-lines.ts';
import { moneyOf } from './ask/order-money.ts';
import { medianOf } from './ask/statistics.ts';
import { readSupplierTies } from './ask/supplier-ties.ts';
import { count, fen, measured, noted, number, ratio, share, text } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { deviceCode, ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

const suppliers = ['启禾器械有限公司', '瑞澜医药有限公司', '康岫医疗用品有限公司', '禾澜医疗科技有限公司'] as const;

/** Twelve orders of one hospital in one year: supplier → how many of them. Every supplier delivers both products. */
const orders = (hospital: string, wins: readonly number[], more: ExampleRow = {}): ExampleRow[] =>
  wins
    .flatMap((times, i) => Array.from({ length: times }, () => suppliers[i]!))
    .map((supplier, i) =>
      ordered(
        hospital,
        `2024-${String((i % 12) + 1).padStart(2, '0')}-${String(5 + Math.floor(i / 12)).padStart(2, '0')}`,
        '1000.00',
        '10',
        {
          product_code: deviceCode(1),
          generic_name: '椎间融合器',
          spec: 'M',
          category: '高值耗材',
          procurement_type: '',
          supplier,
          ...more,
        },
      ),
    );

const even = ['澄溪市第一人民医院', '临陂市中心医院', '云麓市骨科医院'].flatMap((hospital) =>
  orders(hospital, [3, 3, 3, 3]),
);

export default defineModel({
  id: 'supplier-concentration',
  version: 1,
  group: 'G4',
  areas: ['key_posts'],
  links: ['distribution', 'sale'],
  family: 'procurement',
  weight: 0.25,
  title: { zh: '供应商集中度', en: 'Supplier concentration (HHI)' },
  question: {
    zh: '在别的医院有多家供应商竞争的品类，这家医院的采购是否高度集中于一家？',
    en: 'Does a hospital buy nearly all of a category from one supplier where others buy from many?',
  },
  summary: {
    zh: '{{hospital}} {{year}} 年的{{category}}采购有 {{part}} 来自{{supplier}}，同行中位数为 {{peers}}，集中度指数 {{hhi}}',
    en: 'In {{year}} {{hospital}} bought {{part}} of its {{category}} from {{supplier}}, against a median of {{peers}} elsewhere; concentration index {{hhi}}',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '赫芬达尔指数（HHI）常用于衡量市场集中度，2 500 为美国 2010 年合并指南所称“高度集中”；用于医院采购没有公开规则，只作排查线索。',
        en: 'The Herfindahl index measures concentration, 2,500 is “highly concentrated” in the US guidelines of 2010; no rule applies it to hospitals, it only points where to look.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'supplier', 'order_date'] }],
  settings: [
    {
      name: 'hhi',
      label: { zh: '集中度指数', en: 'Concentration index' },
      unit: { zh: '0 至 10 000', en: '0 to 10,000' },
      default: 2500,
      min: 1000,
      max: 10_000,
      step: 100,
      basis: { zh: '美国 2010 年合并指南：高度集中', en: 'US merger guidelines of 2010: highly concentrated' },
    },
    {
      name: 'k',
      label: { zh: '别的医院的供应商', en: 'Suppliers elsewhere' },
      unit: { zh: '家', en: 'suppliers' },
      default: 4,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断：存在竞争', en: 'Judgement: there is competition' },
    },
    {
      name: 'd',
      label: { zh: '高出同行份额（金额和订单行数）', en: 'Share above the others (amounts and lines)' },
      unit: share,
      default: 0.3,
      min: 0.05,
      max: 0.9,
      step: 0.05,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'min_orders',
      label: { zh: '最少订单行数', en: 'Least order lines' },
      unit: { zh: '行', en: 'lines' },
      default: 12,
      min: 3,
      max: 1000,
      step: 1,
      basis: { zh: '本工具判断：一月一次，少了全凭偶然', en: 'Judgement: one a month, fewer are chance' },
    },
  ],
  innocent: [
    { zh: '独家品种、独家代理', en: 'An exclusive product or agency' },
    { zh: '区域统一配送、两票制下的指定配送', en: 'One distributor appointed for the region' },
    { zh: '通过招标选定的年度供应商', en: 'A supplier for the year chosen by tender' },
  ],
  blindSpots: [
    {
      zh: '全案只有一家供应商供货的产品视为独家，不参与计算',
      en: 'A product that only one supplier of the case delivers counts as exclusive and is left out',
    },
    {
      zh: '名义上分散、实际为同一控制人的供应商看不到',
      en: 'Suppliers that only look different, of one hand, are not seen here',
    },
    { zh: '没有类别的行不参与计算', en: 'Lines without a category are left out' },
  ],
  coverage(evidence) {
    const hospitals = new Set(readOrderLines(evidence).map(({ hospital }) => hospital));
    return hospitals.size > LEAST_PEERS
      ? []
      : [
          {
            id: 'purchase.hospital',
            words: {
              zh: `可比的医院不足 ${LEAST_PEERS + 1} 家`,
              en: `Fewer than ${LEAST_PEERS + 1} hospitals to compare`,
            },
          },
        ];
  },

  find(evidence, settings) {
    const years = Map.groupBy(readShared(evidence), ({ category, line }) => `${category} ${line.day.slice(0, 4)}`);
    const hits: Hit[] = [];
    let examined = 0;
    for (const lines of years.values()) {
      evidence.breathe();
      const buyers = [...Map.groupBy(lines, ({ line }) => line.hospital)]
        .filter(([, own]) => own.length >= settings.min_orders)
        .map(([hospital, own]) => buyerOf(evidence, hospital, own));
      examined += buyers.length;
      for (const buyer of buyers) {
        const peers = buyers.filter((each) => each !== buyer);
        if (peers.length < LEAST_PEERS || !isConcentrated(buyer, settings.hhi)) continue;
        const elsewhere = new Set(peers.flatMap((peer) => [...peer.fenOf.keys()]));
        const top = buyer.top;
        const peerShare = medianOf(peers.map((peer) => (peer.fenOf.get(top) ?? 0) / peer.total));
        const own = (buyer.fenOf.get(top) ?? 0) / buyer.total;
        // one large order is no concentration: by the number of lines the share must stand out as well
        const more = linesShare(buyer, top) - medianOf(peers.map((peer) => linesShare(peer, top)));
        if (elsewhere.size < settings.k || Math.min(own - peerShare, more) < settings.d - 1e-9) continue;
        hits.push(hitOf(evidence, buyer, { own, peerShare, peers: peers.length, elsewhere: elsewhere.size }, settings));
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '别的医院四家平分，这家全部来自一家',
      sheets: { purchase: [...even, ...orders('望川市人民医院', [12])] },
      finds: ['望川市人民医院'],
    },
    {
      title: '份额恰好高出同行三成：提示',
      sheets: { purchase: [...even, ...orders('望川市人民医院', [11, 3, 3, 3])] },
      finds: ['望川市人民医院'],
    },
    {
      title: '集中于药剂科主任妻子的企业',
      sheets: {
        purchase: [...even, ...orders('望川市人民医院', [12])],
        staff: [hired('沈国梁', '望川市人民医院', { dept: '药剂科', position: '主任', title: '' })],
        kinship: [related('沈国梁', '苏映雪', '妻子')],
        company: [{ name: '启禾器械有限公司', legal_rep: '苏映雪', legal_rep_id: idOf('苏映雪') }],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '高出不到三成：不提示',
      sheets: { purchase: [...even, ...orders('望川市人民医院', [10, 3, 3, 3])] },
      finds: [],
    },
    {
      title: '独家品种：全案只有一家供货，不提示',
      sheets: {
        purchase: [
          ...even,
          ...orders('望川市人民医院', [12], {
            product_code: deviceCode(7),
            generic_name: '人工椎体',
            supplier: '澄溪独家器械有限公司',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '集采指定配送：不提示',
      sheets: { purchase: [...even, ...orders('望川市人民医院', [12], { procurement_type: '国家集采' })] },
      finds: [],
    },
    {
      title: '只因一笔大单而集中：不提示',
      sheets: {
        purchase: [
          ...even,
          ...orders('望川市人民医院', [3, 3, 3, 3]),
          ...orders('望川市人民医院', [1], { quantity: '900', order_no: 'CG-1' }),
        ],
      },
      finds: [],
    },
    {
      title: '订单太少：不判断',
      sheets: { purchase: [...even, ...orders('望川市人民医院', [11])] },
      finds: [],
    },
    {
      title: '可比的医院只有两家：无法判断',
      sheets: { purchase: [...orders('澄溪市第一人民医院', [3, 3, 3, 3]), ...orders('望川市人民医院', [12])] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** A median needs others than one. */
const LEAST_PEERS = 2;
/** Where one of them is linked to staff, this much weighs more. */
const VERY_HIGH = 5000;

interface Counted {
  readonly line: OrderLine;
  readonly supplier: number;
  readonly category: string;
  readonly fen: number;
}

/** Lines that leave a choice of the supplier: no volume-based and no single-source purchase, no product that only one supplier delivers. */
function readShared(evidence: EvidenceReader): Counted[] {
  const catalogue = readCatalogue(evidence);
  const productOf = ({ same, product }: OrderLine): string => same ?? `party ${product}`;
  const sellers = new Map<string, Set<number>>();
  for (const line of readOrderLines(evidence))
    if (line.supplier !== null)
      sellers.set(productOf(line), (sellers.get(productOf(line)) ?? new Set()).add(line.supplier));
  return readOrderLines(evidence).flatMap((line): Counted[] => {
    const category = line.category ?? (line.same === null ? null : (catalogue.get(line.same)?.[0]?.category ?? null));
    const { supplier, fen: amount, procurement } = line;
    if (supplier === null || category === null || amount === null || amount <= 0) return [];
    if (line.vbp === true || procurement === 'single_source' || sellers.get(productOf(line))!.size < 2) return [];
    return [{ line, supplier, category, fen: amount }];
  });
}

interface Buyer {
  readonly hospital: number;
  readonly lines: readonly Counted[];
  readonly total: number;
  /** supplier → fen */
  readonly fenOf: ReadonlyMap<number, number>;
  /** the supplier with the most */
  readonly top: number;
}

function buyerOf(evidence: EvidenceReader, hospital: number, lines: readonly Counted[]): Buyer {
  const bought = new Map<number, number>();
  for (const { supplier, fen: amount } of lines) bought.set(supplier, (bought.get(supplier) ?? 0) + amount);
  const [top] = [...bought].sort(([a, x], [b, y]) => y - x || (evidence.party(a).uid < evidence.party(b).uid ? -1 : 1));
  return { hospital, lines, total: lines.reduce((sum, each) => sum + each.fen, 0), fenOf: bought, top: top![0] };
}

/** 10 000 × Σ share², compared in whole numbers. */
function isConcentrated({ fenOf: bought, total }: Buyer, least: number): boolean {
  const squares = [...bought.values()].reduce((sum, each) => sum + BigInt(each) ** 2n, 0n);
  return squares * 10_000n >= BigInt(Math.round(least)) * BigInt(total) ** 2n;
}

const linesShare = ({ lines }: Buyer, supplier: number): number =>
  lines.filter((each) => each.supplier === supplier).length / lines.length;

const hhiOf = ({ fenOf: bought, total }: Buyer): number =>
  Math.round([...bought.values()].reduce((sum, each) => sum + (each / total) ** 2, 0) * 10_000);

function hitOf(
  evidence: EvidenceReader,
  buyer: Buyer,
  { own, peerShare, peers, elsewhere }: { own: number; peerShare: number; peers: number; elsewhere: number },
  settings: Readonly<Record<'hhi' | 'k' | 'd', number>>,
): Hit {
  const [hospital, supplier] = [evidence.party(buyer.hospital), evidence.party(buyer.top)];
  const { category, line } = buyer.lines[0]!;
  const year = line.day.slice(0, 4);
  const ties = readSupplierTies(evidence).between(buyer.top, buyer.hospital);
  const cited = buyer.lines.filter((each) => each.supplier === buyer.top).map((each) => each.line);
  const hhi = hhiOf(buyer);
  return {
    key: `${hospital.uid}:${category}:${year}`,
    severity: hhi >= VERY_HIGH && ties.length > 0 ? 2 : 1,
    confidence: ties.length > 0 ? 0.6 : 0.5,
    params: {
      hospital: text(hospital.name),
      supplier: text(supplier.name),
      year: text(year),
      category: text(evidence.shown(line.row, 'category') || category),
      part: ratio(own),
      peers: ratio(peerShare),
      hhi: number(hhi),
    },
    measures: [
      measured({ zh: '集中度指数', en: 'Concentration index' }, number(hhi), '>=', number(settings.hhi), 'hhi'),
      measured(
        { zh: '高出同行份额', en: 'Share above the others' },
        ratio(own - peerShare),
        '>=',
        ratio(settings.d),
        'd',
      ),
      measured({ zh: '别的医院的供应商', en: 'Suppliers elsewhere' }, count(elsewhere), '>=', count(settings.k), 'k'),
      noted({ zh: '可比的医院', en: 'Hospitals to compare with' }, count(peers)),
      noted({ zh: '本院该品类供应商', en: 'Suppliers of the category here' }, count(buyer.fenOf.size)),
      noted({ zh: '本院该品类采购额', en: 'What the hospital bought of the category' }, fen(buyer.total)),
      noted({ zh: '供应商与本院人员的联系', en: 'Links of the supplier to staff' }, count(ties.length)),
    ],
    fen: moneyOf(cited),
    subjects: [
      { role: 'buyer', party: buyer.hospital, name: hospital.name },
      { role: 'supplier', party: buyer.top, name: supplier.name },
    ],
    rows: [...citeAmounts(cited), ...ties],
  };
}
