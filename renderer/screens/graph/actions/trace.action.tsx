import { IconArrowsSplit2 } from '@tabler/icons-react';
import { tracePanel } from '../trace/trace-panel.tsx';
import type { ChartAction } from './action.ts';

/** 资金追踪: the dialog, from whatever is selected, or from account numbers where nothing is. */
export default {
  id: 'trace',
  label: ({ t }) => t('trace.again'),
  group: 'analyse',
  order: 2,
  on: ['blank'],
  keys: 'Alt+T',
  icon: IconArrowsSplit2,
  toolbar: 'word',
  Panel: tracePanel('down'),
} satisfies ChartAction;
