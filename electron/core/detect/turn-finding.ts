import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { CaseContext } from '../request.ts';
import { handNote, turnFinding } from '../store/findings-by-hand.ts';
import { readFinding } from '../store/read-findings.ts';

/** Takes a finding made by hand back (`removed`) or brings it back, with an entry in the journal. What somebody has decided about is not taken back. */
export function turnHandFinding(
  core: CaseContext,
  id: number,
  removed: boolean,
): Reply<{ id: number; number: string }> {
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const reply = store.transaction(() => {
    const finding = readFinding(store, id);
    const { number } = finding;
    const note = handNote(store, id);
    if (!note) return failed('finding.not-by-hand', { params: { number } });
    if (removed && finding.status !== 'open') return failed('finding.decided', { params: { number } });
    if ((note.removed !== null) === removed) return ok({ id, number });
    turnFinding(store, finding, removed, { at: at.toISOString(), actor });
    const title = finding.params.title?.value ?? '';
    const action = removed ? 'finding.removed' : 'finding.restored';
    writeJournal(store, { actor, at, action, params: { number, title } });
    return ok({ id, number });
  });
  if (reply.ok) core.changed('findings', 'journal');
  return reply;
}
