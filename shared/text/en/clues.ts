import type { WordsLike } from '../words.ts';
import type { clues as zh } from '../zh-CN/clues.ts';

export const clues: WordsLike<typeof zh> = {
  none: 'No clue register has been imported',
  stops: 'Without it these models cannot judge, and findings cannot be compared with tip-offs:',
  stopsNone: 'Without it findings cannot be compared with tip-offs.',
  import: 'Import a clue register',
  unread:
    'This version does not read clue registers. A tip-off can be noted with the reason and counter-evidence of a finding.',
  toFindings: 'To the findings',
  batches: 'Imported clue sheets',
  list: 'Leads',
  cols: { day: 'Received', number: 'Number', about: 'About', content: 'Content', source: 'Source' },
  tagNote: 'The area of a lead is its own category; posts and links are those of the parties it names',
  noneWithTags: 'No lead carries these tags',
  allegation: 'A lead is no evidence by itself',
  rows: '{{count, number}} entries',
  rows_one: '{{count, number}} entry',
};
