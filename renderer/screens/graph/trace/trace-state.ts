import type { Ask } from '../../../../shared/protocol/requests.ts';
import { useApp } from '../../../app/store.ts';
import { did } from '../graph-store.ts';

/** A trace that is shown instead of the chart. */
export type TraceAsk = Ask<'trace.run'>;

const KEY = 'graph.trace';
const shownNow = (): TraceAsk | null => (useApp.getState().kept[KEY] as TraceAsk | undefined) ?? null;
/** Shows a trace, in the place of the chart and of the table, or what is behind it, without a step of its own. */
export function showTrace(ask: TraceAsk | null): void {
  const { keep } = useApp.getState();
  keep(KEY, ask);
  if (ask) keep('graph.view', 'chart');
}

/** The trace on screen, if any; it stays while one looks at a source and comes back. */
export const useTrace = (): TraceAsk | null => useApp((app) => (app.kept[KEY] as TraceAsk | undefined) ?? null);

/** Draws a trace, or closes it (null): one step that can be taken back, the chart behind it stays as it is. */
export function drawTrace(ask: TraceAsk | null): void {
  const before = shownNow();
  if (before === ask) return;
  showTrace(ask);
  did({
    name: ask ? 'trace' : 'traceClosed',
    count: 0,
    undo: () => showTrace(before),
    redo: () => showTrace(ask),
  });
}
