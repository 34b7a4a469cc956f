import { enterByHand } from '../../manual/entry-asked.ts';
import { showEntered } from '../by-hand.ts';
import type { ChartAction } from './action.ts';

/** 添加主体, by hand. */
export default {
  id: 'enter-party',
  label: ({ t }) => t('manual.add.party'),
  group: 'enter',
  order: 3,
  on: ['blank'],
  run: ({ attempt, t }) => enterByHand({ what: 'party' }, (row) => void attempt(() => showEntered(row, t))),
} satisfies ChartAction;
