import { linkModes } from '../../../graph/sums.ts';
import { setLook } from '../look.ts';
import type { ChartAction } from './action.ts';

/** 关系线: how many lines a pair of parties gets. */
export default {
  id: 'lines',
  label: ({ t }) => t('chartLook.lines'),
  group: 'arrange',
  order: 7,
  on: ['link', 'blank'],
  items: ({ t }) =>
    linkModes.map((links) => ({ key: links, label: t(`chartLook.mode.${links}`), run: () => setLook('links', links) })),
} satisfies ChartAction;
