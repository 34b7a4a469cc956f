import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { discardQueue } from '../store/import-queue.ts';

export default answerInCase('import.queue-discard', ({ id }, core) => {
  const { store } = core.openCase;
  return ok({ discarded: store.transaction(() => discardQueue(store, id)) });
});
