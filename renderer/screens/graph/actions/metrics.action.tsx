import { IconChartDots3 } from '@tabler/icons-react';
import { MetricsPanel } from '../metrics-panel.tsx';
import type { ChartAction } from './action.ts';

/** 网络指标: who stands between, at the core, or where money comes to rest. */
export default {
  id: 'metrics',
  label: ({ t }) => t('metrics.title'),
  group: 'analyse',
  order: 9,
  on: ['blank'],
  keys: 'Alt+M',
  icon: IconChartDots3,
  toolbar: 'word',
  Panel: ({ close }) => <MetricsPanel close={close} />,
} satisfies ChartAction;
