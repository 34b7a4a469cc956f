import { totalmem } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileNote } from '../../../shared/protocol/import.requests.ts';
import type { Problem, Read } from '../../../shared/protocol/problem.ts';
import { type Digests, digestsOf, type PackedFile, packFile } from '../store/write-evidence.ts';
import type { FileToImport } from './plan-file.ts';
import {
  type FileHead,
  type Member,
  type RowChunk,
  type SheetFoot,
  type SheetHead,
  WorkbookBuilder,
} from './read/grid.ts';
import { finished, type ReadWish, readWorkbookInto } from './read/read-workbook.ts';

export interface ToParser {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly wish: ReadWish;
}
export type FromParser =
  | { readonly id: number; readonly type: 'file'; readonly head: FileHead }
  | { readonly id: number; readonly type: 'sheet'; readonly head: SheetHead }
  | { readonly id: number; readonly type: 'rows'; readonly chunk: RowChunk }
  | { readonly id: number; readonly type: 'end-sheet'; readonly foot: SheetFoot }
  | { readonly id: number; readonly type: 'forget-sheet' }
  | { readonly id: number; readonly type: 'note'; readonly note: FileNote }
  | { readonly id: number; readonly type: 'member'; readonly member: Member }
  | { readonly id: number; readonly type: 'digests'; readonly digests: Digests }
  | { readonly id: number; readonly type: 'done'; readonly outcome: Read<null>; readonly packed: PackedFile };

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

/** One file of those that a ticket stands for: an archive has many. */
export interface FileOfTicket {
  readonly file: FileToImport;
  readonly isLast: boolean;
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

  /** The bytes go over to the thread. Never throws for what a file holds: `workbook` is then a Problem (those of readWorkbook, file.too-slow, file.too-large). */
  async read(name: string, folder: string, bytes: Uint8Array<ArrayBuffer>, wish?: ReadWish): Promise<FileToImport> {
    return (await this.#take(name, folder, bytes, wish)).file;
  }

  /** The same; an archive gives the files in it, each with the archive it came from, and a Problem for each that is not read. */
  async *readAll(
    name: string,
    folder: string,
    bytes: Uint8Array<ArrayBuffer>,
    wishFor: (name: string) => ReadWish | undefined,
  ): AsyncGenerator<FileOfTicket> {
    const { file, members } = await this.#take(name, folder, bytes, wishFor(name));
    if (members.length === 0) {
      yield { file, isLast: true };
      return;
    }
    const container = { name, sha256: file.sha256 };
    for (const [i, member] of members.entries()) {
      const isLast = i === members.length - 1;
      const place = folder === '' ? member.folder : `${folder}/${member.folder}`;
      const read = member.content.ok
        ? await this.read(member.name, place, member.content.value, wishFor(member.name))
        : nothingRead(member.name, place, member.content.problem);
      yield { file: { ...read, container }, isLast };
    }
  }

  async #take(
    name: string,
    folder: string,
    bytes: Uint8Array<ArrayBuffer>,
    wish: ReadWish = {},
  ): Promise<{ file: FileToImport; members: readonly Member[] }> {
    const builder = new WorkbookBuilder();
    if (this.#threads === 'inline') {
      const outcome = await readWorkbookInto(builder, bytes, name, wish);
      const workbook = outcome.ok ? finished(builder, name) : outcome;
      const file = { name, folder, packed: packFile(bytes), ...(await digestsOf(bytes)), workbook };
      return { file, members: builder.members };
    }
    // a small file stands in memory that others use
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    const size = bytes.length;
    const seconds = this.#limits.seconds ?? patience(bytes.length);
    return new Promise((resolve) => {
      const id = this.#next++;
      const worker = this.#worker ?? this.#start();
      // until the thread has said so, what it is about to read has no name but its file's
      let digests: Digests = { sha256: '', sm3: '' };
      const finish = (file: FileToImport) => {
        clearTimeout(timer);
        // these two only: without any listener Node lets go of the thread's port and the next file is never heard of
        worker.off('message', onMessage);
        worker.off('error', onError);
        resolve({ file, members: builder.members });
      };
      const abort = (problem: Problem) => {
        this.#worker = undefined;
        void worker.terminate();
        finish({ ...nothingRead(name, folder, problem), packed: { bytes: size, chunks: [] }, ...digests });
      };
      const timer = setTimeout(() => abort({ code: 'file.too-slow', params: { file: name, seconds } }), seconds * 1000);
      const onMessage = (message: FromParser) => {
        if (message.id !== id) return;
        if (message.type === 'file') builder.file(message.head);
        else if (message.type === 'sheet') builder.sheet(message.head);
        else if (message.type === 'rows') builder.rows(message.chunk);
        else if (message.type === 'end-sheet') builder.endSheet(message.foot);
        else if (message.type === 'forget-sheet') builder.forgetSheet();
        else if (message.type === 'note') builder.note(message.note);
        else if (message.type === 'member') builder.member(message.member);
        else if (message.type === 'digests') digests = message.digests;
        else {
          const { outcome, packed } = message;
          finish({ name, folder, packed, ...digests, workbook: outcome.ok ? finished(builder, name) : outcome });
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
      worker.postMessage({ id, name, bytes: own, wish } satisfies ToParser, [own.buffer]);
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

/** A file of which there are no bytes to keep: it is in the report with what stood in the way. */
export const nothingRead = (name: string, folder: string, problem: Problem): FileToImport => ({
  name,
  folder,
  packed: { bytes: 0, chunks: [] },
  sha256: '',
  sm3: '',
  workbook: { ok: false, problem },
});
