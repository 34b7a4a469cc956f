import { carryOut, followRecords } from '../../electron/core/carry-out.ts';
import type { JobContext, JobDefinition } from '../../electron/core/job.ts';
import { type CoreContext, type RequestHandler, Stop } from '../../electron/core/request.ts';
import { type CoreShell, Tickets } from '../../electron/core/shell.ts';
import { isDiskFull, type Store } from '../../electron/core/store/connect.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Ask, type RequestName, requests } from '../../shared/protocol/requests.ts';
import { caseInMemory } from '../case-in-memory.ts';

const handlers = Object.values(
  import.meta.glob<RequestHandler>('../../electron/core/{import,parties}/*.request.ts', {
    eager: true,
    import: 'default',
  }),
);
const jobs = Object.values(
  import.meta.glob<JobDefinition>('../../electron/core/{import,parties}/*.job.ts', { eager: true, import: 'default' }),
);

export interface ImportCore {
  readonly store: Store;
  /** What jobs wrote to their targets. */
  readonly written: Map<string, Uint8Array>;
  /** Set to make the running job stop at its next chance. */
  cancelled: boolean;
  /** Set to let the joining of what was imported fail, as if the program had died before it. */
  failsToJoin: boolean;
  /** Called with the number of the file at which the running job is; 0: at none. */
  watch(file: number): void;
  /** Runs a job of the import that no request starts by itself. */
  finish(): Promise<Reply<unknown>>;
  give(path: string, bytes: Uint8Array, purpose?: string): string;
  target(name: string, purpose: string): string;
  ask<N extends RequestName>(name: N, ask: Ask<N>): Promise<Reply<Answer<N>>>;
}

/** The requests and jobs of import and parties over a case in memory, asks and answers checked as in the core; jobs run in this thread. */
export function importCore(store: Store = caseInMemory()): ImportCore {
  const tickets = new Tickets();
  const now = () => new Date('2026-01-05T02:00:00Z');
  const openCase = { store, caseId: 'test', folder: '', key: Buffer.alloc(32), actor: '测试员' };
  let next = 1;
  const core: ImportCore = {
    store,
    written: new Map(),
    cancelled: false,
    failsToJoin: false,
    watch: () => undefined,
    finish: () => context.runJob('import.finish', {}),
    give(path, bytes, purpose = 'import') {
      const id = `t${next++}`;
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      tickets.add({
        id,
        purpose,
        direction: 'read',
        name: path.slice(folder === '' ? 0 : folder.length + 1),
        folder,
        bytes,
      });
      return id;
    },
    target(name, purpose) {
      const id = `t${next++}`;
      tickets.add({ id, purpose, direction: 'write', name });
      return id;
    },
    async ask(name, ask) {
      const handler = handlers.find((each) => each.name === name);
      if (!handler) throw new Error(`no handler for ${name}`);
      const reply = await handler.run(requests[name].ask.parse(ask) as never, context as never);
      if (reply.ok) requests[name].answer.parse(reply.value);
      return reply as never;
    },
  };
  const shell: CoreShell = {
    kind: 'test',
    profile: '',
    cases: '',
    sample: '',
    threads: 'inline',
    now,
    emit: () => undefined,
    written: () => undefined,
    log: () => undefined,
  };
  const context: CoreContext = {
    shell,
    tickets,
    openCase,
    setCase: () => undefined,
    runningJob: undefined,
    cancelJob: () => false,
    pauseJob: () => false,
    resumeJob: () => false,
    changed: () => undefined,
    async runJob(name, payload, files = []) {
      const job = jobs.find((each) => each.name === name);
      if (!job) throw new Error(`no job ${name}`);
      const host: JobContext = {
        openCase,
        files,
        threads: 'inline',
        now,
        log: () => undefined,
        giveWay: () => undefined,
        progress: (_step, _done, _total, file) => core.watch(file?.n ?? 0),
        checkCancelled: () => {
          if (core.cancelled) throw new Stop({ code: 'job.cancelled' });
        },
        deciding: (write) => carryOut(store, now().toISOString(), write),
        afterRecordsChanged: (added) => {
          if (core.failsToJoin) throw new Error('the machine died here');
          followRecords(store, now().toISOString(), added);
        },
        write: (target, bytes) => core.written.set(target.name, bytes),
        makeSummary: () => Promise.reject(new Error('not part of this test')),
      };
      try {
        return (await job.run(payload as never, host)) as never;
      } catch (thrown) {
        if (thrown instanceof Stop) return failed(thrown.problem.code, thrown.problem) as never;
        if (isDiskFull(thrown)) return failed('disk.full') as never;
        throw thrown;
      }
    },
  };
  return core;
}
