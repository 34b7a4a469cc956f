import { collapse } from '../graph-store.ts';
import { tellCollapsed } from '../tell-expanded.ts';
import type { ChartAction } from './action.ts';

/** 收起: what expanding the party brought leaves the chart again. */
export default {
  id: 'collapse',
  label: ({ t }) => t('deeds.collapse'),
  group: 'explore',
  order: 3,
  on: ['party'],
  keys: 'Shift+C',
  focused: true,
  possible: ({ parties, graph }) => parties.some((id) => graph.expansions[id]?.some((leaf) => graph.chart?.node(leaf))),
  run: (context) =>
    tellCollapsed(
      context.parties.reduce((sum, party) => sum + collapse(party), 0),
      context,
    ),
} satisfies ChartAction;
