import { exactPrice } from '../../../shared/evidence/price.ts';
import { type Listed, readCatalogue } from './ask/catalogue.ts';
import { fenOf } from './ask/exact.ts';
import {
  citePrices,
  comparePrices,
  excessFen,
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
import { packRatio } from './ask/same-product.ts';
import { count, day, fen, measured, noted, ratio, text } from './ask/values.ts';
import { drugCode, listed, ordered } from './example-purchases.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

export default defineModel({
  id: 'price-above-list',
  version: 2,
  group: 'G4',
  areas: ['key_posts', 'trade_misconduct'],
  links: ['distribution', 'sale'],
  family: 'price',
  weight: 0.4,
  title: { zh: '高于挂网价采购', en: 'Purchase above listed price' },
  question: {
    zh: '医院的采购价有没有高于目录中的挂网价、中标价？',
    en: 'Does a hospital pay more than the price the catalogue lists?',
  },
  summary: {
    zh: '{{hospital}}采购{{product}}多付约 {{excess}}：{{rows}} 行订单高于挂网价 {{list}} 元，最高 {{price}} 元（{{from}} 至 {{to}}）',
    en: '{{hospital}} paid about {{excess}} more for {{product}}: {{rows}} order lines above the listed {{list}} CNY, up to {{price}} CNY ({{from}} to {{to}})',
  },
  basis: [
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '2025年专项整治进展把企业“虚高定价”列为采购环节的重点核查内容，但没有公布判断方法；以目录所列挂网价为准、允许的尾差由本工具给出。',
        en: 'The 2025 progress report names inflated prices as something to check at purchase without saying how; the listed price as measure and the tolerance are this tool’s.',
      },
      own: true,
    },
  ],
  needs: [
    { category: 'purchase', fields: ['hospital', 'unit_price', 'quantity'] },
    { category: 'product', fields: ['list_price'] },
  ],
  settings: [
    {
      name: 'tol',
      label: { zh: '允许超出', en: 'Tolerance' },
      unit: { zh: '挂网价的比例', en: 'share of the listed price' },
      default: 0.005,
      min: 0,
      max: 1,
      step: 0.001,
      basis: { zh: '本工具判断：四舍五入的尾差', en: 'Judgement: rounding' },
    },
  ],
  innocent: [
    { zh: '目录价格在采购之后才下调', en: 'The list was lowered after the purchase' },
    { zh: '采购价含配送、安装等费用', en: 'The price includes delivery or installation' },
    { zh: '按盒与按片、支记价不一致', en: 'One priced by the box, the other by the tablet' },
  ],
  blindSpots: [
    {
      zh: '目录没有生效日期：同一产品有多个挂网价时取最高的，宁可少报',
      en: 'Catalogues have no dates: of several listed prices of a product the highest counts, in favour of the hospital',
    },
    {
      zh: '目录中没有的产品，以及没有编码或批准文号的行，不参与比较',
      en: 'Products that no catalogue lists, and lines without a code or approval number, are not compared',
    },
  ],
  coverage(evidence) {
    const prices = pricesOf(evidence);
    return readOrderLines(evidence).some(({ same }) => same !== null && prices.has(same))
      ? []
      : [
          {
            id: 'product.list_price',
            words: {
              zh: '采购的产品都不在有挂网价的目录中',
              en: 'None of the products that were bought is in a catalogue with prices',
            },
          },
        ];
  },

  find(evidence, settings) {
    const prices = pricesOf(evidence);
    const compared = readOrderLines(evidence).filter(({ same }) => same !== null && prices.has(same));
    const groups = Map.groupBy(compared, ({ hospital, same }) => `${hospital} ${same}`);
    const hits: Hit[] = [];
    for (const lines of groups.values()) {
      evidence.breathe();
      const list = prices.get(lines[0]!.same!)!;
      const above = lines.filter((line) => isDearer(unitPriceOf([line]), priceOf(list, line), settings.tol));
      if (above.length === 0) continue;
      const sure = above.filter((line) => !isSlip(line, list));
      hits.push(hitOf(evidence, sure.length > 0 ? sure : above, lines, list, sure.length > 0, settings.tol));
    }
    return { examined: compared.length, hits };
  },

  examples: [
    {
      title: '两行订单高于挂网价',
      sheets: {
        product: [listed(drugCode(1))],
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '118.00', '40'),
          ordered('望川市人民医院', '2024-05-10', '121.50', '40'),
          ordered('望川市人民医院', '2024-06-10', '99.00', '40'),
        ],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '比挂网价加尾差多出百万分之一元：提示',
      sheets: {
        product: [listed(drugCode(1))],
        purchase: [ordered('望川市人民医院', '2024-02-10', '100.500001', '40')],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '采购按半盒记价，折算到每支才看出高于挂网价',
      sheets: {
        product: [listed(drugCode(1), { pack_qty: '10' })],
        purchase: [ordered('望川市人民医院', '2024-02-10', '60.00', '40', { pack_qty: '5', spec: '10mg*5支' })],
      },
      finds: ['望川市人民医院'],
    },
    {
      title: '恰在挂网价加尾差上：不提示',
      sheets: {
        product: [listed(drugCode(1))],
        purchase: [ordered('望川市人民医院', '2024-02-10', '100.50', '40')],
      },
      finds: [],
    },
    {
      title: '两份目录价格不同，没有超过较高的一份：不提示',
      sheets: {
        product: [listed(drugCode(1)), listed(drugCode(1), { list_price: '130.00' })],
        purchase: [ordered('望川市人民医院', '2024-02-10', '118.00', '40')],
      },
      finds: [],
    },
    {
      title: '已取消的订单、目录中没有的产品：不提示',
      sheets: {
        product: [listed(drugCode(1))],
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '118.00', '40', { status: '已取消' }),
          ordered('望川市人民医院', '2024-02-11', '98.00', '40'),
          ordered('望川市人民医院', '2024-02-12', '500.00', '40', { product_code: drugCode(2) }),
        ],
      },
      finds: [],
    },
    {
      title: '另一种药品以批准文号认定，只有名称相同：不比较，不提示',
      sheets: {
        product: [listed(drugCode(1))],
        purchase: [
          ordered('望川市人民医院', '2024-02-10', '100.00', '40'),
          ordered('望川市人民医院', '2024-02-11', '180.00', '40', {
            product_code: '',
            approval_no: '国药准字H20990007',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '目录里没有采购过的产品：无法判断',
      sheets: {
        product: [listed(drugCode(9))],
        purchase: [ordered('望川市人民医院', '2024-02-10', '118.00', '40')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

/** Which product → the catalogue line with the highest price of the smallest unit. */
const pricesOf = (evidence: EvidenceReader): ReadonlyMap<string, Listed> =>
  evidence.once('listed prices', () => {
    const prices = new Map<string, Listed>();
    for (const [same, lines] of readCatalogue(evidence)) {
      const [highest] = lines
        .filter(({ micro }) => micro !== null && micro > 0)
        .sort((a, b) => comparePrices(unitPrice(b), unitPrice(a)) || a.row - b.row);
      if (highest) prices.set(same, highest);
    }
    return prices;
  });

const unitPrice = ({ micro, pack }: Listed): UnitPrice => ({ of: BigInt(micro ?? 0), units: BigInt(pack ?? 1) });

/** The listed price in the terms of a line: by the smallest unit where both say the pack, else by the pack that the equal code means. */
const priceOf = (list: Listed, line: OrderLine): UnitPrice => {
  if (list.pack !== null && line.pack !== null) return unitPrice(list);
  return { of: BigInt(list.micro ?? 0), units: BigInt(line.pack ?? 1) };
};

/** The price is a pack's multiple of the list: more likely a box taken for a tablet. */
function isSlip(line: OrderLine, list: Listed): boolean {
  const [own, listPrice] = [unitPriceOf([line]), priceOf(list, line)];
  return packRatio(own.of * listPrice.units, listPrice.of * own.units) !== undefined;
}

function hitOf(
  evidence: EvidenceReader,
  above: readonly OrderLine[],
  all: readonly OrderLine[],
  list: Listed,
  sure: boolean,
  tol: number,
): Hit {
  const { hospital: buyer, same } = above[0]!;
  const hospital = evidence.party(buyer);
  const highest = above.reduce((top, line) =>
    comparePrices(unitPriceOf([line]), unitPriceOf([top])) > 0 ? line : top,
  );
  const excess = above.reduce((sum, line) => sum + excessFen(unitPriceOf([line]), priceOf(list, line)), 0);
  const days = above.map((line) => line.day).sort();
  const [price, listPrice] = [unitPriceOf([highest]), priceOf(list, highest)];
  return {
    key: `${same}:${hospital.uid}`,
    severity: sure ? (excess >= fenOf(200_000) ? 3 : 2) : 1,
    confidence: sure ? 0.8 : 0.3,
    params: {
      hospital: text(hospital.name),
      product: text(productName(evidence, above[0]!)),
      from: day(days[0]!),
      to: day(days.at(-1)!),
      rows: count(above.length),
      list: text(exactPrice(microOf(listPrice))),
      price: text(exactPrice(microOf(price))),
      excess: fen(excess),
    },
    measures: [
      measured({ zh: '最多超出', en: 'Most above the list' }, ratio(gapOf(price, listPrice)), '>', ratio(tol), 'tol'),
      noted({ zh: '高于挂网价的订单行数', en: 'Lines above the list' }, count(above.length)),
      noted({ zh: '本院该产品全部订单行数', en: 'All lines of the product here' }, count(all.length)),
      ...(sure ? [] : [noted({ zh: '疑似包装换算错误', en: 'Suspected pack conversion error' }, count(above.length))]),
    ],
    fen: sure ? moneyOf(above) : null,
    subjects: orderSubjects(evidence, above),
    rows: [
      ...citePrices(above),
      {
        row: list.row,
        field: 'list_price',
        role: 'evidence',
        note: { zh: '挂网价', en: 'The listed price' },
      } satisfies HitRow,
    ],
  };
}
