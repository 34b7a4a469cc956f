import { expandAll } from '../expand-all.ts';
import type { ChartAction } from './action.ts';

/** 展开全部: from the keyboard; the menu has it under 展开. */
export default {
  id: 'expand-all',
  label: ({ t }) => t('deeds.expand.everybody'),
  group: 'explore',
  order: 2,
  on: [],
  keys: 'Shift+E',
  focused: true,
  possible: ({ parties }) => parties.length === 1,
  run: expandAll,
} satisfies ChartAction;
