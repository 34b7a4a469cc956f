import { client } from '../../client/client.ts';
import type { ActionContext } from './actions/action.ts';
import { mostNew } from './chart-room.ts';
import { expand } from './graph-store.ts';
import { tellExpanded } from './tell-expanded.ts';

/** More newcomers than this are asked about first. */
export const MANY = 200;

/** Asks before so many newcomers come onto the chart at once; true where they may. */
export async function mayAdd(count: number, name: string, { t, confirm }: Pick<ActionContext, 't' | 'confirm'>) {
  if (count <= MANY) return true;
  return confirm({
    title: t('deeds.expand.confirm', { count, name }),
    note: t('deeds.expand.confirmNote'),
    yes: t('graph.expandDo', { count }),
  });
}

/** Brings every neighbour of the party onto the chart, at most so many as it can take at once. */
export async function expandAll(context: ActionContext): Promise<void> {
  const { graph, parties } = context;
  const [party] = parties;
  if (party === undefined || !graph.chart) return;
  const { newTotal } = await client.request('graph.neighbours', { party, shown: graph.chart.parties, limit: 1 });
  const count = Math.min(newTotal, mostNew(graph.chart));
  if (!(await mayAdd(count, graph.chart.node(party)?.name ?? '', context))) return;
  tellExpanded(await expand(party, Math.max(1, count)), context);
}
