import { defineRecord } from './record.ts';

/** 企业登记: one company as the register writes it. */
export default defineRecord({
  table: 'rec_company',
  categories: ['company'],
  columns: `company uscc reg_no legal_rep contact capital_fen capital_currency founded_day closed_day status type industry address phone
    email province city insured scope license_no role`,
  mentions: { company: 'name', legal_rep: 'legal_rep', contact: 'contact' },
  scope: 'company',
  setAside: '',
  day: { column: 'founded_day', covers: false },
  cited: {},
  line: { fen: 'null', from: 'company', to: 'legal_rep', text: "coalesce(x.address, '')" },
});
