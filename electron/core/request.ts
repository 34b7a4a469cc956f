import type { Changed, TicketContent } from '../../shared/protocol/events.ts';
import type { Problem, Reply } from '../../shared/protocol/problem.ts';
import type { Answer, Asked, RequestName } from '../../shared/protocol/requests.ts';
import type { JobName, JobPayload, JobResult } from './job.ts';
import type { CoreShell, Tickets } from './shell.ts';
import type { OpenCase } from './store/open-case.ts';

/** What every handler may use. */
export interface CoreContext {
  readonly shell: CoreShell;
  readonly tickets: Tickets;
  /** The open case, or null while none is open. `case/` sets it through `setCase`. */
  readonly openCase: OpenCase | null;
  setCase(openCase: OpenCase | null): void;
  /** Runs a job in the job thread of the open case (or in one without a case); a second job while one runs is Problem `job.running`. */
  runJob<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    files?: readonly TicketContent[],
  ): Promise<Reply<JobResult<N>>>;
  /** the job under way, if any */
  readonly runningJob: string | undefined;
  cancelJob(): boolean;
  pauseJob(): boolean;
  resumeJob(): boolean;
  changed(...what: Changed[]): void;
}

export interface CaseContext extends CoreContext {
  readonly openCase: OpenCase;
}

type MaybePromise<T> = T | Promise<T>;

export interface RequestHandler {
  readonly name: RequestName;
  readonly needsCase: boolean;
  readonly run: (ask: never, core: never) => MaybePromise<Reply<unknown>>;
}

/** A request that can be answered whether or not a case is open. */
export function answer<N extends RequestName>(
  name: N,
  run: (ask: Asked<N>, core: CoreContext) => MaybePromise<Reply<Answer<N>>>,
): RequestHandler {
  return { name, needsCase: false, run };
}

/** A request about the open case; without one the router answers Problem `case.not-open`. */
export function answerInCase<N extends RequestName>(
  name: N,
  run: (ask: Asked<N>, core: CaseContext) => MaybePromise<Reply<Answer<N>>>,
): RequestHandler {
  return { name, needsCase: true, run };
}

/** Thrown to leave a transaction with a Problem: the router and the job thread turn it into a failed Reply. Not a Fault. */
export class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}
