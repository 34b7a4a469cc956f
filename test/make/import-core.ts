import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import type { JobContext, JobDefinition } from '../../electron/core/job.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { type CoreContext, type RequestHandler, Stop } from '../../electron/core/request.ts';
import { type CoreShell, Tickets } from '../../electron/core/shell.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Ask, type RequestName, requests } from '../../shared/protocol/requests.ts';
import { caseInMemory } from '../case-in-memory.ts';

const handlers = Object.values(
  import.meta.glob<RequestHandler>('../../electron/core/import/*.request.ts', { eager: true, import: 'default' }),
);
const jobs = Object.values(
  import.meta.glob<JobDefinition>('../../electron/core/import/*.job.ts', { eager: true, import: 'default' }),
);

export interface ImportCore {
  readonly store: Store;
  /** What jobs wrote to their targets. */
  readonly written: Map<string, Uint8Array>;
  /** Set to make the running job stop at its next chance. */
  cancelled: boolean;
  give(path: string, bytes: Uint8Array): string;
  target(name: string, purpose: string): string;
  ask<N extends RequestName>(name: N, ask: Ask<N>): Promise<Reply<Answer<N>>>;
}

/** The requests and jobs of the import over a case in memory, asks and answers checked as in the core; jobs run in this thread. */
export function importCore(store: Store = caseInMemory()): ImportCore {
  const tickets = new Tickets();
  const now = () => new Date('2026-01-05T02:00:00Z');
  const openCase = { store, caseId: 'test', folder: '', key: Buffer.alloc(32), actor: '测试员' };
  let next = 1;
  const core: ImportCore = {
    store,
    written: new Map(),
    cancelled: false,
    give(path, bytes) {
      const id = `t${next++}`;
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      tickets.add({
        id,
        purpose: 'import',
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
    cancelJob: () => false,
    changed: () => undefined,
    async runJob(name, payload, files = []) {
      const job = jobs.find((each) => each.name === name);
      if (!job) throw new Error(`no job ${name}`);
      const host: JobContext = {
        openCase,
        files,
        threads: 'inline',
        now,
        progress: () => undefined,
        checkCancelled: () => {
          if (core.cancelled) throw new Stop({ code: 'job.cancelled' });
        },
        afterRecordsChanged: () => {
          resolveParties(store, now().toISOString());
          drawLinks(store);
        },
        write: (target, bytes) => core.written.set(target.name, bytes),
        makeSummary: () => Promise.reject(new Error('not part of this test')),
      };
      try {
        return (await job.run(payload as never, host)) as never;
      } catch (thrown) {
        if (thrown instanceof Stop) return failed(thrown.problem.code, thrown.problem) as never;
        throw thrown;
      }
    },
  };
  return core;
}
