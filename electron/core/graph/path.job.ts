import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { answerPaths } from './routes/answer-paths.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.path': { payload: Asked<'graph.path'>; result: Answer<'graph.path'> };
  }
}

export default defineJob('graph.path', (ask, job) => ok(answerPaths(job.openCase.store, ask, job.checkCancelled)));
