import { showAll } from '../sight.ts';
import type { ChartAction } from './action.ts';

/** 全部显示: whoever a person hid is in sight again; filters stay. */
export default {
  id: 'show-all',
  label: ({ t, graph }) => t('deeds.showAll', { count: graph.hidden.length }),
  name: ({ t }) => t('deeds.showAllName'),
  group: 'sight',
  order: 4,
  on: ['party', 'blank'],
  keys: 'Alt+H',
  focused: true,
  possible: ({ graph }) => graph.hidden.length > 0,
  run: showAll,
} satisfies ChartAction;
