import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { viewHead, writeView } from '../store/graph-views.ts';
import { partyCard } from '../store/party-cards.ts';
import { linksInSight } from './links-in-sight.ts';

/** Keeps a picture of the chart with the figures its links have now, so that it can be said later what changed. */
export default answerInCase('graph.views-save', ({ view, name, note, parties, state, texts }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  if (view !== undefined && !viewHead(store, view)) return failed('view.not-found', { params: { view } });
  const id = store.transaction(() => {
    const shown = parties.map((party) => {
      const { name: called, drawnAs } = partyCard(store, party.id);
      return { ...party, saved: party.id, name: called, drawnAs };
    });
    const links = linksInSight(store, parties, state);
    const head = { view, name, note, at: at.toISOString(), actor };
    const saved = writeView(store, head, { state, texts, parties: shown, links });
    writeJournal(store, {
      actor,
      at,
      action: view === undefined ? 'view.saved' : 'view.changed',
      params: { view: saved, name, parties: parties.length, links: links.length },
    });
    return saved;
  });
  core.changed('graph', 'journal');
  return ok({ view: id, at: at.toISOString() });
});
