import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { readTrace } from './trace/read-trace.ts';
import { tellTrace } from './trace/tell-trace.ts';

declare module '../job.ts' {
  interface Jobs {
    'trace.run': { payload: Asked<'trace.run'>; result: Answer<'trace.run'> };
  }
}

export default defineJob('trace.run', ({ perLayer, ...ask }, job) => {
  const { store } = job.openCase;
  const { ledger, traced } = readTrace(store, ask, job);
  return ok(tellTrace(store, ledger, traced, perLayer));
});
