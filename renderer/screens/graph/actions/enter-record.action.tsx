import { enterByHand } from '../../manual/entry-asked.ts';
import { showEntered } from '../by-hand.ts';
import type { ChartAction } from './action.ts';

/** 添加记录, by hand. */
export default {
  id: 'enter-record',
  label: ({ t }) => t('manual.add.record'),
  group: 'enter',
  order: 5,
  on: ['blank'],
  run: ({ attempt, t }) => enterByHand({ what: 'record' }, (row) => void attempt(() => showEntered(row, t))),
} satisfies ChartAction;
