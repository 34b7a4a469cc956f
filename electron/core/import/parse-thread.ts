import { totalmem } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, type Problem, type Read } from '../../../shared/protocol/problem.ts';
import { type Digests, digestsOf } from '../store/write-evidence.ts';
import type { FileToImport } from './import-files.ts';
import { type FileHead, type RowChunk, type SheetHead, WorkbookBuilder } from './read/grid.ts';
import { readWorkbook } from './read/read-workbook.ts';

export interface ToParser {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
export type FromParser =
  | { readonly id: number; readonly type: 'file'; readonly head: FileHead }
  | { readonly id: number; readonly type: 'sheet'; readonly head: SheetHead }
  | { readonly id: number; readonly type: 'rows'; readonly chunk: RowChunk }
  | {
      readonly id: number;
      readonly type: 'done';
      readonly outcome: Read<null>;
      readonly digests: Digests;
    };

/** A workbook of a million rows needs 2.5 GB while SheetJS holds it; more than 60 % of the machine is refused. */
const memoryLimit = Math.min(4096, Math.round((totalmem() / 2 ** 20) * 0.6));
/** Measured on two slow cores: 1.5 s for each MiB of a packed workbook. Four times that, and two minutes for whatever else the machine does. */
const patience = (bytes: number): number => 120 + Math.ceil(bytes / 2 ** 20) * 6;

/** What tests set; the product takes the defaults. */
export interface ParserLimits {
  readonly seconds?: number;
  /** the built parse.worker.js, where this file does not stand beside it */
  readonly program?: string;
}

/** Takes files apart, in a thread that can be killed or (in tests from source) here. Close it when the last file is read. */
export class Parser {
  readonly #threads: 'workers' | 'inline';
  readonly #limits: ParserLimits;
  #worker: Worker | undefined;
  #next = 1;

  constructor(threads: 'workers' | 'inline', limits: ParserLimits = {}) {
    this.#threads = threads;
    this.#limits = limits;
  }

  /** Never throws for what a file holds: `workbook` is then a Problem (those of readWorkbook, file.too-slow, file.too-large). */
  async read(name: string, folder: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileToImport> {
    if (this.#threads === 'inline') {
      return { name, folder, bytes, ...(await digestsOf(bytes)), workbook: await readWorkbook(bytes, name) };
    }
    // the bytes stay here as evidence; the thread works on a copy, which may die with it
    const copy = bytes.slice();
    const seconds = this.#limits.seconds ?? patience(bytes.length);
    const builder = new WorkbookBuilder();
    return new Promise((resolve) => {
      const id = this.#next++;
      const worker = this.#worker ?? this.#start();
      const finish = (file: FileToImport) => {
        clearTimeout(timer);
        // these two only: without any listener Node lets go of the thread's port and the next file is never heard of
        worker.off('message', onMessage);
        worker.off('error', onError);
        resolve(file);
      };
      const abort = (problem: Problem) => {
        this.#worker = undefined;
        void worker.terminate();
        void digestsOf(bytes).then((digests) =>
          finish({ name, folder, bytes, ...digests, workbook: { ok: false, problem } }),
        );
      };
      const timer = setTimeout(() => abort({ code: 'file.too-slow', params: { file: name, seconds } }), seconds * 1000);
      const onMessage = (message: FromParser) => {
        if (message.id !== id) return;
        if (message.type === 'file') builder.file(message.head);
        else if (message.type === 'sheet') builder.sheet(message.head);
        else if (message.type === 'rows') builder.rows(message.chunk);
        else {
          const { outcome, digests } = message;
          finish({
            name,
            folder,
            bytes,
            ...digests,
            workbook: outcome.ok ? ok(builder.finish()) : outcome,
          });
        }
      };
      const onError = (error: Error & { code?: string }) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
        const limit = `${memoryLimit} MiB`;
        abort(
          isMemory
            ? { code: 'file.too-large', params: { file: name, limit } }
            : { code: 'file.damaged', params: { file: name } },
        );
      };
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.postMessage({ id, name, bytes: copy } satisfies ToParser, [copy.buffer]);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#limits.program ?? join(import.meta.dirname, 'parse.worker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
      env: {},
      // SheetJS prints pieces of odd files: nothing of the evidence may reach a terminal or a log
      stdout: true,
      stderr: true,
    });
    // between two files nobody else listens, and an error without a listener would end this process
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    return worker;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
