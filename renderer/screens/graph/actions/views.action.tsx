import { IconLayoutGrid } from '@tabler/icons-react';
import { ViewsPanel } from '../views-panel.tsx';
import type { ChartAction } from './action.ts';

/** 视图: the saved pictures of the chart. */
export default {
  id: 'views',
  label: ({ t }) => t('views.list'),
  group: 'keep',
  order: 2,
  on: ['blank'],
  keys: 'Ctrl+Shift+S',
  icon: IconLayoutGrid,
  toolbar: 'icon',
  Panel: ({ close }) => <ViewsPanel close={close} />,
} satisfies ChartAction;
