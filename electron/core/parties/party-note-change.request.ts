import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { turnNote } from './turn-note.ts';

export default answerInCase('party.note-change', ({ note, text }, core) => {
  turnNote(core, note, 'note.changed', () => text);
  return ok({ note });
});
