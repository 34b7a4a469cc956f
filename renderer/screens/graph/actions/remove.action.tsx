import { IconTrash } from '@tabler/icons-react';
import { takeOff } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

/** Takes parties off the chart, never out of the case. */
export default {
  id: 'remove',
  label: ({ t }) => t('graph.remove'),
  group: 'sight',
  order: 9,
  on: ['party'],
  keys: ['H', 'Delete'],
  focused: true,
  icon: IconTrash,
  toolbar: 'icon',
  possible: ({ parties }) => parties.length > 0,
  run: ({ parties }) => takeOff(parties),
} satisfies ChartAction;
