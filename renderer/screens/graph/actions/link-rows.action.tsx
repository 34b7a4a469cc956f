import type { ChartAction } from './action.ts';

/** 查看明细: the inspector lists the rows of the link. */
export default {
  id: 'link-rows',
  label: ({ t, graph, link }) => t('deeds.linkRows', { count: graph.links.find(({ id }) => id === link)?.rows ?? 0 }),
  group: 'open',
  order: 2,
  on: ['link'],
  possible: ({ link }) => link !== null,
  run: ({ graph, link }) => link !== null && graph.chart?.select([], [link]),
} satisfies ChartAction;
