import { defineRecord, joined } from './record.ts';

/** 账户信息: one account and who holds it. */
export default defineRecord({
  table: 'rec_bank_account',
  categories: ['bank_account'],
  columns:
    'holder account account_no bank branch opened_day closed_day status account_type currency balance_fen last_txn address',
  mentions: { holder: 'holder_name', account: 'account_no' },
  scope: 'holder',
  setAside: 'bank_account_holder bank_account_account',
  day: { column: 'opened_day', covers: false },
  cited: {},
  line: { fen: 'null', from: 'holder', to: 'account', text: joined('bank', 'branch', 'status') },
});
