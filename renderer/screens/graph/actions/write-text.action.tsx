import { openText } from '../texts.ts';
import type { ChartAction } from './action.ts';

/** 图上文字: words on the chart itself. */
export default {
  id: 'write-text',
  label: ({ t }) => t('deeds.writeText'),
  group: 'enter',
  order: 0,
  on: ['party', 'blank'],
  keys: 'N',
  focused: true,
  run: ({ parties }) => openText(parties[0] ?? null),
} satisfies ChartAction;
