import type { Progress, TicketContent } from '../../shared/protocol/events.ts';
import { failed, type Reply } from '../../shared/protocol/problem.ts';
import { type Answer, type Ask, isRequestName, type RequestName, requests } from '../../shared/protocol/requests.ts';
import { asProblem } from './fault.ts';
import { JobThread } from './job-thread.ts';
import { raiseHighWater } from './journal/high-water.ts';
import { makeNamesReady } from './parties/find/name-index.ts';
import { ProgressMeter } from './progress-meter.ts';
import type { CoreContext, RequestHandler } from './request.ts';
import { runJobHere } from './run-job.ts';
import { type CoreShell, Tickets } from './shell.ts';
import type { OpenCase } from './store/open-case.ts';
import { type Holder, inTurn } from './turns.ts';

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
  let meter = new ProgressMeter('');

  const progress = (moved: Progress) => shell.emit(meter.moved(moved));

  const holder: Holder = {
    moves: () => running !== undefined && thread !== undefined && !meter.isHeld,
    waiting: (change) => thread?.waiting(change),
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
      if (next && hasWindow(shell)) makeNamesReady(next.store, shell.log);
    },
    async runJob(name, payload, jobFiles = []) {
      const current = openCase;
      if (running) return failed('job.running', { params: { job: running } });
      running = name;
      meter = new ProgressMeter(name);
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
          current?.store.db.pragma('busy_timeout=20'); // this thread answers meanwhile and waits in `inTurn`
          reply = await thread.run({ name, payload, files: jobFiles });
        }
        if (current?.store.db.open) raiseHighWater(shell.profile, current);
        if (current && hasWindow(shell)) makeNamesReady(current.store, shell.log);
        shell.emit({ event: 'job-ended', job: name, problem: reply.ok ? null : reply.problem });
        return reply as never;
      } finally {
        if (current?.store.db.open) current.store.db.pragma('busy_timeout=5000');
        running = undefined;
      }
    },
    cancelJob() {
      if (!running || !thread) return false;
      thread.cancel();
      return true;
    },
    get runningJob() {
      return running;
    },
    pauseJob() {
      if (!running || !thread?.pause()) return false;
      shell.emit(meter.hold());
      return true;
    },
    resumeJob() {
      if (!running || !thread?.resume()) return false;
      shell.emit(meter.goOn());
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
      const reply = await inTurn(() => run(checked.data, context), holder);
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

/** Whether somebody may be about to type. */
const hasWindow = ({ kind }: CoreShell): boolean => kind === 'electron' || kind === 'loopback';

/** Outside the product an answer that breaks its own shape is a Fault, so that tests and development see it at once. */
function checkAnswer(name: RequestName, value: unknown): void {
  const checked = requests[name].answer.safeParse(value);
  if (checked.success) return;
  const { path, code } = checked.error.issues[0] ?? { path: [], code: '' };
  const error = new Error(`answer of ${name} at ${path.join('.')}: ${code}`);
  error.name = `MalformedAnswer(${name} ${path.join('.')} ${code})`;
  throw error;
}
