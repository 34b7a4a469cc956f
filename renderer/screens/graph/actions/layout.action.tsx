import { IconLayoutDistributeVertical } from '@tabler/icons-react';
import { arrange } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

/** 布局: where everything stands, by one rule. */
export default {
  id: 'layout',
  label: ({ t }) => t('graph.layout'),
  group: 'arrange',
  order: 1,
  on: ['blank'],
  icon: IconLayoutDistributeVertical,
  toolbar: 'word',
  items: ({ t }) =>
    (['layered', 'force', 'concentric'] as const).map((name) => ({
      key: name,
      label: t(`graph.layouts.${name}`),
      run: () => arrange(name),
    })),
} satisfies ChartAction;
