import { enterByHand } from '../../manual/entry-asked.ts';
import { showEntered } from '../by-hand.ts';
import type { ChartAction } from './action.ts';

/** 添加关系, by hand, between the two that are selected or pointed to. */
export default {
  id: 'enter-link',
  label: ({ t, together }) => (together.length === 2 ? t('manual.graph.addLink') : t('manual.add.link')),
  group: 'enter',
  order: 4,
  on: ['party', 'blank'],
  run: ({ together: [from, to], attempt, t }) =>
    enterByHand({ what: 'link', from, to }, (row) => void attempt(() => showEntered(row, t))),
} satisfies ChartAction;
