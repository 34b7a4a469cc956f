import { IconEyeOff } from '@tabler/icons-react';
import { putAway } from '../sight.ts';
import type { ChartAction } from './action.ts';

/** 隐藏: out of sight, still on the chart and counted. */
export default {
  id: 'hide',
  label: ({ t }) => t('deeds.hide'),
  group: 'sight',
  order: 2,
  on: ['party'],
  keys: 'H',
  focused: true,
  icon: IconEyeOff,
  toolbar: 'icon',
  possible: ({ parties }) => parties.length > 0,
  run: ({ parties }) => putAway(parties),
} satisfies ChartAction;
