import { go, useApp } from '../../../app/store.ts';
import type { ChartAction } from './action.ts';

/** 时间轴: what is known of the party day by day, in its dossier. */
export default {
  id: 'open-timeline',
  label: ({ t }) => t('party.timeline'),
  group: 'open',
  order: 2,
  on: ['party'],
  possible: ({ parties }) => parties.length === 1,
  run: ({ parties: [party] }) => {
    useApp.getState().keep(`party.tab.${party}`, 'timeline');
    go('party', { id: party! });
  },
} satisfies ChartAction;
