import { defineRecord, foreignMoney, joined } from './record.ts';

/** 银行流水 and wallet bills: one booking of one account. `payer` and `payee` follow from holder, counterparty and direction. */
export default defineRecord({
  table: 'rec_bank_flow',
  categories: ['bank_flow', 'wallet_flow'],
  columns: `holder counterparty day time precision fen direction balance_fen currency summary remark txn_type channel cash outcome
    txn_no voucher_no location ip mac`,
  mentions: { holder: 'holder_name', counterparty: 'counterparty_name' },
  scope: 'holder',
  setAside: 'bank_payer bank_payee bank_day bank_fen bank_ip bank_mac',
  day: { column: 'day', covers: true },
  cited: { amount: 'x.fen' },
  line: {
    fen: "case x.currency when 'CNY' then x.fen end",
    from: 'payer',
    to: 'payee',
    text: `${foreignMoney} || ${joined('summary', 'remark')}`,
    precision: 'precision',
  },
});
