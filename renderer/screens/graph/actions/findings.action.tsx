import { go } from '../../../app/store.ts';
import type { ActionContext, ChartAction } from './action.ts';

const nodeOf = ({ graph, parties }: ActionContext) => graph.nodes.find(({ id }) => id === parties[0]);

/** 查看疑点: the findings about the party. */
export default {
  id: 'findings',
  label: (context) => context.t('deeds.findings', { count: nodeOf(context)?.findings ?? 0 }),
  group: 'open',
  order: 3,
  on: ['party'],
  possible: (context) => context.parties.length === 1 && (nodeOf(context)?.findings ?? 0) > 0,
  run: ({ parties }) => go('findings', { party: parties[0]! }),
} satisfies ChartAction;
