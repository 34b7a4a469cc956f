import type { WordsLike } from '../words.ts';
import type { boards as zh } from '../zh-CN/boards.ts';

export const boards: WordsLike<typeof zh> = {
  tab: 'Boards',
  choose: 'Which board',
  filter: 'Filter the board',
  detail: 'This line',
  lacks: 'Data is missing, nothing can be compared',
  none: 'There is nothing to compare',
  noneFits: 'No line fits the filter',
  pick: 'Choose a line to see what it rests on',
  shown: '{{count, number}} of {{total, number}} lines shown',
  ofAll: '{{count, number}} in all',
  marked: 'Red and bold stands out; every line is listed, which makes it no finding',
  keysLine: 'J/K move · G graph',
  keys: { next: 'Next line', previous: 'Previous line', graph: 'Show in the graph' },
  answer: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  findings: 'Findings about them {{count, number}}',
  noFindings: 'No finding names all of these parties',
  rows: 'Rests on {{count, number}} rows',
  rowsCount: '{{count, number}} rows',
  rowsOf: 'Show what "{{column}}" rests on',
  rowsShown: '{{count, number}} of {{total, number}} listed',
};
