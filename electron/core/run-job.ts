import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Progress, TicketContent } from '../../shared/protocol/events.ts';
import type { Reply } from '../../shared/protocol/problem.ts';
import { carryOut, followRecords } from './carry-out.ts';
import { summaryWorkbook } from './export/summary-workbook.ts';
import { asProblem } from './fault.ts';
import type { JobContext, JobDefinition } from './job.ts';
import { Stop } from './request.ts';
import type { OpenCase } from './store/open-case.ts';

const files = import.meta.glob<JobDefinition>('./*/*.job.ts', { eager: true, import: 'default' });
const jobs = new Map(Object.values(files).map((job) => [job.name, job]));

/** What a job thread needs from whoever started it. */
export interface JobHost {
  /** null in the thread for work that needs no case (sealed files) */
  readonly openCase: OpenCase | null;
  readonly threads: JobContext['threads'];
  now(): Date;
  progress(progress: Progress): void;
  cancelled(): boolean;
  /** lets waiting writes of the screen go first; nothing where there is no other thread */
  giveWay?(): void;
  written(ticket: string, name: string, bytes: Uint8Array): void;
  log(line: string): void;
}

/** Runs one job in this thread and always answers with a Reply. */
export async function runJobHere(
  name: string,
  payload: unknown,
  tickets: readonly TicketContent[],
  host: JobHost,
): Promise<Reply<unknown>> {
  const job = jobs.get(name);
  if (!job) return { ok: false, problem: { code: 'request.unknown', params: { name } } };
  const theCase = () => {
    if (!host.openCase) throw new Stop({ code: 'case.not-open' });
    return host.openCase;
  };
  const context: JobContext = {
    get openCase() {
      return theCase();
    },
    files: tickets,
    threads: host.threads,
    now: host.now,
    log: host.log,
    progress: (step, done, total, file = null) => host.progress({ step, done, total, file }),
    checkCancelled: () => {
      if (host.cancelled()) throw new Stop({ code: 'job.cancelled' });
    },
    giveWay: () => host.giveWay?.(),
    afterRecordsChanged: (added) => followRecords(theCase().store, host.now().toISOString(), added),
    deciding: (write) => carryOut(theCase().store, host.now().toISOString(), write),
    write: (target, bytes, as) => writeTarget(target, bytes, as ?? target.name, host),
    makeSummary: (options) => summaryWorkbook(theCase(), { ...options, at: host.now() }),
  };
  try {
    return await (job.run as (payload: unknown, context: JobContext) => Promise<Reply<unknown>>)(payload, context);
  } catch (thrown) {
    return { ok: false, problem: asProblem(thrown, name, host.log) };
  }
}

/** Writes an output whole or not at all. `name` may add a suffix beside the chosen file (NAME.qyseal.sig). */
function writeTarget(target: TicketContent, bytes: Uint8Array, name: string, host: JobHost): void {
  if (!('path' in target)) {
    host.written(target.id, name, bytes);
    return;
  }
  const path = name === target.name ? target.path : target.path + name.slice(target.name.length);
  const part = `${path}.part`;
  try {
    const file = openSync(part, 'w', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'I/O';
    throw new Stop({ code: 'target.not-writable', params: { file: name, why } }, { cause: error });
  }
}
