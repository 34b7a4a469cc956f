import { useApp } from '../../app/store.ts';
import { did } from './graph-store.ts';

/** Changes what is looked at (filters, a period) as a step that can be taken back. Folding a pane is none. */
export function changeKept<T extends object>(key: string, before: T, after: T, name: 'filter' | 'period'): void {
  const { keep } = useApp.getState();
  keep(key, after);
  const said = (value: T) => JSON.stringify({ ...value, folded: undefined });
  if (said(before) === said(after)) return;
  // where the panes stand is left as it is when the step is taken back
  const set = (value: T) => () => keep(key, { ...value, ...folding(key) });
  did({ name, count: 0, joins: key, undo: set(before), redo: set(after) });
}

function folding(key: string): { folded?: unknown } {
  const now = useApp.getState().kept[key];
  return now !== null && typeof now === 'object' && 'folded' in now ? { folded: now.folded } : {};
}
