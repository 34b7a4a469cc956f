import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnNote } from './turn-note.ts';

export default answerInCase('party.note-remove', ({ note }, core) => {
  turnNote(core, note, 'note.removed', () => '');
  return ok({ note });
});
