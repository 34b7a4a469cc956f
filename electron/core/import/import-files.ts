import type { FileReport, ImportReport, SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { Store } from '../store/connect.ts';
import type { Added } from '../store/unjoined.ts';
import { type FileOptions, importFile } from './import-file.ts';
import { pairImported } from './pair-imported.ts';
import type { FileToImport } from './plan-file.ts';

export interface ImportOutcome {
  readonly report: ImportReport;
  /** one for each file that was written */
  readonly batches: ReadonlyArray<{ readonly batch: number; readonly uid: string; readonly file: FileReport }>;
  /** what parties and links have to follow; undefined: nothing was written */
  readonly added: Added | undefined;
}

/**
 * Imports files that have been read, inside the transaction of the caller: all of them are written, or nothing. A file or sheet that cannot be imported
 * is a Problem in the report; the others are imported. Parties are not joined yet.
 */
export function importFiles(
  store: Store,
  files: readonly FileToImport[],
  options: Omit<FileOptions, 'tick'>,
): ImportOutcome {
  const importing = new ImportingFiles(store, { ...options, tick: () => undefined });
  for (const file of files) importing.take(file);
  return importing.finish();
}

/** The same for files that are read one by one meanwhile. */
export class ImportingFiles {
  readonly #store: Store;
  readonly #options: FileOptions;
  readonly #reports: FileReport[] = [];
  readonly #batches: Array<ImportOutcome['batches'][number]> = [];
  readonly #sheets = new Map<number, SheetReport>();
  #firstRow: number | undefined;

  constructor(store: Store, options: FileOptions) {
    this.#store = store;
    this.#options = options;
  }

  take(file: FileToImport): void {
    const { report, written, firstRow, sheets } = importFile(this.#store, file, {
      ...this.#options,
      importFrom: this.#firstRow,
    });
    this.#reports.push(report);
    if (!written) return;
    this.#firstRow ??= firstRow;
    this.#batches.push({ ...written, file: report });
    for (const [id, sheet] of sheets) this.#sheets.set(id, sheet);
  }

  finish(): ImportOutcome {
    const from = this.#firstRow;
    const added = from === undefined ? undefined : { from, turned: pairImported(this.#store, from, this.#sheets) };
    return { report: { files: this.#reports }, batches: this.#batches, added };
  }
}
