import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { relax } from './routes/relax.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.path-relax': { payload: Asked<'graph.path-relax'>; result: Answer<'graph.path-relax'> };
  }
}

export default defineJob('graph.path-relax', (ask, job) => ok(relax(job.openCase.store, ask, job.checkCancelled)));
