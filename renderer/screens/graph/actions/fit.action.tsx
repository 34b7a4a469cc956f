import { IconArrowsMaximize } from '@tabler/icons-react';
import type { ChartAction } from './action.ts';

export default {
  id: 'fit',
  label: ({ t }) => t('graph.fit'),
  group: 'look',
  order: 4,
  on: ['blank'],
  keys: 'F',
  focused: true,
  icon: IconArrowsMaximize,
  toolbar: 'icon',
  run: ({ graph }) => graph.chart?.fit(),
} satisfies ChartAction;
