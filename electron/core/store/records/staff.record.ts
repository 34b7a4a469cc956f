import { defineRecord, joined } from './record.ts';

/** 人员名册: one person at one employer. */
export default defineRecord({
  table: 'rec_staff',
  categories: ['staff'],
  columns: `person employer account employer_kind staff_no gender birth_day dept position title license_no hired_day left_day address
    income_fen key_post society_role`,
  mentions: { person: 'name', employer: 'employer', account: 'bank_card' },
  scope: 'employer',
  setAside: 'staff_person staff_employer staff_account',
  day: { column: 'hired_day', covers: false },
  cited: {},
  line: { fen: 'null', from: 'person', to: 'employer', text: joined('dept', 'position', 'title') },
});
