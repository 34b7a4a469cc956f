import { defineLinkKind } from './kind.ts';

/** 代缴保证金: the deposit of a bidder was paid by somebody else. */
export default defineLinkKind({
  id: 'bidDeposit',
  words: { zh: '代缴保证金', en: 'Bid deposit' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'bid_deposit',
    from: 'payer',
    to: 'bidder',
    rows: 'row',
    on: 'day',
    text: ['name'],
    cell: ['deposit_payer', 'deposit_account'],
  },
});
