import type { ChartAction } from './action.ts';

/** 选同类: everybody in sight who is drawn as one of the selected ones is. */
export default {
  id: 'same-type',
  label: ({ t }) => t('deeds.sameType'),
  group: 'select',
  order: 4,
  on: ['party'],
  keys: 'Ctrl+Shift+T',
  focused: true,
  toolbar: 'word',
  possible: ({ parties }) => parties.length > 0,
  run: ({ graph: { chart }, parties }) => {
    const kinds = new Set(parties.map((id) => chart?.node(id)?.drawnAs));
    chart?.select(chart.inSight.filter((id) => kinds.has(chart.node(id)?.drawnAs)));
  },
} satisfies ChartAction;
