import { IconLayoutDistributeVertical } from '@tabler/icons-react';
import { layoutNames } from '../../../graph/layouts/layout.ts';
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
  items: ({ t, attempt }) =>
    layoutNames.map((name) => ({
      key: name,
      label: t(`graph.layouts.${name}`),
      run: () => void attempt(() => arrange(name)),
    })),
} satisfies ChartAction;
