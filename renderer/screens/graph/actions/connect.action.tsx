import { IconTopologyStar } from '@tabler/icons-react';
import { ConnectPanel } from '../routes/connect-panel.tsx';
import type { ChartAction } from './action.ts';

/** 连接网络: how several parties hang together, and where they do not. */
export default {
  id: 'connect',
  label: ({ t }) => t('routes.connect'),
  group: 'analyse',
  order: 2,
  on: ['party', 'blank'],
  keys: 'Alt+N',
  icon: IconTopologyStar,
  toolbar: 'word',
  Panel: ({ context, close }) => <ConnectPanel parties={context.together} close={close} />,
} satisfies ChartAction;
