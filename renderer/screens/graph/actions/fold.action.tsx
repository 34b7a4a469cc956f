import { frameFor, toggleFold } from '../groups.ts';
import type { ChartAction } from './action.ts';

/** 收起、展开分组: a frame as one node that carries the sums of its members, or with everybody in it. */
export default {
  id: 'fold',
  label: ({ t, parties }) => (frameFor(parties)?.isFolded ? t('chartLook.open') : t('chartLook.fold')),
  group: 'arrange',
  order: 4,
  on: ['party'],
  keys: 'G',
  focused: true,
  possible: ({ parties }) => frameFor(parties) !== undefined,
  run: ({ parties }) => {
    const frame = frameFor(parties);
    if (frame) toggleFold(frame.id);
  },
} satisfies ChartAction;
