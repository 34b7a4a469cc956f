import { handGroupsOf, ungroup } from '../groups.ts';
import type { ChartAction } from './action.ts';

/** 取消分组: of the groups made by hand that hold what is selected. */
export default {
  id: 'ungroup',
  label: ({ t }) => t('chartLook.ungroup'),
  group: 'arrange',
  order: 6,
  on: ['party'],
  keys: 'Ctrl+Shift+G',
  possible: ({ parties }) => handGroupsOf(parties).length > 0,
  run: ({ parties }) => ungroup(handGroupsOf(parties)),
} satisfies ChartAction;
