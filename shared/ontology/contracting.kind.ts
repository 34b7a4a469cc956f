import { defineLinkKind } from './kind.ts';

/** 签约: two parties agreed. An agreed amount is neither booked nor paid, so the link carries no money. */
export default defineLinkKind({
  id: 'contracting',
  words: { zh: '签约', en: 'Agreement' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'contract',
    from: 'party_a',
    to: 'party_b',
    rows: 'row',
    on: 'day',
    text: ['name', 'subject'],
    cell: ['contract_no', 'name', 'signed_on'],
  },
});
