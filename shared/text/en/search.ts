import type { WordsLike } from '../words.ts';
import type { search as zh } from '../zh-CN/search.ts';

export const search: WordsLike<typeof zh> = {
  loading: 'Searching',
  open: 'Enter opens',
  graph: 'Shift Enter in the graph',
  source: 'Ctrl Enter the source',
  walk: '↑↓ choose',
  nOfAtLeast: '{{shown, number}} of at least {{total, number}}',
  cells: 'Cells: {{searched, number}} of {{of, number}} rows looked through, {{total, number}} found',
  all: 'All results Alt Enter',
  cellsAll: 'Cells: all {{of, number}} rows looked through, {{total, number}} found',
  resultsFor: 'Results for “{{text}}”',
  days: 'records from {{from}} to {{to}}',
  amounts: 'amounts from {{least}} to {{most}}',
  amountsFrom: 'amounts from {{least}}',
  kinds: 'By kind',
  none: 'Nothing of this kind',
  cols: { hit: 'Result', why: 'Matches', detail: 'Remark', fen: 'Amount (yuan)', source: 'Source' },
  why: {
    name: 'Name',
    alias: 'Also called',
    sound: 'Pinyin',
    number: 'Number',
    'number-end': 'Last digits',
    title: 'Post or title',
    dept: 'Department',
    employer: 'Employer',
    cell: 'Text',
    finding: 'Number',
  },
};
