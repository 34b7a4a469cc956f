import { IconTrash } from '@tabler/icons-react';
import { takeOff } from '../graph-store.ts';
import { removeTexts } from '../texts.ts';
import type { ChartAction } from './action.ts';

/** Takes parties and texts off the chart, never a party out of the case. */
export default {
  id: 'remove',
  label: ({ t }) => t('graph.remove'),
  group: 'sight',
  order: 9,
  on: ['party'],
  keys: 'Delete',
  focused: true,
  icon: IconTrash,
  toolbar: 'icon',
  possible: ({ parties, graph }) => parties.length > 0 || (graph.chart?.selectedTexts.length ?? 0) > 0,
  run: ({ parties, party, graph: { chart } }) => {
    // where one was pointed to, what else is selected stays
    if (party === null) removeTexts(chart?.selectedTexts ?? []);
    takeOff(parties);
  },
} satisfies ChartAction;
