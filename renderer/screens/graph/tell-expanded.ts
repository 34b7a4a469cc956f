import type { useWords } from '../../app/words.ts';
import type { Expanded } from './graph-store.ts';

interface Talk extends Pick<ReturnType<typeof useWords>, 't'> {
  say(text: string): void;
}

/** A party with more neighbours than this is a hub: a bank, a platform, a tax office. */
const HUB = 200;

/** Says what an expansion brought, and what is not shown yet. */
export function tellExpanded(done: Expanded | undefined, { t, say }: Talk): void {
  if (!done) return;
  if (done.added === 0) say(t('graph.allShown', { name: done.name }));
  else if (done.total > HUB && done.left > 0) say(t('graph.hub', { ...done }));
  else if (done.left > 0) say(t('graph.expanded', { ...done }));
}

export function tellCollapsed(count: number, { t, say }: Talk): void {
  say(count === 0 ? t('deeds.nothingToCollapse') : t('deeds.collapsed', { count }));
}
