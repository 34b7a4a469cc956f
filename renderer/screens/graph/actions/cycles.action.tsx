import { IconRefresh } from '@tabler/icons-react';
import { CyclesPanel } from '../routes/cycles-panel.tsx';
import type { ChartAction } from './action.ts';

/** 回流: money that comes back to where it began. */
export default {
  id: 'cycles',
  label: ({ t }) => t('routes.cycles'),
  group: 'analyse',
  order: 3,
  on: ['party', 'blank'],
  keys: 'Alt+Y',
  icon: IconRefresh,
  toolbar: 'word',
  Panel: ({ context, close }) => <CyclesPanel parties={context.parties} close={close} />,
} satisfies ChartAction;
