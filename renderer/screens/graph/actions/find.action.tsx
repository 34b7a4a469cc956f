import { IconListSearch } from '@tabler/icons-react';
import { useGraph } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

/** 在图上查找. */
export default {
  id: 'find',
  label: ({ t }) => t('deeds.find'),
  group: 'select',
  order: 8,
  on: ['blank'],
  keys: 'Ctrl+F',
  icon: IconListSearch,
  toolbar: 'icon',
  run: () => useGraph.setState({ finding: true }),
} satisfies ChartAction;
