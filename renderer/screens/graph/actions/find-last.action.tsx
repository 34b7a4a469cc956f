import { findNext } from '../find.ts';
import type { ChartAction } from './action.ts';

export default {
  id: 'find-last',
  label: ({ t }) => t('deeds.findLast'),
  group: 'select',
  order: 10,
  on: [],
  keys: 'Shift+F3',
  run: () => findNext(-1),
} satisfies ChartAction;
