import type { ChartAction } from './action.ts';

/** 适应选中: the selected ones fill the canvas. */
export default {
  id: 'fit-selection',
  label: ({ t }) => t('deeds.fitSelection'),
  group: 'look',
  order: 5,
  on: ['blank'],
  keys: 'Shift+F',
  focused: true,
  possible: ({ parties, links }) => parties.length > 0 || links.length > 0,
  run: ({ graph, parties, links }) => {
    graph.chart?.select(parties, links);
    graph.chart?.fit(true);
  },
} satisfies ChartAction;
