import { addDays } from '../../../shared/evidence/day.ts';
import { exactPrice } from '../../../shared/evidence/price.ts';
import { severityOfAmount } from './ask/amount-band.ts';
import {
  citePrices,
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
import { medianOf } from './ask/statistics.ts';
import { count, day, days, fen, measured, noted, ratio, text } from './ask/values.ts';
import { ordered } from './example-purchases.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

export default defineModel({
  id: 'price-jump',
  version: 2,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'price',
  weight: 0.3,
  title: { zh: '采购单价跳涨', en: 'Unit price jump' },
  question: {
    zh: '同一医院采购同一药品、耗材的单价是否突然上涨并持续，而同期其他医院没有涨？',
    en: 'Did the price of a product jump at one hospital and stay there, while others paid no more?',
  },
  summary: {
    zh: '{{hospital}}采购{{product}}涨价 {{gap}}：最小单位价 {{on}} 由 {{before}} 元到 {{after}} 元，此后多付约 {{excess}}',
    en: '{{hospital}} paid {{gap}} more for {{product}} from {{on}} on: {{after}} CNY a unit instead of {{before}}, about {{excess}} more in all since',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '2025年专项整治进展提到重点核查企业“虚高定价”；涨幅比照其中“采购价差异超20%”，持续次数和同行对照由本工具给出。',
        en: 'The 2025 progress report names inflated prices; the rise follows its 20% rule, how long it must last and the comparison with others are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'order_date', 'unit_price', 'quantity'] }],
  settings: [
    {
      name: 'j',
      label: { zh: '涨幅', en: 'Rise' },
      unit: { zh: '前一次价格的比例', en: 'share of the price before' },
      default: 0.2,
      min: 0.01,
      max: 5,
      step: 0.01,
      basis: { zh: '本工具判断：与 20% 价差规则一致', en: 'Judgement: in line with the 20% rule' },
    },
    {
      name: 'n',
      label: { zh: '持续次数', en: 'How often it must be paid' },
      unit: { zh: '次（同日合为一次）', en: 'days of ordering' },
      default: 2,
      min: 1,
      max: 12,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'peer_days',
      label: { zh: '同行对照窗口', en: 'Window for other hospitals' },
      unit: days,
      default: 180,
      min: 30,
      max: 730,
      step: 10,
      basis: { zh: '本工具判断：涨价日前后半年', en: 'Judgement: half a year before and after' },
    },
  ],
  innocent: [
    { zh: '原料短缺、全国性涨价', en: 'Shortage of raw material, a rise everywhere' },
    { zh: '集采续约、价格联动调整', en: 'Renewal of volume-based procurement, linked prices' },
    { zh: '包装规格变更', en: 'Another pack' },
  ],
  blindSpots: [
    {
      zh: '没有其他医院的采购数据时无从对照，只降低可信度',
      en: 'Without orders of other hospitals there is nothing to compare with: the confidence is lower',
    },
    { zh: '缓慢的逐次小涨看不出', en: 'A slow rise in small steps is not seen' },
  ],

  find(evidence, settings) {
    const markets = Map.groupBy(
      readOrderLines(evidence).filter(({ same, monthOnly }) => same !== null && !monthOnly),
      marketOf,
    );
    const hits: Hit[] = [];
    let examined = 0;
    for (const lines of markets.values()) {
      evidence.breathe();
      const buyers = [...Map.groupBy(lines, ({ hospital }) => hospital)].map(([hospital, own]) => ({
        hospital,
        orders: ordersOf(own),
      }));
      examined += buyers.length;
      for (const { hospital, orders } of buyers) {
        const others = buyers.filter((each) => each.hospital !== hospital).map((each) => each.orders);
        const jumps = jumpsOf(orders, settings).flatMap((jump) => {
          const peers = peerChange(others, jump.first.day, settings.peer_days);
          return peers !== null && peers.median > settings.j / 2 ? [] : [{ ...jump, peers }];
        });
        if (jumps.length > 0) hits.push(hitOf(evidence, hospital, jumps, settings));
      }
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '由 100 元涨到 150 元并持续，别的医院没有涨',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-10', '150.00', '40'),
          ordered('望川市人民医院', '2024-06-10', '150.00', '60'),
          ordered('澄溪市第一人民医院', '2024-03-01', '100.00', '40'),
          ordered('澄溪市第一人民医院', '2024-05-01', '101.00', '40'),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '涨幅比 20% 多百万分之一元，没有同行可比：提示，可信度低',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-10', '120.000001', '40'),
          ordered('望川市人民医院', '2024-06-10', '120.000001', '60'),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '换成小包装，单价不变，折到每支翻了近一番半',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40', { pack_qty: '12' }),
          ordered('望川市人民医院', '2024-04-10', '100.00', '40', { pack_qty: '5' }),
          ordered('望川市人民医院', '2024-06-10', '100.00', '60', { pack_qty: '5' }),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '恰好涨 20%：不提示',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-10', '120.00', '40'),
          ordered('望川市人民医院', '2024-06-10', '120.00', '60'),
        ],
      },
      finds: [],
    },
    {
      title: '只贵了一次：不提示',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-10', '150.00', '40'),
          ordered('望川市人民医院', '2024-06-10', '100.00', '60'),
        ],
      },
      finds: [],
    },
    {
      title: '原料短缺，别的医院同期也涨：不提示',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-04-10', '150.00', '40'),
          ordered('望川市人民医院', '2024-06-10', '150.00', '60'),
          ordered('澄溪市第一人民医院', '2024-03-01', '100.00', '40'),
          ordered('澄溪市第一人民医院', '2024-05-01', '145.00', '40'),
        ],
      },
      finds: [],
    },
    {
      title: '集采期满改按挂网价采购：两种采购方式不相比较，不提示',
      sheets: {
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '30.00', '40', { procurement_type: '集采' }),
          ordered('望川市人民医院', '2024-04-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-06-10', '100.00', '60'),
        ],
      },
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

/** What one hospital ordered of one product on one day. */
interface Order {
  readonly day: string;
  readonly lines: readonly OrderLine[];
  readonly price: UnitPrice;
}

interface Jump {
  readonly before: Order;
  readonly first: Order;
  /** the orders at the new price */
  readonly after: readonly Order[];
}

const ordersOf = (lines: readonly OrderLine[]): Order[] =>
  [...Map.groupBy(lines, (line) => line.day)]
    .map(([on, own]) => ({ day: on, lines: own, price: unitPriceOf(own) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

type Settings = Readonly<Record<'j' | 'n' | 'peer_days', number>>;

/** Rises that last: the price is above for at least n orders in a row. */
function jumpsOf(orders: readonly Order[], { j, n }: Settings): Jump[] {
  const jumps: Jump[] = [];
  for (let at = 1; at < orders.length; at++) {
    const before = orders[at - 1]!;
    let to = at;
    while (to < orders.length && isDearer(orders[to]!.price, before.price, j)) to++;
    if (to - at < n) continue;
    jumps.push({ before, first: orders[at]!, after: orders.slice(at, to) });
    at = to - 1;
  }
  return jumps;
}

/** How the price of other hospitals moved over that day: the last order before it against the first from it on. null: none to compare with. */
function peerChange(
  others: ReadonlyArray<readonly Order[]>,
  on: string,
  within: number,
): { median: number; hospitals: number } | null {
  const changes = others.flatMap((orders) => {
    const before = orders.findLast((order) => order.day < on && order.day >= addDays(on, -within));
    const after = orders.find((order) => order.day >= on && order.day <= addDays(on, within));
    return before && after ? [gapOf(after.price, before.price)] : [];
  });
  return changes.length === 0 ? null : { median: medianOf(changes), hospitals: changes.length };
}

function hitOf(
  evidence: EvidenceReader,
  buyer: number,
  jumps: ReadonlyArray<Jump & { peers: ReturnType<typeof peerChange> }>,
  { j, n }: Settings,
): Hit {
  const hospital = evidence.party(buyer);
  const top = jumps.reduce((most, jump) => (rise(jump) > rise(most) ? jump : most));
  const lines = [...new Set(jumps.flatMap(({ after }) => after.flatMap((order) => order.lines)))];
  const { same, vbp } = lines[0]!;
  const excess = jumps
    .flatMap(({ before, after }) => after.map(({ price }) => excessFen(price, before.price)))
    .reduce((sum, each) => sum + each, 0);
  const slip = jumps.every(
    ({ before, first }) =>
      packRatio(first.price.of * before.price.units, before.price.of * first.price.units) !== undefined,
  );
  const severity = severityOfAmount(excess);
  return {
    key: `${same}:${vbp === true ? 'vbp' : 'free'}:${hospital.uid}`,
    severity: slip ? 1 : severity === 4 ? 3 : severity,
    confidence: slip ? 0.3 : top.peers === null ? 0.5 : 0.75,
    params: {
      hospital: text(hospital.name),
      product: text(productName(evidence, lines[0]!)),
      on: day(top.first.day),
      before: text(exactPrice(microOf(top.before.price))),
      after: text(exactPrice(microOf(top.first.price))),
      gap: ratio(rise(top)),
      excess: fen(excess),
    },
    measures: [
      measured({ zh: '涨幅', en: 'Rise' }, ratio(rise(top)), '>', ratio(j), 'j'),
      measured({ zh: '新价格的采购次数', en: 'Orders at the new price' }, count(top.after.length), '>=', count(n), 'n'),
      noted({ zh: '可比的其他医院', en: 'Other hospitals to compare with' }, count(top.peers?.hospitals ?? 0)),
      ...(top.peers
        ? [noted({ zh: '其他医院同期变化（中位数）', en: 'Median change there' }, ratio(top.peers.median))]
        : []),
      noted({ zh: '跳涨次数', en: 'Jumps' }, count(jumps.length)),
      ...(slip
        ? [noted({ zh: '疑似包装换算错误的跳涨', en: 'Jumps that may be pack conversions' }, count(jumps.length))]
        : []),
    ],
    fen: slip ? null : moneyOf(lines),
    subjects: orderSubjects(evidence, lines),
    rows: [
      ...citePrices(lines),
      ...jumps.flatMap(({ before }) => citeUnitPrices(before.lines, { zh: '涨价前的价格', en: 'The price before' })),
    ],
  };
}

const rise = ({ before, first }: Jump): number => gapOf(first.price, before.price);
