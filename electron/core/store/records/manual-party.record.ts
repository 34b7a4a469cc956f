import { defineRecord } from './record.ts';

/** 手工录入的主体: one party as a person typed it. */
export default defineRecord({
  table: 'rec_manual_party',
  categories: ['manual_party'],
  columns: 'party kind role note',
  mentions: { party: 'name' },
  scope: 'party',
  setAside: '',
  day: { column: null, covers: false },
  cited: {},
  line: { fen: 'null', from: 'party', to: null, text: "coalesce(x.note, '')" },
});
