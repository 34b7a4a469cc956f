import { defineLinkKind } from './kind.ts';

/** 费用: lines of a company's expense ledger towards a payee. The same money may also stand in a statement: the two are never added. */
export default defineLinkKind({
  id: 'fee',
  words: { zh: '费用列支', en: 'Booked fee' },
  line: 'long-dash',
  directed: true,
  money: 'booked',
  edge: {
    view: 'fee',
    from: 'company',
    to: 'payee',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['memo'],
    cell: ['amount'],
  },
  aside: {
    view: 'fee_aside',
    from: 'company',
    to: 'payee',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['memo'],
    why: 'why',
  },
});
