import type { TicketContent } from '../../shared/protocol/events.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Ask, isRequestName, type RequestName, requests } from '../../shared/protocol/requests.ts';
import { asProblem } from './fault.ts';
import { JobThread } from './job-thread.ts';
import { raiseHighWater } from './journal/high-water.ts';
import type { CoreContext, RequestHandler } from './request.ts';
import { runJobHere } from './run-job.ts';
import { type CoreShell, Tickets } from './shell.ts';
import type { OpenCase } from './store/open-case.ts';

/** The list of everything that can be asked: one `*.request.ts` each, found by its folder. */
const files = import.meta.glob<RequestHandler>('./*/*.request.ts', { eager: true, import: 'default' });
const handlers = new Map(Object.values(files).map((handler) => [handler.name, handler]));

/** The application without a window. */
export interface Core {
  /** Answers one request; never throws. The ask is checked against its shape first. */
  request(name: string, ask: unknown): Promise<Reply<unknown>>;
  /** The same for callers that know the request by its type. */
  ask<N extends RequestName>(name: N, ask: Ask<N>): Promise<Reply<Answer<N>>>;
  ticket(ticket: TicketContent): void;
  /** Closes the open case, if any; after this the process may end. */
  close(): Promise<void>;
}

export function startCore(shell: CoreShell): Core {
  const tickets = new Tickets();
  let openCase: OpenCase | null = null;
  let thread: JobThread | undefined;
  let running: string | undefined;
  let jobStarted = 0;

  const progress = (step: string, done: number, total: number) => {
    const seconds = (performance.now() - jobStarted) / 1000;
    const perSecond = seconds > 0.5 && done > 0 ? Math.round(done / seconds) : null;
    shell.emit({ event: 'progress', job: running ?? '', step, done, total, perSecond });
  };

  const context: CoreContext = {
    shell,
    tickets,
    get openCase() {
      return openCase;
    },
    setCase(next) {
      if (next !== openCase) {
        void thread?.end();
        thread = undefined;
        running = undefined;
        if (next === null) tickets.clear();
      }
      openCase = next;
    },
    async runJob(name, payload, jobFiles = []) {
      const current = openCase;
      if (running) return failed('job.running', { params: { job: running } });
      running = name;
      jobStarted = performance.now();
      const listener = { progress, written: shell.written, log: shell.log };
      try {
        let reply: Reply<unknown>;
        if (shell.threads === 'inline') {
          reply = await runJobHere(name, payload, jobFiles, {
            openCase: current,
            threads: 'inline',
            now: shell.now,
            cancelled: () => false,
            ...listener,
          });
        } else {
          thread ??= new JobThread(current, listener);
          reply = await thread.run({ name, payload, files: jobFiles });
        }
        if (current?.store.db.open) raiseHighWater(shell.profile, current);
        shell.emit({ event: 'job-ended', job: name, problem: reply.ok ? null : reply.problem });
        return reply as never;
      } finally {
        running = undefined;
      }
    },
    cancelJob() {
      if (!running || !thread) return false;
      thread.cancel();
      return true;
    },
    changed(...what) {
      shell.emit({ event: 'changed', what });
    },
  };

  async function request(name: string, ask: unknown): Promise<Reply<unknown>> {
    if (!isRequestName(name)) return failed('request.unknown', { params: { name: name.slice(0, 80) } });
    const handler = handlers.get(name);
    if (!handler) return failed('request.unknown', { params: { name } });
    const checked = requests[name].ask.safeParse(ask);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      const why = `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim();
      return failed('request.malformed', { params: { name, why } });
    }
    if (handler.needsCase && !openCase) return failed('case.not-open');
    try {
      const run = handler.run as (ask: unknown, core: CoreContext) => Promise<Reply<unknown>>;
      const reply = await run(checked.data, context);
      if (reply.ok && shell.kind !== 'electron') checkAnswer(name, reply.value);
      return reply;
    } catch (thrown) {
      return { ok: false, problem: asProblem(thrown, name, shell.log) };
    }
  }

  return {
    request,
    ask: (name, ask) => request(name, ask) as Promise<Reply<never>>,
    ticket: (ticket) => tickets.add(ticket),
    async close() {
      if (openCase) await request('case.lock', {});
      await thread?.end();
    },
  };
}

/** Outside the product an answer that breaks its own shape is a Fault, so that tests and development see it at once. */
function checkAnswer(name: RequestName, value: unknown): void {
  const checked = requests[name].answer.safeParse(value);
  if (checked.success) return;
  const { path, code } = checked.error.issues[0] ?? { path: [], code: '' };
  const error = new Error(`answer of ${name} at ${path.join('.')}: ${code}`);
  error.name = `MalformedAnswer(${name} ${path.join('.')} ${code})`;
  throw error;
}
