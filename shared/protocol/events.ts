import type { CaseInfo } from './case.requests.ts';
import type { Problem, Reply } from './problem.ts';

/** How far a job is; total 0 = not known yet. `file`: which file of the request it works at, by its name alone. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly file: { readonly name: string; readonly n: number; readonly of: number } | null;
}

/** What of a case changed; `templates`: which import templates there are, and with them what files are taken for. */
export type Changed = 'case' | 'imports' | 'templates' | 'parties' | 'graph' | 'findings' | 'journal';

/** What the core tells without being asked. Events announce, they never steer. */
export type CoreEvent =
  /** a job moved on; `left`: seconds to the end of this step, null = cannot be said; `paused`: it stands still until job.resume */
  | ({ event: 'progress'; job: string; perSecond: number | null; left: number | null; paused: boolean } & Progress)
  | { event: 'job-ended'; job: string; problem: Problem | null }
  /** figures on screen may be out of date */
  | { event: 'changed'; what: readonly Changed[] }
  | { event: 'case'; case: CaseInfo | null };

/**
 * A file handed to the core by its shell: a path of this machine, or bytes that never touched the disk. `seen`: size and time of the file at
 * the path when a person last looked at what is in it.
 */
export type TicketContent =
  | { id: string; purpose: string; direction: 'read'; name: string; folder: string; path: string; seen?: string }
  | { id: string; purpose: string; direction: 'read'; name: string; folder: string; bytes: Uint8Array }
  | { id: string; purpose: string; direction: 'write'; name: string; path: string }
  | { id: string; purpose: string; direction: 'write'; name: string };

/** Messages to the core's process. `ask` is checked against the request's shape on arrival. */
export type ToCore =
  | { type: 'ask'; id: number; name: string; ask: unknown }
  | { type: 'ticket'; ticket: TicketContent }
  | { type: 'close' };

/** Messages from the core's process. `written` hands over the bytes of a target that has no path (loopback page). */
export type FromCore =
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'event'; event: CoreEvent }
  | { type: 'written'; ticket: string; name: string; bytes: Uint8Array }
  | { type: 'closed' };

/** What a window sees, whichever shell carries it. */
export interface Bridge {
  readonly shell: 'electron' | 'loopback';
  request(name: string, ask: unknown): Promise<Reply<unknown>>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
}
