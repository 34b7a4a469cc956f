import { enterByHand } from '../../manual/entry-asked.ts';
import { showEntered } from '../by-hand.ts';
import type { ChartAction } from './action.ts';

/** 粘贴为实体: what was copied elsewhere becomes a party. Ctrl+V itself is the paste event of the canvas: it brings the text. */
export default {
  id: 'paste',
  label: ({ t }) => `${t('manual.graph.paste')}  Ctrl V`,
  group: 'enter',
  order: 2,
  on: ['blank'],
  run: ({ attempt, t }) => enterByHand({ what: 'party' }, (row) => void attempt(() => showEntered(row, t))),
} satisfies ChartAction;
