import { findNext } from '../find.ts';
import type { ChartAction } from './action.ts';

export default {
  id: 'find-next',
  label: ({ t }) => t('deeds.findNext'),
  group: 'select',
  order: 9,
  on: [],
  keys: 'F3',
  run: () => findNext(1),
} satisfies ChartAction;
