import { changeLook, lookNow } from '../look.ts';
import type { ChartAction } from './action.ts';

/** 缩略图: shown or not. */
export default {
  id: 'minimap',
  label: ({ t }) => t('graph.minimap'),
  group: 'arrange',
  order: 9,
  on: ['blank'],
  keys: 'M',
  focused: true,
  run: () => changeLook({ minimap: !lookNow().minimap }),
} satisfies ChartAction;
