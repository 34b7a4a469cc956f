import { defineLinkKind } from './kind.ts';

/** 采购: lines of a hospital's orders from a supplier. Ordered, not paid: the payment is a link of its own. */
export default defineLinkKind({
  id: 'purchase',
  words: { zh: '采购', en: 'Purchase' },
  line: 'double',
  directed: true,
  money: 'booked',
  edge: {
    view: 'purchase',
    from: 'hospital',
    to: 'supplier',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['name', 'spec'],
    cell: ['amount', 'unit_price'],
  },
  aside: {
    view: 'purchase_aside',
    from: 'hospital',
    to: 'supplier',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['name', 'spec'],
    why: 'why',
  },
});
