import { statSync } from 'node:fs';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { JobContext } from '../job.ts';
import { openTicket } from '../open-ticket.ts';
import type { Store } from '../store/connect.ts';
import { keptTemplates } from '../store/import-templates.ts';
import { type FileOfTicket, nothingRead, Parser } from './parse-thread.ts';
import type { FileToImport } from './plan-file.ts';
import { readByTemplate } from './read-by-template.ts';

/** The files of a job, read one by one, and how far it is in rows over all of them. Close it when done. */
export class FilesOfJob {
  readonly #job: JobContext;
  readonly #asked: AskedOfFiles;
  readonly #parser: Parser;
  readonly #sizes: readonly number[];
  #next = 0;
  /** rows and bytes of the files read so far, rows of those before the last */
  #rows = 0;
  #bytes = 0;
  #before = 0;
  /** the ticket whose files come now: an archive has many */
  #open: AsyncGenerator<FileOfTicket> | undefined;
  #isLast = true;

  constructor(job: JobContext, asked: AskedOfFiles) {
    this.#job = job;
    this.#asked = asked;
    this.#parser = new Parser(job.threads);
    this.#sizes = job.files.map(sizeOf);
  }

  /** Position in the request of the file given last. */
  get position(): number {
    return this.#next - 1;
  }

  /** Whether the file given last was the last of its ticket. */
  get isLast(): boolean {
    return this.#isLast;
  }

  /** The next file, or undefined after the last. A file that cannot be opened says why, like one that cannot be read. */
  async next(): Promise<FileToImport | undefined> {
    this.#job.checkCancelled();
    this.#open ??= this.#nextTicket();
    const given = await this.#open?.next();
    if (!given || given.done) return undefined;
    const { file, isLast } = given.value;
    this.#isLast = isLast;
    if (isLast) {
      this.#open = undefined;
      this.#bytes += this.#sizes[this.position] ?? 0;
      // the last file is read: its rows are written without the reader's memory beside them
      if (this.#next === this.#job.files.length) await this.#parser.close();
    }
    this.#before = this.#rows;
    if (file.workbook.ok) for (const { length } of file.workbook.value.sheets) this.#rows += length;
    return file;
  }

  #nextTicket(): AsyncGenerator<FileOfTicket> | undefined {
    const ticket = this.#job.files[this.#next];
    if (!ticket) return undefined;
    this.#next++;
    // how long reading takes counts as time of the rows: one speed and one time left for the whole way
    if (this.#bytes === 0) this.#job.progress('import.read', this.position, this.#job.files.length, this.#place);
    else this.#tell(this.#rows, this.position);
    return readTicket(this.#parser, ticket, this.#asked, this.#job.openCase.store);
  }

  /** So many rows of the present file are through. Throws once the person has cancelled, waits while they hold the job. */
  tick(rows: number): void {
    this.#job.checkCancelled();
    this.#tell(this.#before + rows, this.#next);
  }

  /** `unread`: position of the first file of which nothing is read. */
  #tell(rows: number, unread: number): void {
    const ahead = this.#sizes.slice(unread).reduce((sum, size) => sum + size, 0);
    const expected = this.#bytes === 0 ? 0 : Math.round((this.#rows / this.#bytes) * ahead);
    this.#job.progress('import.rows', rows, this.#rows + expected, this.#place);
  }

  get #place() {
    const { files } = this.#job;
    return { name: files[this.position]?.name ?? '', n: this.#next, of: files.length };
  }

  close(): Promise<void> {
    return this.#parser.close();
  }
}

/** What a person said of files: how they are written, and what their sheets are. */
export interface AskedOfFiles {
  readonly wishes: readonly FileWish[];
  readonly answers: readonly SheetAnswer[];
}

/**
 * The file of a ticket, or the files in it, read in the parser's thread, as the person wished or as an import template of the case knows it. One that
 * cannot be opened is like one that cannot be read.
 */
export async function* readTicket(
  parser: Parser,
  ticket: TicketContent,
  { wishes, answers }: AskedOfFiles,
  store: Store,
): AsyncGenerator<FileOfTicket> {
  const { name } = ticket;
  const folder = ticket.direction === 'read' ? ticket.folder : '';
  const opened = openTicket(ticket);
  if (!opened.ok) {
    yield { file: nothingRead(name, folder, opened.problem), isLast: true };
    return;
  }
  const own = wishes.filter((wish) => wish.ticket === undefined || wish.ticket === ticket.id);
  const passwords = Object.fromEntries(own.flatMap(({ file, password }) => (password ? [[file, password]] : [])));
  const said = (of: string) => own.findLast(({ file }) => file === of);
  // what is wished of all files goes for those of an archive too, whose names nobody may know
  const wishFor = (of: string) => ({ ...said('*'), ...said(of), ...(of === name && { passwords }) });
  for await (const { file, isLast } of parser.readAll(name, folder, opened.value, wishFor)) {
    const templates = keptTemplates(store).map(({ template }) => template);
    yield { file: await readByTemplate(parser, file, wishFor(file.name), templates, answers), isLast };
  }
}

function sizeOf(ticket: TicketContent): number {
  if (ticket.direction !== 'read') return 0;
  return 'bytes' in ticket ? ticket.bytes.length : (statSync(ticket.path, { throwIfNoEntry: false })?.size ?? 0);
}
