import type { ChartAction } from './action.ts';

/** 选邻居: whom a link in sight joins to the selected ones is selected too. */
export default {
  id: 'select-neighbours',
  label: ({ t }) => t('deeds.neighbours'),
  group: 'select',
  order: 3,
  on: ['party'],
  keys: 'Ctrl+Shift+R',
  focused: true,
  toolbar: 'word',
  possible: ({ parties }) => parties.length > 0,
  run: ({ graph: { chart }, parties }) => chart?.select(chart.within(parties, 1)),
} satisfies ChartAction;
