import { defineRecord } from './record.ts';

/** 手工录入的关系: one link between two parties as a person typed it. Its amount is in no sum of imported rows. */
export default defineRecord({
  table: 'rec_manual_link',
  categories: ['manual_link'],
  columns: 'source target kind day day_to precision fen text certainty',
  mentions: { source: 'from_name', target: 'to_name' },
  scope: null,
  setAside: '',
  day: { column: 'day', covers: false },
  cited: { amount: 'x.fen' },
  line: { fen: 'x.fen', from: 'source', to: 'target', text: "coalesce(x.text, '')", precision: 'precision' },
});
