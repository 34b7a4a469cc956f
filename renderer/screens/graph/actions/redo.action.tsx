import { IconArrowForwardUp } from '@tabler/icons-react';
import { redo } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

export default {
  id: 'redo',
  label: ({ t, graph }) => {
    const next = graph.undone.at(-1);
    return next
      ? t('graph.redo', { step: t(`graph.step.${next.name}`, { count: next.count }) })
      : t('graph.nothingToRedo');
  },
  name: ({ t }) => t('deeds.redo'),
  group: 'history',
  order: 2,
  on: [],
  keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
  icon: IconArrowForwardUp,
  toolbar: 'icon',
  possible: ({ graph }) => graph.undone.length > 0,
  run: redo,
} satisfies ChartAction;
