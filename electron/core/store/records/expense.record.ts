import { defineRecord, foreignMoney } from './record.ts';

/** 费用明细: one line of a company's ledger. */
export default defineRecord({
  table: 'rec_expense',
  categories: ['expense'],
  columns: `company payee payee_org handler approver conference day precision fen currency tax_fen expense_type type_text account_name
    voucher_no conference_name conference_no product province invoice_no summary payee_dept`,
  mentions: {
    company: 'company',
    payee: 'payee_name',
    payee_org: 'payee_org',
    handler: 'handler',
    approver: 'approver',
    conference: 'conference_name',
  },
  scope: 'company',
  setAside:
    'expense_company expense_payee expense_payee_org expense_handler expense_day expense_conference expense_fen expense_approver',
  day: { column: 'day', covers: true },
  cited: { amount: 'x.fen' },
  line: {
    fen: "case x.currency when 'CNY' then x.fen end",
    from: 'company',
    to: 'payee',
    text: `${foreignMoney} || coalesce(x.summary, x.type_text, x.account_name, '')`,
    precision: 'precision',
  },
});
