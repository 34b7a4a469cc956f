import type { JobContext, JobDefinition } from '../../electron/core/job.ts';
import type { CoreContext, RequestHandler } from '../../electron/core/request.ts';
import { type CoreShell, Tickets } from '../../electron/core/shell.ts';
import type { OpenCase } from '../../electron/core/store/open-case.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Ask, type RequestName, requests } from '../../shared/protocol/requests.ts';

export interface TestCore {
  readonly context: CoreContext;
  readonly changes: string[];
  /** what jobs wrote, by the id of its ticket */
  readonly written: Map<string, Uint8Array>;
  readonly ask: <N extends RequestName>(name: N, ask: Ask<N>) => Promise<Reply<Answer<N>>>;
}

/**
 * The handlers of one feature behind the same checks as in the core: the shape of the ask, an open case, the shape of the answer.
 * Jobs run at once, in this thread.
 */
export function coreOf(
  shell: CoreShell,
  handlers: readonly RequestHandler[],
  jobs: readonly JobDefinition[] = [],
): TestCore {
  let openCase: OpenCase | null = null;
  const changes: string[] = [];
  const written = new Map<string, Uint8Array>();
  const context: CoreContext = {
    shell,
    tickets: new Tickets(),
    get openCase() {
      return openCase;
    },
    setCase(next) {
      openCase = next;
    },
    async runJob(name, payload, files = []) {
      const job = jobs.find((each) => each.name === name);
      if (!job || !openCase) return failed('case.not-open');
      const unused = () => {
        throw new Error('not part of this test');
      };
      const host: JobContext = {
        openCase,
        files,
        threads: 'inline',
        now: shell.now,
        log: () => undefined,
        giveWay: () => undefined,
        progress: () => undefined,
        checkCancelled: () => undefined,
        afterRecordsChanged: unused,
        deciding: unused,
        write: (target, bytes) => void written.set(target.id, bytes),
        makeSummary: unused,
      };
      return (await job.run(payload as never, host)) as never;
    },
    runningJob: undefined,
    cancelJob: () => false,
    pauseJob: () => false,
    resumeJob: () => false,
    changed: (...what) => changes.push(...what),
  };
  return {
    context,
    changes,
    written,
    async ask(name, ask) {
      const handler = handlers.find((each) => each.name === name);
      if (!handler) throw new Error(`no handler for ${name}`);
      if (handler.needsCase && !openCase) return failed('case.not-open');
      const reply = await handler.run(requests[name].ask.parse(ask) as never, context as never);
      if (reply.ok) requests[name].answer.parse(reply.value);
      return reply as never;
    },
  };
}
