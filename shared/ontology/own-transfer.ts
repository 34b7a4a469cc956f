import { defineLinkKind } from './kind.ts';

/**
 * 同主体内转: what a party moved between its own accounts. A loop at the party, made when it is looked at and never stored as a link: it joins
 * nobody and is in no sum between parties.
 */
export default defineLinkKind({
  id: 'own-transfer',
  words: { zh: '同主体内转', en: 'Between own accounts' },
  line: 'solid',
  directed: true,
  money: null,
  edge: {
    view: 'own_transfer',
    from: 'payer',
    to: 'payee',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    time: 'time',
    text: ['memo'],
    cell: ['amount', 'amount_in', 'amount_out'],
  },
});
