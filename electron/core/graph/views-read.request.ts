import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { foundAgain, readView, viewHead } from '../store/graph-views.ts';

/** A view as it is opened: everybody in it, and who of them is still in the case. */
export default answerInCase('graph.views-read', ({ view }, { openCase: { store } }) => {
  const head = viewHead(store, view);
  if (!head) return failed('view.not-found', { params: { view } });
  const { state, texts, parties } = readView(store, view);
  const now = foundAgain(store, view);
  const { name, note, changedAt } = head;
  return ok({
    view,
    name,
    note,
    changedAt,
    state,
    texts: [...texts],
    parties: parties.map(({ drawnAs: _, ...party }) => ({ ...party, now: now.get(party.saved) ?? null })),
  });
});
