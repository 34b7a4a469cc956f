import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { writeNote } from '../store/party-notes.ts';

/** Writes a note on a party. */
export default answerInCase('party.note-write', ({ party, text }, core) => {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const note = store.transaction(() => {
    const card = partyCard(store, party);
    const written = writeNote(store, card, { text, at: at.toISOString(), actor });
    writeJournal(store, { actor, at, action: 'note.written', params: { note: written, name: card.name, text } });
    return written;
  });
  core.changed('graph', 'journal');
  return ok({ note });
});
