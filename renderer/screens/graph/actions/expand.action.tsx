import { IconGitFork } from '@tabler/icons-react';
import { ExpandDialog } from '../expand-dialog.tsx';
import type { ChartAction } from './action.ts';

/** 展开: counts by kind first, then so many of them. */
export default {
  id: 'expand',
  label: ({ t }) => t('graph.expand'),
  group: 'explore',
  order: 1,
  on: ['party'],
  keys: 'E',
  focused: true,
  icon: IconGitFork,
  toolbar: 'word',
  possible: ({ parties }) => parties.length === 1,
  Panel: ({ context, close }) => <ExpandDialog party={context.parties[0]!} close={close} />,
} satisfies ChartAction;
