import { defineLinkKind } from './kind.ts';

/** 使用与计费: what was charged under a doctor's name in visits. The same drugs may stand in prescriptions: the two are never added. */
export default defineLinkKind({
  id: 'usage',
  words: { zh: '使用·计费', en: 'Use' },
  line: 'long-dash',
  directed: true,
  money: 'booked',
  edge: {
    view: 'charge',
    from: 'doctor',
    to: 'product',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    time: 'time',
    text: ['name', 'procedure'],
    cell: ['amount', 'quantity'],
  },
});
