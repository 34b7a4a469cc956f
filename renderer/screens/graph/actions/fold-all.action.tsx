import { foldAll } from '../groups.ts';
import type { ChartAction } from './action.ts';

/** 全部收起或展开: every group at once. */
export default {
  id: 'fold-all',
  label: ({ t }) => t('chartLook.groups'),
  group: 'arrange',
  order: 4,
  on: ['blank'],
  possible: ({ graph }) => (graph.composed?.framed.frames.size ?? 0) > 0,
  items: ({ t }) => [
    { key: 'fold', label: t('chartLook.foldAll'), run: () => foldAll(true) },
    { key: 'open', label: t('chartLook.openAll'), run: () => foldAll(false) },
  ],
} satisfies ChartAction;
