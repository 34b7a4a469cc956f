import { defineLinkKind } from './kind.ts';

/** 开票: invoices that a seller made out to a buyer. Void, reversed and red ones are counted apart. */
export default defineLinkKind({
  id: 'invoicing',
  words: { zh: '开票', en: 'Invoicing' },
  line: 'long-dash',
  directed: true,
  money: 'booked',
  edge: {
    view: 'invoice',
    from: 'seller',
    to: 'buyer',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['goods', 'remark'],
    cell: ['total', 'amount'],
  },
  aside: {
    view: 'invoice_aside',
    from: 'seller',
    to: 'buyer',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['goods', 'remark'],
    why: 'why',
  },
});
