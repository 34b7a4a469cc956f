import type { ChartAction } from './action.ts';

/** 反选: everybody in sight who is not selected. */
export default {
  id: 'invert',
  label: ({ t }) => t('deeds.invert'),
  group: 'select',
  order: 2,
  on: ['party', 'blank'],
  keys: 'Ctrl+Shift+I',
  focused: true,
  toolbar: 'word',
  possible: ({ parties }) => parties.length > 0,
  run: ({ graph: { chart, selectedParties } }) =>
    chart?.select(chart.inSight.filter((id) => !selectedParties.includes(id))),
} satisfies ChartAction;
