import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { copyIdOf } from '../store/meta.ts';
import { highWater } from './high-water.ts';
import { verifyJournal } from './verify-journal.ts';

/** `bad` holds `code:entry`, e.g. `entry-changed:17`; the words of the codes are `journalFlaws` in shared/text. */
export default answerInCase('journal.verify', (_ask, { shell, openCase }) => {
  const mark = highWater(shell.profile, copyIdOf(openCase.store));
  const { entries, head, flaws } = verifyJournal(openCase.store, mark ? [mark] : []);
  return ok({ ok: flaws.length === 0, entries, head, bad: flaws.map(({ code, seq }) => `${code}:${seq}`) });
});
