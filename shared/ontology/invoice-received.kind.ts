import { defineLinkKind } from './kind.ts';

/** 购方: to whom the invoice was made out. Carries no money: the link between seller and buyer does. */
export default defineLinkKind({
  id: 'invoiceReceived',
  words: { zh: '购方', en: 'Invoice buyer' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'invoice',
    from: 'buyer',
    to: 'invoice',
    rows: 'row',
    on: 'day',
    text: ['goods'],
    cell: ['buyer'],
  },
});
