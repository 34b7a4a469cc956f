import { IconRoute } from '@tabler/icons-react';
import { PathPanel } from '../path-panel.tsx';
import type { ChartAction } from './action.ts';

/** 查找路径: how two parties hang together. */
export default {
  id: 'path',
  label: ({ t }) => t('graph.path'),
  group: 'analyse',
  order: 1,
  on: ['party'],
  keys: 'Alt+P',
  icon: IconRoute,
  toolbar: 'word',
  possible: ({ together }) => together.length >= 2,
  Panel: ({ context, close }) => <PathPanel from={context.together[0]!} to={context.together[1]!} close={close} />,
} satisfies ChartAction;
