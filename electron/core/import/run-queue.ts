import type {
  BatchOrigin,
  FileReport,
  FileWish,
  ImportReport,
  SheetAnswer,
  SheetReport,
} from '../../../shared/protocol/import.requests.ts';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { asProblem } from '../fault.ts';
import type { JobContext } from '../job.ts';
import { beginQueue, discardQueue, settleInQueue } from '../store/import-queue.ts';
import { markUnjoined } from '../store/unjoined.ts';
import { finishImport } from './finish-import.ts';
import { type ImportedFile, importFile } from './import-file.ts';
import { journalImport } from './journal-import.ts';
import type { FileToImport } from './plan-file.ts';
import { FilesOfJob } from './read-tickets.ts';

export interface Queued {
  readonly answers: readonly SheetAnswer[];
  readonly wishes: readonly FileWish[];
  readonly obtained: BatchOrigin;
}

/**
 * Imports the files of a job one by one, each in a transaction of its own: evidence, rows, records and journal entry, or nothing. Parties
 * and links are made once, with the last file. When it stops early, what is in stays and the report says so; with nothing in, the reason
 * is thrown.
 */
export async function runQueue(job: JobContext, queued: Queued): Promise<ImportReport> {
  const queue = new ImportingQueue(job, queued);
  const files = new FilesOfJob(job, queued);
  let stopped: unknown;
  try {
    for (let file = await files.next(); file; file = await files.next()) {
      queue.write(file, files, (rows) => files.tick(rows));
    }
  } catch (thrown) {
    stopped = thrown;
  } finally {
    await files.close();
  }
  return queue.finish(stopped);
}

class ImportingQueue {
  readonly #job: JobContext;
  readonly #queued: Queued;
  readonly #at: Date;
  readonly #id: number;
  readonly #reports: FileReport[] = [];
  readonly #sheets = new Map<number, SheetReport>();
  #importFrom: number | undefined;
  /** files of the request that are through */
  #reached = 0;

  constructor(job: JobContext, queued: Queued) {
    this.#job = job;
    this.#queued = queued;
    this.#at = job.now();
    const { store, actor } = job.openCase;
    const files = job.files.map((ticket) => ({
      name: ticket.name,
      folder: ticket.direction === 'read' ? ticket.folder : '',
    }));
    this.#id = store.transaction(() => beginQueue(store, { ...queued, at: this.#at.toISOString(), actor, files }));
  }

  /** An archive is through when the last file in it is: what stops before is read again, and the files that are in are known. */
  write(
    file: FileToImport,
    { position, isLast }: { position: number; isLast: boolean },
    tick: (rows: number) => void,
  ): void {
    const { store, actor } = this.#job.openCase;
    const { answers, obtained } = this.#queued;
    const options = { answers, actor, at: this.#at, importFrom: this.#importFrom, tick };
    const imported = store.transaction(() => {
      const done = importFile(store, file, options);
      if (done.written) {
        markUnjoined(store, done.firstRow);
        journalImport(store, done, { obtained, actor, at: this.#at });
      }
      if (isLast) settleInQueue(store, this.#id, position, done.written?.batch ?? null);
      for (const [id, sheet] of done.sheets) this.#sheets.set(id, sheet);
      // with the last file everything is joined in one go: nobody sees its rows without their parties
      if (isLast && position === this.#job.files.length - 1) this.#join();
      return done;
    });
    this.#take(imported);
    if (isLast) this.#reached = position + 1;
    this.#job.giveWay();
  }

  #take({ report, written, firstRow }: ImportedFile): void {
    this.#reports.push(report);
    if (written) this.#importFrom ??= firstRow;
  }

  #join(): void {
    this.#job.progress('import.parties', 0, 0);
    finishImport(this.#job, this.#sheets);
  }

  finish(thrown: unknown): ImportReport {
    const { store } = this.#job.openCase;
    const forget = () => store.transaction(() => discardQueue(store, this.#id));
    if (thrown === undefined) {
      finishImport(this.#job, this.#sheets); // where the last file was not the end of its archive
      forget();
      return { files: this.#reports };
    }
    const done = this.#reports.filter(({ batch }) => batch !== null).length;
    if (done === 0) {
      this.#try(forget);
      throw thrown;
    }
    this.#try(() => this.#join());
    const total = this.#job.files.length;
    const problem = asProblem(thrown, 'import.write', this.#job.log);
    const stopped: Problem =
      problem.code === 'job.cancelled' ? { code: 'import.stopped', params: { done, total } } : problem;
    return { files: [...this.#reports, ...this.#notReached()], stopped };
  }

  /** Does what can still be done after something failed, which is what is told. The next open of the case joins what is left. */
  #try(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      asProblem(error, 'import.write', this.#job.log); // notes a fault
    }
  }

  #notReached(): FileReport[] {
    return this.#job.files.slice(this.#reached).map(({ name }) => ({
      file: name,
      folder: '',
      sha256: '',
      batch: null,
      sheets: [],
      notes: [],
      problems: [{ code: 'import.not-reached', at: { file: name } }],
    }));
  }
}
