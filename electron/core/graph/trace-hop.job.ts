import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer, Asked } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { Stop } from '../request.ts';
import { hopRows } from './trace/hop-rows.ts';
import { readTrace } from './trace/read-trace.ts';

declare module '../job.ts' {
  interface Jobs {
    'trace.hop': { payload: Asked<'trace.hop'>; result: Answer<'trace.hop'> };
  }
}

export default defineJob('trace.hop', ({ side, layer, payer, payee, offset, limit, ...ask }, job) => {
  const { store } = job.openCase;
  const { ledger, traced } = readTrace(store, ask, job);
  const found = traced.find(({ direction }) => direction === side);
  if (!found) throw new Stop({ code: 'request.malformed', params: { name: 'trace.hop', why: `side ${side}` } });
  return ok(hopRows(store, ledger, found, { layer, payer, payee }, { offset, limit }));
});
