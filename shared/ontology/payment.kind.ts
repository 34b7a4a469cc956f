import { defineLinkKind } from './kind.ts';

/** 付款: bookings in bank statements, each transfer once. Failed, reversed, mirrored and neutral lines are counted apart. */
export default defineLinkKind({
  id: 'payment',
  words: { zh: '付款', en: 'Payment' },
  line: 'solid',
  directed: true,
  money: 'moved',
  edge: {
    view: 'payment',
    from: 'payer',
    to: 'payee',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    time: 'time',
    text: ['memo'],
    cell: ['amount', 'amount_in', 'amount_out'],
  },
  aside: {
    view: 'payment_aside',
    from: 'payer',
    to: 'payee',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    time: 'time',
    text: ['memo'],
    why: 'why',
  },
});
