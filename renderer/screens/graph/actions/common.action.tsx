import { IconCirclesRelation } from '@tabler/icons-react';
import { CommonPanel } from '../routes/common-panel.tsx';
import type { ChartAction } from './action.ts';

/** 共同对手: whom the selected parties all deal with. */
export default {
  id: 'common',
  label: ({ t }) => t('routes.common'),
  group: 'analyse',
  order: 4,
  on: ['party', 'blank'],
  icon: IconCirclesRelation,
  toolbar: 'word',
  Panel: ({ context, close }) => <CommonPanel parties={context.together} close={close} />,
} satisfies ChartAction;
