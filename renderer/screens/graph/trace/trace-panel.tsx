import type { ActionContext, ActionPanel } from '../actions/action.ts';
import { TraceDialog } from './trace-dialog.tsx';
import type { TraceAsk } from './trace-state.ts';

/** What a trace would start from: what was pointed to or selected, parties before links. */
export function seedsOf({
  parties,
  links,
  graph,
}: Pick<ActionContext, 'parties' | 'links' | 'graph'>): TraceAsk['seeds'] {
  if (parties.length > 0) return { parties: [...parties] };
  const chosen = graph.links.filter((link) => link.kind === 'payment' && links.includes(link.id));
  return { pairs: chosen.map(({ source, target }) => ({ payer: source, payee: target })) };
}

/** The dialog of 资金追踪 about what was pointed to, one way or both. */
export const tracePanel = (direction: 'down' | 'up' | 'both') =>
  function TracePanel({ context, close }: ActionPanel) {
    return (
      <TraceDialog
        start={{ seeds: seedsOf(context), direction, layers: 3, stops: ['normal'], method: 'fifo' }}
        name={(party) => context.graph.nodes.find((node) => node.id === party)?.name ?? String(party)}
        close={close}
      />
    );
  };
