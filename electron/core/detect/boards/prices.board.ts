import {
  comparePrices,
  gapOf,
  isDearer,
  marketOf,
  microOf,
  type OrderLine,
  productName,
  readOrderLines,
  type UnitPrice,
  unitPriceOf,
} from '../../models/ask/order-lines.ts';
import type { EvidenceReader } from '../../models/model.ts';
import { type Board, type BoardRow, money, number, party, ratio, text, words } from './board.ts';

/** 20 % above the lowest price, as the report of 2025 has it, stands out. */
const STRIKING = 0.2;

interface Buyer {
  readonly hospital: number;
  readonly lines: readonly OrderLine[];
  readonly price: UnitPrice;
}

/** 价格比较: one product, what each hospital paid for its smallest unit. */
export default {
  id: 'prices',
  title: { zh: '采购价比较', en: 'Purchase prices' },
  question: {
    zh: '同一药品、耗材，各家医院分别按什么价格采购？',
    en: 'What does each hospital pay for the same product?',
  },
  method: {
    zh: '同一医保编码（或批准文号与规格）的订单，折算到最小单位（元），按数量加权；集采与非集采分开；只列两家以上医院采购的品种。高出最低价 20% 以上的标出。',
    en: 'Orders of one product code (or approval number and specification), per smallest unit in CNY, weighted by quantity; volume-based procurement apart; only what two or more hospitals buy. Over 20 % above the lowest price is marked.',
  },
  columns: [
    { id: 'product', title: { zh: '品种', en: 'Product' }, kind: 'wide' },
    { id: 'vbp', title: { zh: '采购方式', en: 'Procurement' }, kind: 'text' },
    { id: 'hospital', title: { zh: '医院', en: 'Hospital' }, kind: 'name' },
    { id: 'price', title: { zh: '最小单位价', en: 'Unit price' }, kind: 'number' },
    { id: 'gap', title: { zh: '高出最低价', en: 'Above the lowest' }, kind: 'number' },
    { id: 'hospitals', title: { zh: '采购医院', en: 'Hospitals' }, kind: 'number' },
    { id: 'packs', title: { zh: '包装数', en: 'Packs' }, kind: 'number' },
    { id: 'amount', title: { zh: '金额', en: 'Amount' }, kind: 'money' },
    { id: 'days', title: { zh: '期间', en: 'Period' }, kind: 'period' },
  ],
  needs: [{ category: 'purchase', fields: ['hospital', 'order_date', 'unit_price', 'quantity'] }],
  models: ['price-gap-across-hospitals', 'price-jump', 'price-above-list'],

  read(evidence) {
    const markets = Map.groupBy(
      readOrderLines(evidence).filter(({ same }) => same !== null),
      marketOf,
    );
    return [...markets]
      .flatMap(([market, lines]) => {
        const buyers = buyersOf(lines);
        const [lowest] = buyers;
        if (!lowest || buyers.length < 2) return [];
        const widest = gapOf(buyers.at(-1)!.price, lowest.price);
        return [{ market, buyers, lowest, widest }];
      })
      .sort((a, b) => b.widest - a.widest || (a.market < b.market ? -1 : 1))
      .flatMap(({ market, buyers, lowest }) =>
        buyers.toReversed().map((buyer) => rowOf(evidence, { market, buyer, lowest, hospitals: buyers.length })),
      );
  },
} satisfies Board;

/** Who bought it, the cheapest first. */
const buyersOf = (lines: readonly OrderLine[]): Buyer[] =>
  [...Map.groupBy(lines, ({ hospital }) => hospital)]
    .map(([hospital, own]) => ({ hospital, lines: own, price: unitPriceOf(own) }))
    .sort((a, b) => comparePrices(a.price, b.price) || a.hospital - b.hospital);

function rowOf(
  evidence: EvidenceReader,
  { market, buyer, lowest, hospitals }: { market: string; buyer: Buyer; lowest: Buyer; hospitals: number },
): BoardRow {
  const { hospital, lines, price } = buyer;
  const first = lines[0]!;
  const days = lines.map(({ day }) => day).sort();
  const packs = lines.reduce((sum, line) => sum + line.packs, 0) / 1_000_000;
  const amount = lines.every(({ fen }) => fen !== null) ? lines.reduce((sum, { fen }) => sum + fen!, 0) : null;
  return {
    key: `${market} ${evidence.party(hospital).uid}`,
    cells: [
      text(productName(evidence, first)),
      first.vbp === null ? text('') : first.vbp ? words('集采', 'Volume-based') : words('非集采', 'Other'),
      party(evidence, hospital),
      { type: 'price', micro: microOf(price) },
      comparePrices(price, lowest.price) === 0
        ? words('最低', 'Lowest')
        : ratio(Math.round(gapOf(price, lowest.price) * 1e6) / 1e6, isDearer(price, lowest.price, STRIKING)),
      number(hospitals),
      number(packs),
      money(amount),
      text(days[0] === days.at(-1) ? days[0]! : `${days[0]} ~ ${days.at(-1)}`),
    ],
    cited: lines.map(({ row }) => ({ row, field: 'unit_price' })),
    parties: [hospital, ...(first.product === null ? [] : [first.product])],
  };
}
