import connectJob from '../../electron/core/graph/connect.job.ts';
import cyclesJob from '../../electron/core/graph/cycles.job.ts';
import linkCellsJob from '../../electron/core/graph/link-cells.job.ts';
import pathJob from '../../electron/core/graph/path.job.ts';
import pathRelaxJob from '../../electron/core/graph/path-relax.job.ts';
import traceRunJob from '../../electron/core/graph/trace-run.job.ts';
import type { JobDefinition } from '../../electron/core/job.ts';
import type { RequestHandler } from '../../electron/core/request.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { type Answer, type Ask, type RequestName, requests } from '../../shared/protocol/requests.ts';

/** Jobs that a request of these tests may start; they run at once, in the same thread. */
const jobs = new Map(
  [connectJob, cyclesJob, linkCellsJob, pathJob, pathRelaxJob, traceRunJob].map((job: JobDefinition) => [
    job.name,
    job.run,
  ]),
);

/** Asks one handler about a store as the core does: the ask is parsed first, the answer must have its shape. Throws the Problem's code. */
export async function ask<N extends RequestName>(
  handler: RequestHandler,
  name: N,
  store: Store,
  question: Ask<N>,
): Promise<Answer<N>> {
  if (handler.name !== name) throw new Error(`${handler.name} does not answer ${name}`);
  const run = handler.run as (
    ask: unknown,
    core: unknown,
  ) => Promise<{ ok: boolean; value?: unknown; problem?: { code: string } }>;
  const reply = await run(requests[name].ask.parse(question), {
    openCase: { store, actor: '测试员' },
    changed: () => undefined,
    runJob: (job: string, payload: unknown) => {
      const run = jobs.get(job) as ((payload: unknown, job: unknown) => unknown) | undefined;
      return run?.(payload, { openCase: { store }, checkCancelled: () => undefined, progress: () => undefined });
    },
    shell: { now: () => new Date('2026-01-05T02:00:00Z') },
  });
  if (!reply.ok) throw new Error(reply.problem?.code);
  return requests[name].answer.parse(reply.value) as Answer<N>;
}
