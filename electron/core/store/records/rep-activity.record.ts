import { defineRecord, joined } from './record.ts';

/** 医药代表活动: one visit. */
export default defineRecord({
  table: 'rec_rep_activity',
  categories: ['rep_activity'],
  columns: `rep company hospital doctor product day time precision filing_no dept city address purpose expense_fen expense_no
    appointed`,
  mentions: { rep: 'rep_name', company: 'company', hospital: 'hospital', doctor: 'doctor', product: 'product' },
  scope: 'company',
  setAside: 'rep_activity_rep rep_activity_company rep_activity_hospital rep_activity_doctor rep_activity_product',
  day: { column: 'day', covers: true },
  cited: { expense: 'x.expense_fen' },
  line: {
    fen: 'x.expense_fen',
    from: 'rep',
    to: 'doctor',
    text: joined('dept', 'purpose', 'city', 'address'),
    precision: 'precision',
  },
});
