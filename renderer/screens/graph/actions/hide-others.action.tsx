import { showOnly } from '../sight.ts';
import type { ChartAction } from './action.ts';

/** 隐藏其他: only the selected ones stay in sight. */
export default {
  id: 'hide-others',
  label: ({ t }) => t('deeds.hideOthers'),
  group: 'sight',
  order: 3,
  on: ['party'],
  keys: 'Shift+H',
  focused: true,
  possible: ({ parties }) => parties.length > 0,
  run: ({ parties }) => showOnly(parties),
} satisfies ChartAction;
