import { defineRecord, joined } from './record.ts';

/** 医药代表备案: one filing. */
export default defineRecord({
  table: 'rec_rep',
  categories: ['rep'],
  columns: 'person company agency filing_no gender region valid_from valid_to status education contract_day insured',
  mentions: { person: 'name', company: 'company', agency: 'agency' },
  scope: 'company',
  setAside: '',
  day: { column: 'valid_from', covers: false },
  cited: {},
  line: { fen: 'null', from: 'person', to: 'company', text: joined('filing_no', 'region') },
});
