import { IconRoute } from '@tabler/icons-react';
import { PathPanel } from '../routes/path-panel.tsx';
import type { ChartAction } from './action.ts';

/** 查找路径: how two parties hang together. */
export default {
  id: 'path',
  label: ({ t }) => t('routes.path'),
  group: 'analyse',
  order: 1,
  on: ['party', 'blank'],
  keys: 'Alt+P',
  icon: IconRoute,
  toolbar: 'word',
  Panel: ({ context, close }) => <PathPanel parties={context.together} close={close} />,
} satisfies ChartAction;
