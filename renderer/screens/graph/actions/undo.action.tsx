import { IconArrowBackUp } from '@tabler/icons-react';
import { undo } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

export default {
  id: 'undo',
  label: ({ t, graph }) => {
    const last = graph.done.at(-1);
    return last
      ? t('graph.undo', { step: t(`graph.step.${last.name}`, { count: last.count }) })
      : t('graph.nothingToUndo');
  },
  name: ({ t }) => t('deeds.undo'),
  group: 'history',
  order: 1,
  on: [],
  keys: 'Ctrl+Z',
  icon: IconArrowBackUp,
  toolbar: 'icon',
  possible: ({ graph }) => graph.done.length > 0,
  run: undo,
} satisfies ChartAction;
