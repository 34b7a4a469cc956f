import type { JournalAction } from '../../../shared/text/zh-CN/journal.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { type CaseContext, Stop } from '../request.ts';
import { changeView, type ViewHead, viewHead } from '../store/graph-views.ts';

/** Changes what is said of a view and writes it to the journal. Leaves with Problem view.not-found. */
export function turnView(
  core: CaseContext,
  view: number,
  action: Extract<JournalAction, `view.${string}`>,
  change: Partial<Pick<ViewHead, 'name' | 'note' | 'reported' | 'removed'>>,
): void {
  const { store, actor } = core.openCase;
  store.transaction(() => {
    const now = viewHead(store, view);
    if (!now) throw new Stop({ code: 'view.not-found', params: { view } });
    changeView(store, view, { ...now, ...change });
    const params = { view, before: now.name, name: change.name ?? now.name };
    writeJournal(store, { actor, at: core.shell.now(), action, params });
  });
  core.changed('graph', 'journal');
}
