import { defineRecord, joined } from './record.ts';

/** 采购订单: one line of an order or receipt of a hospital. */
export default defineRecord({
  table: 'rec_purchase',
  categories: ['purchase'],
  columns: `hospital supplier product manufacturer mah buyer approver day precision price_micro quantity fen computed order_no hospital_code
    dept product_code approval_no generic_name trade_name dosage_form spec pack_qty unit category procurement_type invoice_no batch_no status`,
  mentions: {
    hospital: 'hospital',
    supplier: 'supplier',
    product: 'generic_name',
    manufacturer: 'manufacturer',
    mah: 'mah',
    buyer: 'buyer',
    approver: 'approver',
  },
  scope: 'hospital',
  setAside: `purchase_hospital purchase_supplier purchase_product purchase_manufacturer purchase_mah purchase_buyer purchase_approver
    purchase_invoice`,
  day: { column: 'day', covers: true },
  cited: { amount: 'x.fen' },
  line: {
    fen: 'x.fen',
    from: 'hospital',
    to: 'supplier',
    text: joined('generic_name', 'spec', 'quantity', 'unit'),
    precision: 'precision',
  },
});
