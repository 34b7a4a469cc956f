import { defineRecord, joined } from './record.ts';

/** 发票: one invoice, or one line of it. */
export default defineRecord({
  table: 'rec_invoice',
  categories: ['invoice'],
  columns: `invoice seller buyer drawer day precision net_fen tax_fen total_fen fen tax_rate price_micro quantity invoice_code invoice_no
    seller_tax_id buyer_tax_id seller_address seller_bank goods tax_class spec unit status red kind source risk_level remark`,
  mentions: { invoice: 'invoice_no', seller: 'seller', buyer: 'buyer', drawer: 'drawer' },
  scope: 'seller',
  setAside: 'invoice_mention invoice_seller invoice_buyer invoice_drawer invoice_number',
  day: { column: 'day', covers: true },
  cited: { total: 'x.total_fen', amount: 'x.net_fen', tax: 'x.tax_fen' },
  line: { fen: 'x.fen', from: 'seller', to: 'buyer', text: joined('goods', 'spec', 'remark'), precision: 'precision' },
});
