import { IconDeviceFloppy } from '@tabler/icons-react';
import { SaveView } from '../save-view.tsx';
import type { ChartAction } from './action.ts';

/** 保存视图. */
export default {
  id: 'save-view',
  label: ({ t }) => t('views.save'),
  group: 'keep',
  order: 1,
  on: ['blank'],
  keys: 'Ctrl+S',
  icon: IconDeviceFloppy,
  toolbar: 'icon',
  possible: ({ graph }) => graph.nodes.length > 0,
  Panel: ({ close }) => <SaveView close={close} />,
} satisfies ChartAction;
