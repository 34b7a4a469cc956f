import type { ChartAction } from './action.ts';

/** 全选: everybody in sight. */
export default {
  id: 'select-all',
  label: ({ t }) => t('deeds.selectAll'),
  group: 'select',
  order: 1,
  on: ['blank'],
  keys: 'Ctrl+A',
  focused: true,
  toolbar: 'word',
  run: ({ graph: { chart } }) => chart?.select(chart.inSight),
} satisfies ChartAction;
