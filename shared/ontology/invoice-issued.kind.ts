import { defineLinkKind } from './kind.ts';

/** 销方: who made out the invoice. Carries no money: the link between seller and buyer does. */
export default defineLinkKind({
  id: 'invoiceIssued',
  words: { zh: '销方', en: 'Invoice seller' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'invoice',
    from: 'seller',
    to: 'invoice',
    rows: 'row',
    on: 'day',
    text: ['goods'],
    cell: ['seller'],
  },
});
