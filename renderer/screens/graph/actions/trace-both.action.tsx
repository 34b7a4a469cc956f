import { IconArrowsHorizontal } from '@tabler/icons-react';
import { seedsOf, tracePanel } from '../trace/trace-panel.tsx';
import type { ChartAction } from './action.ts';

/** 双向追溯资金. */
export default {
  id: 'trace-both',
  label: ({ t }) => t('trace.both'),
  group: 'analyse',
  order: 13,
  on: ['party', 'link'],
  icon: IconArrowsHorizontal,
  possible: (context) => (seedsOf(context).parties ?? seedsOf(context).pairs ?? []).length > 0,
  Panel: tracePanel('both'),
} satisfies ChartAction;
