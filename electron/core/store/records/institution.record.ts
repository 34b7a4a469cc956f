import { defineRecord, joined } from './record.ts';

/** 机构名录: one institution. */
export default defineRecord({
  table: 'rec_institution',
  categories: ['institution'],
  columns: 'institution supervisor code uscc kind level beds city district address',
  mentions: { institution: 'name', supervisor: 'supervisor' },
  scope: 'institution',
  setAside: '',
  day: { column: null, covers: false },
  cited: {},
  line: { fen: 'null', from: 'institution', to: 'supervisor', text: joined('level', 'city', 'address') },
});
