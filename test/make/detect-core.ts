import type { JobDefinition } from '../../electron/core/job.ts';
import { type RequestHandler, Stop } from '../../electron/core/request.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { testShell } from '../test-shell.ts';
import { coreOf } from './core-context.ts';

const handlers = Object.values(
  import.meta.glob<RequestHandler>('../../electron/core/detect/*.request.ts', { eager: true, import: 'default' }),
);
const jobs = Object.values(
  import.meta.glob<JobDefinition>('../../electron/core/detect/*.job.ts', { eager: true, import: 'default' }),
);

/** The requests about findings over a store, checked as in the core. `ask` answers, or gives the code of the Problem. */
export function detectCore(store: Store, actor = '测试员', profile = '') {
  const core = coreOf(testShell({ folder: profile }), handlers, jobs);
  core.context.setCase({ store, caseId: 'test', folder: '', key: Buffer.alloc(32), actor });
  return {
    changes: core.changes,
    written: core.written,
    tickets: core.context.tickets,
    async ask<N extends RequestName>(name: N, question: Ask<N>): Promise<Answer<N>> {
      const reply = await core.ask(name, question);
      if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}`);
      return reply.value;
    },
    async refused<N extends RequestName>(name: N, question: Ask<N>): Promise<string> {
      try {
        const reply = await core.ask(name, question);
        return reply.ok ? 'answered' : reply.problem.code;
      } catch (thrown) {
        if (thrown instanceof Stop) return thrown.problem.code;
        throw thrown;
      }
    },
  };
}
