import { go } from '../../../app/store.ts';
import type { ChartAction } from './action.ts';

/** 打开档案. */
export default {
  id: 'open-dossier',
  label: ({ t }) => t('graph.openDossier'),
  group: 'open',
  order: 1,
  on: ['party'],
  keys: 'O',
  focused: true,
  possible: ({ parties }) => parties.length === 1,
  run: ({ parties }) => go('party', { id: parties[0]! }),
} satisfies ChartAction;
