import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';

/** The journal's half of copying: what kind and how many characters, never the text. The shell asks this first, then puts the text on the clipboard. */
export default answerInCase('shell.copy', ({ what, text }, core) => {
  const { store, actor } = core.openCase;
  writeJournal(store, { actor, at: core.shell.now(), action: 'copy', params: { what, letters: [...text].length } });
  core.changed('journal');
  return ok({ copied: true });
});
