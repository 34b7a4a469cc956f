import { defineRecord, joined } from './record.ts';

/** 线索: one tip. What it says of money is a claim, and no figure in a list. */
export default defineRecord({
  table: 'rec_clue',
  categories: ['clue'],
  columns: `clue subject subject_org day precision clue_no source source_text subject_position content category fen is_named handler
    status closed_day duplicate_of`,
  mentions: { clue: 'clue_no', subject: 'subject_name', subject_org: 'subject_org' },
  scope: 'clue',
  setAside: '',
  day: { column: 'day', covers: true },
  cited: {},
  withheld: { informant: ['举报人', 'Informant', '反映人', '信访人', '来电人'] },
  line: { fen: 'null', from: 'clue', to: 'subject', text: joined('source_text', 'content'), precision: 'precision' },
});
