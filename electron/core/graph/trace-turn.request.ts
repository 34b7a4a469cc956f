import { failed, ok } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { answerInCase } from '../request.ts';
import { changeTrace, traceHead } from '../store/saved-traces.ts';

const deeds = {
  report: { action: 'trace.reported', change: { reported: true } },
  unreport: { action: 'trace.unreported', change: { reported: false } },
  remove: { action: 'trace.removed', change: { removed: true } },
  restore: { action: 'trace.restored', change: { removed: false } },
} as const;

export default answerInCase('trace.turn', ({ trace, what }, core) => {
  const { store, actor } = core.openCase;
  const head = traceHead(store, trace);
  if (!head) return failed('trace.not-found', { params: { trace } });
  const { action, change } = deeds[what];
  store.transaction(() => {
    changeTrace(store, trace, { ...head, ...change });
    writeJournal(store, { actor, at: core.shell.now(), action, params: { trace, name: head.name } });
  });
  core.changed('graph', 'journal');
  return ok({ trace });
});
