import { addDays } from '../../../shared/evidence/day.ts';
import { readCatalogue } from './ask/catalogue.ts';
import { fenOf } from './ask/exact.ts';
import { readLots, winnerOf } from './ask/lots.ts';
import { citeAmounts, type OrderLine, readOrderLines } from './ask/order-lines.ts';
import { moneyOf } from './ask/order-money.ts';
import { readSupplierTies } from './ask/supplier-ties.ts';
import { count, day, days, fen, measured, noted, share, text, yuan } from './ask/values.ts';
import { episodesOf, windowsOf } from './ask/windows.ts';
import { bidBy } from './example-bids.ts';
import { deviceCode, ordered } from './example-purchases.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit } from './model.ts';

/** An order of consumables that costs so much. */
const device = (on: string, yuanOf: string, more: ExampleRow = {}): ExampleRow =>
  ordered('望川市人民医院', on, yuanOf, '1', {
    product_code: deviceCode(1),
    generic_name: '椎间融合器',
    spec: 'M',
    category: '高值耗材',
    supplier: '启禾器械有限公司',
    procurement_type: '',
    ...more,
  });

const limitBasis = {
  zh: '各地采购限额标准不同，应按当地规定填写；0 为不查。默认值凭记忆，未经核对',
  en: 'Local limits differ: put in those of the place; 0 switches it off. The default is from memory, not verified',
};

const limit = (name: 'H1' | 'H2' | 'H3' | 'H4', zh: string, en: string, value: number) =>
  ({
    name,
    label: { zh: `采购限额${zh}`, en: `Limit ${en}` },
    unit: yuan,
    default: value,
    min: 0,
    max: 1_000_000_000,
    step: 10_000,
    basis: limitBasis,
  }) as const;

export default defineModel({
  id: 'split-purchase',
  version: 1,
  group: 'G4',
  areas: ['abuse_of_power', 'key_posts'],
  links: ['sale'],
  family: 'procurement',
  weight: 0.35,
  title: { zh: '拆分采购规避招标', en: 'Split purchases below tender limit' },
  question: {
    zh: '医院是否在短期内把同一供应商、同一类别的采购拆成多笔略低于限额的订单，而没有招标？',
    en: 'Did a hospital split what it bought from one supplier in one category into several orders just below a limit, without a tender?',
  },
  summary: {
    zh: '{{hospital}}在 {{from}} 至 {{to}} 向{{supplier}}下了 {{orders}} 笔略低于 {{limit}} 的订单，合计 {{fen}}，没有招标记录',
    en: '{{hospital}} placed {{orders}} orders just below {{limit}} with {{supplier}} between {{from}} and {{to}}, {{fen}} in all, without a tender on record',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '不得以化整为零的方式规避招标是采购制度的一般要求；限额各地不同，区间、窗口和笔数由本工具给出。',
        en: 'That tenders must not be avoided by splitting is a general rule of procurement; limits differ by place, band, window and number are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'order_date', 'supplier'] }],
  settings: [
    limit('H1', '一', 'one', 100_000),
    limit('H2', '二', 'two', 500_000),
    limit('H3', '三', 'three', 1_000_000),
    limit('H4', '四', 'four', 4_000_000),
    {
      name: 'band',
      label: { zh: '限额下区间', en: 'Band below the limit' },
      unit: share,
      default: 0.7,
      min: 0.3,
      max: 0.99,
      step: 0.01,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'total',
      label: { zh: '合计与限额之比', en: 'Total against the limit' },
      unit: { zh: '倍', en: 'times' },
      default: 1.5,
      min: 1,
      max: 20,
      step: 0.1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'W',
      label: { zh: '窗口', en: 'Window' },
      unit: days,
      default: 60,
      min: 1,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'k',
      label: { zh: '最少订单数', en: 'Least number of orders' },
      unit: { zh: '笔', en: 'orders' },
      default: 3,
      min: 2,
      max: 50,
      step: 1,
      basis: { zh: '本工具判断', en: 'Judgement' },
    },
    {
      name: 'r',
      label: { zh: '限额上下订单数之比', en: 'Below against above' },
      unit: { zh: '倍', en: 'times' },
      default: 3,
      min: 1,
      max: 20,
      step: 0.5,
      basis: {
        zh: '本工具判断：略低于限额的应明显多于略高于限额的',
        en: 'Judgement: clearly more below the limit than just above it',
      },
    },
  ],
  innocent: [
    { zh: '寄售、按手术用量逐次结算的高值耗材', en: 'Consignment stock settled by what operations used' },
    { zh: '框架协议下的分批送货', en: 'Deliveries under a framework agreement' },
  ],
  blindSpots: [
    {
      zh: '药品和集采产品在省级平台采购，不由医院招标，不参与判断',
      en: 'Drugs and volume-based products are bought on the provincial platform without a tender of the hospital: left out',
    },
    { zh: '没有写明类别的行不参与判断', en: 'Lines without a category are left out' },
    { zh: '分给几家供应商、几个类别的拆分看不到', en: 'What is split over suppliers or categories is not seen' },
  ],
  coverage: (evidence) =>
    evidence.hasField('purchase', 'category') || evidence.hasField('product', 'category')
      ? []
      : [
          {
            id: 'purchase.category',
            words: {
              zh: '采购订单和药品耗材目录都没有类别一列，分不出药品与耗材',
              en: 'Neither the purchase orders nor a catalogue have a category: drugs cannot be told from consumables',
            },
          },
        ],

  find(evidence, settings) {
    const pairs = Map.groupBy(
      readOrders(evidence),
      ({ hospital, supplier, category }) => `${hospital} ${supplier} ${category}`,
    );
    const tenders = tendersOf(evidence);
    const hits: Hit[] = [];
    for (const orders of pairs.values()) {
      evidence.breathe();
      for (const name of ['H1', 'H2', 'H3', 'H4'] as const) {
        const most = fenOf(settings[name]);
        if (most <= 0) continue;
        const below = orders
          .filter((order) => order.fen < most && order.fen * 10_000 >= most * Math.round(settings.band * 10_000))
          .sort(byDay);
        const episodes = episodesOf(
          windowsOf(below, settings.W).filter(({ from, to }) => {
            const total = sumOf(below.slice(from, to));
            return to - from >= settings.k && total * 10_000 >= most * Math.round(settings.total * 10_000);
          }),
        ).map(({ from, to }) => below.slice(from, to));
        const split = episodes.filter((list) => !isTendered(tenders, list)).flat();
        const above = orders.filter(
          (order) => order.fen >= most && order.fen * 10_000 < most * (20_000 - Math.round(settings.band * 10_000)),
        );
        // who orders just above the limit nearly as often avoids nothing
        if (split.length < settings.r * above.length) continue;
        if (split.length > 0) hits.push(hitOf(evidence, split, orders.length, { name, fen: most }, settings));
      }
    }
    return { examined: pairs.size, hits };
  },

  examples: [
    {
      title: '两个月内三笔 8 万至 9.9 万元的耗材订单',
      sheets: {
        purchase: [device('2024-03-01', '82000'), device('2024-03-20', '95000'), device('2024-04-10', '99999.99')],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '恰为限额的七成起、六十日内、合计够一倍半',
      sheets: {
        purchase: [device('2024-03-01', '70000'), device('2024-03-20', '70000'), device('2024-04-29', '70000')],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '同一订单号的几行合成一笔，三笔略低于 50 万元',
      sheets: {
        purchase: [
          ...['CG-1', 'CG-1', 'CG-2', 'CG-2', 'CG-3', 'CG-3'].map((order_no, i) =>
            device(`2024-03-0${1 + Math.floor(i / 2)}`, i % 2 === 0 ? '230000' : '220000', {
              order_no,
              product_code: deviceCode(i % 2),
            }),
          ),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '三笔正好 10 万元：不在限额之下，不提示',
      sheets: {
        purchase: [device('2024-03-01', '100000'), device('2024-03-20', '100000'), device('2024-04-10', '100000')],
      },
      finds: [],
    },
    {
      title: '第三笔在第六十一日：不提示',
      sheets: {
        purchase: [device('2024-03-01', '82000'), device('2024-03-20', '95000'), device('2024-04-30', '99000')],
      },
      finds: [],
    },
    {
      title: '略高于限额的订单也常有：没有躲避，不提示',
      sheets: {
        purchase: [
          ...[device('2024-03-01', '82000'), device('2024-03-20', '95000'), device('2024-04-10', '99000')],
          ...[device('2024-05-01', '104000'), device('2024-08-20', '128000')],
        ],
      },
      finds: [],
    },
    {
      title: '省级平台采购的药品：不提示',
      sheets: {
        purchase: ['2024-03-01', '2024-03-20', '2024-04-10'].map((on) =>
          ordered('望川市人民医院', on, '900.00', '100'),
        ),
      },
      finds: [],
    },
    {
      title: '这家供应商先中了标：不提示',
      sheets: {
        purchase: [device('2024-03-01', '82000'), device('2024-03-20', '95000'), device('2024-04-10', '99000')],
        bid: [bidBy('启禾器械有限公司', 'ZB-1', '2023-12-05', '1000000', { is_winner: '是' })],
      },
      finds: [],
    },
    {
      title: '没有类别：无法判断',
      sheets: {
        purchase: [
          {
            order_date: '2024-03-01',
            hospital: '望川市人民医院',
            supplier: '启禾器械有限公司',
            generic_name: '椎间融合器',
            unit_price: '82000',
            quantity: '1',
          },
        ],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Order {
  readonly hospital: number;
  readonly supplier: number;
  readonly category: string;
  readonly day: string;
  readonly fen: number;
  readonly lines: readonly OrderLine[];
}

const byDay = (a: Order, b: Order): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.fen - b.fen || a.lines[0]!.row - b.lines[0]!.row;
const sumOf = (orders: readonly Order[]): number => orders.reduce((sum, each) => sum + each.fen, 0);

/** Drugs are bought on the platform; what was tendered or bought by volume was not split to avoid a tender. */
const platformGoods = new Set(['drug', 'tcm']);
const tendered = new Set(['vbp', 'tender']);

/** Orders of goods that a hospital would tender: the lines of one order number, else of one day. */
function readOrders(evidence: EvidenceReader): Order[] {
  const catalogue = readCatalogue(evidence);
  const lines = readOrderLines(evidence).flatMap((line) => {
    const category = line.category ?? (line.same === null ? null : (catalogue.get(line.same)?.[0]?.category ?? null));
    if (line.supplier === null || category === null || line.fen === null || line.monthOnly) return [];
    if (platformGoods.has(category) || tendered.has(line.procurement ?? '')) return [];
    return [{ line, category, supplier: line.supplier, fen: line.fen }];
  });
  const orders = Map.groupBy(
    lines,
    ({ line, category, supplier }) => `${line.hospital} ${supplier} ${category} ${line.orderNo ?? line.day}`,
  );
  return [...orders.values()].map((list) => ({
    hospital: list[0]!.line.hospital,
    supplier: list[0]!.supplier,
    category: list[0]!.category,
    day: list.map(({ line }) => line.day).sort()[0]!,
    fen: list.reduce((sum, each) => sum + each.fen, 0),
    lines: list.map(({ line }) => line),
  }));
}

/** buyer and winner → days on which tenders were opened */
function tendersOf(evidence: EvidenceReader): Map<string, string[]> {
  const won = readLots(evidence).flatMap((lot) =>
    lot.bids
      .filter(({ bidder, buyer }) => buyer !== null && winnerOf(lot) === bidder)
      .map(({ bidder, buyer }) => ({ pair: `${buyer} ${bidder}`, on: lot.day })),
  );
  return new Map([...Map.groupBy(won, ({ pair }) => pair)].map(([pair, list]) => [pair, list.map(({ on }) => on)]));
}

/** A tender holds for about three years; the record of it may come somewhat later. */
const TENDER_HOLDS = 3 * 365;
const RECORDED_LATE = 60;

function isTendered(tenders: ReadonlyMap<string, readonly string[]>, orders: readonly Order[]): boolean {
  const { hospital, supplier, day: first } = orders[0]!;
  const [from, to] = [addDays(first, -TENDER_HOLDS), addDays(first, RECORDED_LATE)];
  return (tenders.get(`${hospital} ${supplier}`) ?? []).some((on) => on >= from && on <= to);
}

function hitOf(
  evidence: EvidenceReader,
  orders: readonly Order[],
  all: number,
  limitOf: { name: 'H1' | 'H2' | 'H3' | 'H4'; fen: number },
  settings: Readonly<Record<'k' | 'total', number>>,
): Hit {
  const { hospital: buyer, supplier: seller, category } = orders[0]!;
  const [hospital, supplier] = [evidence.party(buyer), evidence.party(seller)];
  const lines = orders.flatMap((order) => order.lines);
  const ties = readSupplierTies(evidence).between(seller, buyer);
  const total = sumOf(orders);
  return {
    key: `${hospital.uid}:${supplier.uid}:${category}:${limitOf.name}`,
    severity: ties.length > 0 ? 3 : 2,
    // without records of tenders nobody knows that there was none
    confidence: evidence.has('bid') ? 0.6 : 0.4,
    params: {
      hospital: text(hospital.name),
      supplier: text(supplier.name),
      from: day(orders[0]!.day),
      to: day(orders.at(-1)!.day),
      orders: count(orders.length),
      limit: fen(limitOf.fen),
      fen: fen(total),
    },
    measures: [
      measured(
        { zh: '略低于限额的订单', en: 'Orders just below the limit' },
        count(orders.length),
        '>=',
        count(settings.k),
        'k',
      ),
      measured({ zh: '合计', en: 'Total' }, fen(total), '>=', fen(Math.round(limitOf.fen * settings.total)), 'total'),
      noted({ zh: '同一供应商同类别的全部订单', en: 'All orders of the category with the supplier' }, count(all)),
      noted(
        { zh: '没有金额列的订单行', en: 'Lines without a written amount' },
        count(lines.filter(({ written }) => !written).length),
      ),
      noted({ zh: '供应商与本院人员的联系', en: 'Links of the supplier to staff' }, count(ties.length)),
    ],
    fen: moneyOf(lines),
    subjects: [
      { role: 'buyer', party: buyer, name: hospital.name },
      { role: 'supplier', party: seller, name: supplier.name },
    ],
    rows: [...citeAmounts(lines), ...ties],
  };
}
