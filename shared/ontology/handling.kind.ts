import { defineLinkKind } from './kind.ts';

/** 经办: who handled the ledger lines that name this payee. Carries no money: the money is the company's. */
export default defineLinkKind({
  id: 'handling',
  words: { zh: '经办', en: 'Handled the fee' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'fee',
    from: 'handler',
    to: 'payee',
    rows: 'row',
    on: 'day',
    text: ['memo'],
    cell: ['handler'],
  },
});
