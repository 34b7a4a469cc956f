import { defineLinkKind } from './kind.ts';

/** 持有账户: a register of accounts or a roster names the holder. Money is not led over the account: it is the holder’s. */
export default defineLinkKind({
  id: 'accountHolding',
  words: { zh: '持有账户', en: 'Holds the account' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'account_holding',
    from: 'holder',
    to: 'account',
    rows: 'row',
    on: 'day',
    text: ['bank', 'status'],
    cell: ['account_no', 'card_no', 'bank_card'],
  },
});
