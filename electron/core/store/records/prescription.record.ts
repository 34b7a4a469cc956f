import { defineRecord, joined } from './record.ts';

/** 处方与开单: one line ordered by one doctor. */
export default defineRecord({
  table: 'rec_prescription',
  categories: ['prescription'],
  columns: `hospital doctor product manufacturer day precision price_micro quantity fen computed rx_no dept doctor_no patient_no visit_no
    product_code generic_name spec item_kind unit days diagnosis visit_type`,
  mentions: { hospital: 'hospital', doctor: 'doctor', product: 'generic_name', manufacturer: 'manufacturer' },
  scope: 'hospital',
  personal: 'patient_no',
  setAside: `prescription_doctor prescription_product prescription_hospital prescription_manufacturer prescription_day
    prescription_patient`,
  day: { column: 'day', covers: true },
  cited: { amount: 'x.fen' },
  line: {
    fen: 'x.fen',
    from: 'doctor',
    to: 'product',
    text: joined('generic_name', 'spec', 'quantity', 'unit'),
    precision: 'precision',
  },
});
