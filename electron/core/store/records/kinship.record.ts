import { defineRecord, joined } from './record.ts';

/** 亲属关系: one relative of one person. */
export default defineRecord({
  table: 'rec_kinship',
  categories: ['kinship'],
  columns: 'person relative employer business relation relation_text position',
  mentions: {
    person: 'person_name',
    relative: 'relative_name',
    employer: 'relative_employer',
    business: 'relative_company',
  },
  scope: 'person',
  setAside: '',
  day: { column: null, covers: false },
  cited: {},
  line: { fen: 'null', from: 'person', to: 'relative', text: joined('relation_text', 'position') },
});
