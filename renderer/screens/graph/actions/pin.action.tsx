import { IconPin } from '@tabler/icons-react';
import { togglePin } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

/** 固定: layouts leave it where it stands. */
export default {
  id: 'pin',
  label: ({ t, parties, graph }) =>
    parties.length > 0 && parties.every((id) => graph.chart?.isPinned(id)) ? t('graph.unpin') : t('graph.pin'),
  name: ({ t }) => t('graph.pin'),
  group: 'sight',
  order: 1,
  on: ['party'],
  keys: 'P',
  focused: true,
  icon: IconPin,
  toolbar: 'icon',
  possible: ({ parties }) => parties.length > 0,
  run: ({ parties }) => togglePin(parties),
} satisfies ChartAction;
