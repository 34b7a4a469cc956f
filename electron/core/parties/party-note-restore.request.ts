import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnNote } from './turn-note.ts';

export default answerInCase('party.note-restore', ({ note }, core) => {
  turnNote(core, note, 'note.restored', (before) => before);
  return ok({ note });
});
