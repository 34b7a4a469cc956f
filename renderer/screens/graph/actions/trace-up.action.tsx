import { IconArrowBarLeft } from '@tabler/icons-react';
import { seedsOf, tracePanel } from '../trace/trace-panel.tsx';
import type { ChartAction } from './action.ts';

/** 向上追溯资金. */
export default {
  id: 'trace-up',
  label: ({ t }) => t('trace.up'),
  group: 'analyse',
  order: 12,
  on: ['party', 'link'],
  icon: IconArrowBarLeft,
  possible: (context) => (seedsOf(context).parties ?? seedsOf(context).pairs ?? []).length > 0,
  Panel: tracePanel('up'),
} satisfies ChartAction;
