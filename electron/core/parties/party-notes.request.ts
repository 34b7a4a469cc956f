import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { notesOf } from '../store/party-notes.ts';

/** 备注 of a party. */
export default answerInCase('party.notes', ({ id }, { openCase: { store } }) => {
  const notes = notesOf(store, partyCard(store, id).id);
  return ok({ standing: notes.filter(({ text }) => text !== '').length, notes: [...notes] });
});
