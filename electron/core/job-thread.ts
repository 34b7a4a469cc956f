import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Progress, TicketContent } from '../../shared/protocol/events.ts';
import type { Reply } from '../../shared/protocol/problem.ts';
import type { OpenCase } from './store/open-case.ts';

/** What a job thread is started with; `openCase` null for work on sealed files without a case. The key arrives in a buffer of its own. */
export interface JobThreadStart {
  readonly openCase: { file: string; key: Uint8Array; caseId: string; folder: string; actor: string } | null;
  readonly control: SharedArrayBuffer;
}

/** What the first number of `control` says to the job; the second counts the writes of the screen that wait for it. */
export const jobControl = { go: 0, cancel: 1, hold: 2 } as const;

export interface ToJobThread {
  readonly name: string;
  readonly payload: unknown;
  readonly files: readonly TicketContent[];
}
export type FromJobThread =
  | { type: 'reply'; reply: Reply<unknown> }
  | { type: 'progress'; progress: Progress }
  | { type: 'written'; ticket: string; name: string; bytes: Uint8Array }
  | { type: 'log'; line: string };

interface Listener {
  progress(progress: Progress): void;
  written(ticket: string, name: string, bytes: Uint8Array): void;
  log(line: string): void;
}

/** A second thread: a connection of its own to the open case (if any), one job at a time. Ended at lock and close. */
export class JobThread {
  readonly #worker: Worker;
  readonly #buffer = new SharedArrayBuffer(8);
  readonly #control = new Int32Array(this.#buffer);
  #answer: ((reply: Reply<unknown>) => void) | undefined;

  constructor(openCase: OpenCase | null, listener: Listener) {
    const key = openCase ? Uint8Array.from(openCase.key) : new Uint8Array(0);
    const start: JobThreadStart = {
      openCase: openCase && {
        file: openCase.store.db.name,
        key,
        caseId: openCase.caseId,
        folder: openCase.folder,
        actor: openCase.actor,
      },
      control: this.#buffer,
    };
    const worker = join(import.meta.dirname, 'jobs.worker.js');
    this.#worker = new Worker(worker, { workerData: start, transferList: [key.buffer as ArrayBuffer] });
    this.#worker.on('message', (message: FromJobThread) => {
      if (message.type === 'progress') listener.progress(message.progress);
      else if (message.type === 'written') listener.written(message.ticket, message.name, message.bytes);
      else if (message.type === 'log') listener.log(message.line);
      else this.#finish(message.reply);
    });
    const died = (why: string) => {
      listener.log(`job thread ended: ${why}`);
      this.#finish({ ok: false, problem: { code: 'fault', params: { ref: 'job-thread' } } });
    };
    this.#worker.on('error', (error) => died(error instanceof Error ? error.name : 'error'));
    this.#worker.on('exit', (code) => {
      if (this.#answer) died(`exit ${code}`);
    });
  }

  run(task: ToJobThread): Promise<Reply<unknown>> {
    Atomics.store(this.#control, 0, jobControl.go);
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#worker.postMessage(task);
    });
  }

  cancel(): void {
    Atomics.store(this.#control, 0, jobControl.cancel);
    Atomics.notify(this.#control, 0);
  }

  /** Holds the job at its next look; false where it is being cancelled. */
  pause(): boolean {
    return Atomics.compareExchange(this.#control, 0, jobControl.go, jobControl.hold) !== jobControl.cancel;
  }

  /** false: it was not held */
  resume(): boolean {
    const held = Atomics.compareExchange(this.#control, 0, jobControl.hold, jobControl.go) === jobControl.hold;
    Atomics.notify(this.#control, 0);
    return held;
  }

  /** One write of the screen more or less waits for the job to let go of the store. */
  waiting(change: 1 | -1): void {
    Atomics.add(this.#control, 1, change);
    Atomics.notify(this.#control, 1);
  }

  /** Ends the thread; a job in it is rolled back by SQLite when its connection dies. */
  async end(): Promise<void> {
    this.#finish({ ok: false, problem: { code: 'job.cancelled' } });
    await this.#worker.terminate();
  }

  #finish(reply: Reply<unknown>): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(reply);
  }
}
