import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readQueue } from '../store/import-queue.ts';

/** While the import itself runs there is nothing to take up. */
export default answerInCase('import.queue', (_ask, core) =>
  ok({ queue: core.runningJob === 'import.write' ? null : readQueue(core.openCase.store) }),
);
