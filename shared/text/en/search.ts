import type { WordsLike } from '../words.ts';
import type { search as zh } from '../zh-CN/search.ts';

export const search: WordsLike<typeof zh> = {
  loading: 'Searching',
  open: 'Enter opens',
  graph: 'Shift Enter in the graph',
  source: 'Ctrl Enter the source',
  walk: '↑↓ choose',
  cells: 'Cells: {{searched, number}} of {{of, number}} rows looked through, the latest first',
};
