import { IconArrowBarRight } from '@tabler/icons-react';
import { seedsOf, tracePanel } from '../trace/trace-panel.tsx';
import type { ChartAction } from './action.ts';

/** 向下追溯资金. */
export default {
  id: 'trace-down',
  label: ({ t }) => t('trace.down'),
  group: 'analyse',
  order: 11,
  on: ['party', 'link'],
  icon: IconArrowBarRight,
  possible: (context) => (seedsOf(context).parties ?? seedsOf(context).pairs ?? []).length > 0,
  Panel: tracePanel('down'),
} satisfies ChartAction;
