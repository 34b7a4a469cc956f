import type { TicketContent } from '../../../shared/protocol/events.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { JobContext } from '../job.ts';
import { longTransaction } from '../store/long-transaction.ts';
import { type FileToImport, Importer, type ImportOutcome } from './import-files.ts';
import { openTicket } from './open-ticket.ts';
import { Parser } from './parse-thread.ts';

/** Files are read in groups of about this many bytes, so that a folder of many files never stands in memory as a whole. */
const groupBytes = 96 * 2 ** 20;

/**
 * Reads the files of a job and imports them in one transaction. `finish` runs inside it at the end, with what was imported, and says
 * whether to keep it; a cancelled, failed or killed job leaves nothing.
 */
export async function runImport<T>(
  job: JobContext,
  answers: readonly SheetAnswer[],
  finish: (outcome: ImportOutcome, at: Date) => { value: T; keep: boolean },
): Promise<T> {
  const { store, actor } = job.openCase;
  const at = job.now();
  const parser = new Parser(job.threads);
  try {
    let waiting = await readGroup(job, parser, 0);
    return await longTransaction(store, async () => {
      const importer = new Importer(store, {
        answers,
        actor,
        at,
        progress: (done, total) => job.progress('import.rows', done, total),
        checkCancelled: () => job.checkCancelled(),
      });
      while (waiting.files.length > 0) {
        importer.take(waiting.files);
        waiting = await readGroup(job, parser, waiting.next);
      }
      return finish(importer.finish(), at);
    });
  } finally {
    await parser.close();
  }
}

/** The next files, up to the size of a group and at least one. */
async function readGroup(
  job: JobContext,
  parser: Parser,
  from: number,
): Promise<{ files: FileToImport[]; next: number }> {
  const files: FileToImport[] = [];
  let bytes = 0;
  let next = from;
  while (next < job.files.length && bytes < groupBytes) {
    job.checkCancelled();
    job.progress('import.read', next, job.files.length);
    const file = await readTicket(parser, job.files[next] as TicketContent);
    bytes += file.bytes.length;
    files.push(file);
    next++;
  }
  return { files, next };
}

/** A file that cannot be opened is in the report like one that cannot be read. */
export async function readTicket(parser: Parser, ticket: TicketContent): Promise<FileToImport> {
  const { name } = ticket;
  const folder = ticket.direction === 'read' ? ticket.folder : '';
  const opened = openTicket(ticket);
  if (opened.ok) return parser.read(name, folder, opened.value);
  return { name, folder, bytes: new Uint8Array(), sha256: '', sm3: '', workbook: opened };
}
