import { ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { changeTrace, writeTrace } from '../store/saved-traces.ts';

/** Keeps a trace: its conditions and what it comes to now; the report follows the money again, so that its figures are those of its day. */
export default answerInCase('trace.save', async ({ question, name, note, report }, core) => {
  const reply = await core.runJob('trace.run', { ...question, perLayer: 1 });
  if (!reply.ok) return reply;
  const { sides } = reply.value;
  const { store, actor } = core.openCase;
  const at = core.shell.now();
  const seedFen = sides.reduce((sum, side) => sum + side.seedFen, 0);
  const reachedFen = sides.reduce((sum, { layers }) => sum + (layers.findLast(({ fen }) => fen > 0)?.fen ?? 0), 0);
  const trace = store.transaction(() => {
    const saved = writeTrace(store, question, { name, note, seedFen, reachedFen, at: at.toISOString(), actor });
    writeJournal(store, { actor, at, action: 'trace.saved', params: { trace: saved, name } });
    if (report) {
      changeTrace(store, saved, { reported: true, removed: false });
      writeJournal(store, { actor, at, action: 'trace.reported', params: { trace: saved, name } });
    }
    return saved;
  });
  core.changed('graph', 'journal');
  return ok({ trace });
});
