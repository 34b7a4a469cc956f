import { defineLinkKind } from './kind.ts';

/** 采购品种: what a hospital ordered. The same money as 采购, seen from the product: the two are never added. */
export default defineLinkKind({
  id: 'productBought',
  words: { zh: '采购品种', en: 'Product bought' },
  line: 'double',
  directed: true,
  money: 'booked',
  edge: {
    view: 'purchase',
    from: 'hospital',
    to: 'product',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['name', 'spec'],
    cell: ['amount', 'unit_price'],
  },
  aside: {
    view: 'purchase_aside',
    from: 'hospital',
    to: 'product',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['name', 'spec'],
    why: 'why',
  },
});
