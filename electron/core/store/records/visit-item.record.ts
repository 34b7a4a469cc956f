import { defineRecord, joined } from './record.ts';

/** 费用明细: one charged item of one visit. */
export default defineRecord({
  table: 'rec_visit_item',
  categories: ['visit_item'],
  columns: `hospital doctor product manufacturer supplier day precision time price_micro quantity fen computed visit_no settle_no dept
    patient_no item_code item_name item_kind spec udi procedure`,
  mentions: {
    hospital: 'hospital',
    doctor: 'doctor',
    product: 'item_name',
    manufacturer: 'manufacturer',
    supplier: 'supplier',
  },
  scope: 'hospital',
  personal: 'patient_no',
  setAside: `visit_item_doctor visit_item_product visit_item_hospital visit_item_manufacturer visit_item_supplier visit_item_visit
    visit_item_udi`,
  day: { column: 'day', covers: true },
  cited: { amount: 'x.fen' },
  line: {
    fen: 'x.fen',
    from: 'doctor',
    to: 'product',
    text: joined('item_name', 'spec', 'procedure'),
    precision: 'precision',
  },
});
