import type { Progress, TicketContent } from '../../shared/protocol/events.ts';
import type { Reply } from '../../shared/protocol/problem.ts';
import type { OpenCase } from './store/open-case.ts';
import type { Added } from './store/unjoined.ts';

/**
 * Work that takes longer than a blink: runs in the job thread with its own connection, reports progress, can be cancelled.
 * Each `*.job.ts` adds its name with payload and result to `Jobs` by declaration merging:
 *   declare module '../job.ts' { interface Jobs { 'import.write': { payload: …; result: … } } }
 */
export interface Jobs {
  /** Asked for when a case is opened, done by import/: the only job that one folder starts and another does. */
  'import.finish': { payload: Record<string, never>; result: null };
}
export type JobName = keyof Jobs & string;
export type JobPayload<N extends JobName> = Jobs[N] extends { payload: infer P } ? P : never;
export type JobResult<N extends JobName> = Jobs[N] extends { result: infer R } ? R : never;

export interface JobContext {
  /** the open case; a job run without one leaves with Problem `case.not-open` when it asks for it */
  readonly openCase: OpenCase;
  /** the files of the request, resolved from their tickets, in the order given */
  readonly files: readonly TicketContent[];
  /** 'workers' | 'inline': whether hostile input is parsed in a thread that can be killed */
  readonly threads: 'workers' | 'inline';
  now(): Date;
  /** Tells how far it is; at most a few times a second reach the screen. */
  progress(step: string, done: number, total: number, file?: Progress['file']): void;
  /** Faults that do not end the job go here, without evidence content. */
  log(line: string): void;
  /** Throws Stop(job.cancelled) once the person has cancelled, and waits while they hold the job; call it in every loop. */
  checkCancelled(): void;
  /** Lets writes of the screen that wait for this job go first; call it between two transactions. */
  giveWay(): void;
  /** Parties joined and links drawn anew after records changed; call it inside the job's transaction. `added`: where records only came in. */
  afterRecordsChanged(added?: Added): void;
  /** Writes decisions about parties and lets parties and links follow, touching only what they concern; call it inside the job's transaction. */
  deciding<T>(write: () => T): T;
  /** Writes the bytes of a finished output to its target: a path (atomically) or back through the shell. */
  write(target: TicketContent, bytes: Uint8Array, name?: string): void;
  /** The Excel case summary as bytes, for the sealed file that carries it. */
  makeSummary(options: {
    mask: 'internal' | 'partner' | 'public';
    lang: 'zh-CN' | 'en';
    purpose: string;
  }): Promise<Uint8Array>;
}

export interface JobDefinition {
  readonly name: string;
  readonly run: (payload: never, job: JobContext) => Promise<Reply<unknown>> | Reply<unknown>;
}

export function defineJob<N extends JobName>(
  name: N,
  run: (payload: JobPayload<N>, job: JobContext) => Promise<Reply<JobResult<N>>> | Reply<JobResult<N>>,
): JobDefinition {
  return { name, run };
}
