import { randomUUID } from 'node:crypto';
import type { FileReport, ImportReport, SheetAnswer, SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { Problem, Read } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { pairMirrors, pairReversals } from '../store/pair-bookings.ts';
import { withoutIndexes } from '../store/without-indexes.ts';
import { type Digests, writeEvidence } from '../store/write-evidence.ts';
import { ImportWriter, indexesToSetAside } from '../store/write-import.ts';
import { answerFor } from './answers.ts';
import { Duplicates } from './find-duplicates.ts';
import { type ImportedSheet, importSheet } from './import-sheet.ts';
import type { Workbook } from './read/grid.ts';
import { type Recognised, recogniseSheet } from './recognise-sheet.ts';

/** One file, read: its bytes, what they are, and its sheets or why it has none. */
export interface FileToImport extends Digests {
  readonly name: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly workbook: Read<Workbook>;
}

export interface ImportOptions {
  readonly answers: readonly SheetAnswer[];
  readonly actor: string;
  readonly at: Date;
  /** how far it is, in rows over all files read so far */
  progress(done: number, total: number): void;
  /** throws once the person has cancelled */
  checkCancelled(): void;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  /** one for each file that was written */
  readonly batches: ReadonlyArray<{ readonly batch: number; readonly uid: string; readonly file: FileReport }>;
}

/** Imports files that have been read, inside the transaction of the caller: all of them are written, or nothing. */
export function importFiles(store: Store, files: readonly FileToImport[], options: ImportOptions): ImportOutcome {
  const importer = new Importer(store, options);
  importer.take(files);
  return importer.finish();
}

/**
 * Imports file after file inside one transaction of the caller. A file or sheet that cannot be imported is a Problem in the report;
 * the others are imported. Call `finish` once: it pairs transfers and reversals over everything that came in.
 */
export class Importer {
  readonly #store: Store;
  readonly #options: ImportOptions;
  readonly #writer: ImportWriter;
  readonly #duplicates: Duplicates;
  readonly #reports: FileReport[] = [];
  readonly #batches: Array<ImportOutcome['batches'][number]> = [];
  readonly #sheets = new Map<number, ImportedSheet>();
  readonly #taken = new Set<string>();
  #done = 0;
  #known = 0;

  constructor(store: Store, options: ImportOptions) {
    this.#store = store;
    this.#options = options;
    this.#writer = new ImportWriter(store);
    this.#duplicates = new Duplicates(store, this.#writer.firstRow);
  }

  take(files: readonly FileToImport[]): void {
    const planned = files.map((file) => plan(this.#store, file, this.#options.answers));
    const rows = planned.reduce(
      (sum, file) => sum + file.sheets.reduce((count, { grid }) => count + grid.length, 0),
      0,
    );
    this.#known += rows;
    const write = () => {
      for (const file of planned) this.#file(file);
    };
    // making an index anew sorts it in one go; worth it where most of the case is new
    if (rows > 10_000 && rows > this.#writer.rowsBefore)
      withoutIndexes(
        this.#store,
        this.#writer.firstRow === 1 ? [...indexesToSetAside, 'row_same'] : indexesToSetAside,
        write,
      );
    else write();
  }

  #file({ file, sheets, problems }: Plan): void {
    const report: FileReport = { file: file.name, sha256: file.sha256, batch: null, sheets: [], problems };
    this.#reports.push(report);
    if (sheets.length === 0) return;
    const { actor } = this.#options;
    const at = this.#options.at.toISOString();
    if (this.#taken.has(file.sha256)) {
      problems.push(alreadyImported(file, at, '—'));
      return;
    }
    this.#taken.add(file.sha256);
    const taken = { ...file, uid: randomUUID(), takenAt: at, takenBy: actor };
    const evidence = writeEvidence(this.#store, file.bytes, taken);
    const uid = randomUUID();
    const batch = this.#writer.batch({ uid, evidence, at, actor });
    report.batch = batch;
    for (const each of sheets) report.sheets.push(this.#sheet(each, file, batch, at.slice(0, 10)));
    this.#batches.push({ batch, uid, file: report });
  }

  #sheet(planned: Plan['sheets'][number], file: FileToImport, batch: number, today: string): SheetReport {
    const { grid, workbook } = planned;
    const unnamed = `${file.name}${workbook.sheets.length > 1 ? ` ${grid.name}` : ''}#${file.sha256.slice(0, 8)}`;
    const tick = (rows: number) => {
      this.#options.checkCancelled();
      this.#options.progress(this.#done + rows, this.#known);
    };
    const imported = importSheet({ ...planned, batch, today, unnamed }, this.#writer, this.#duplicates, tick);
    this.#done += grid.length;
    this.#sheets.set(imported.id, imported);
    return imported.report;
  }

  finish(): ImportOutcome {
    if (this.#sheets.size > 0) {
      this.#options.checkCancelled();
      pairReversals(this.#store, this.#writer.firstRow);
      countMirrored(this.#store, pairMirrors(this.#store, this.#writer.firstRow), this.#sheets);
    }
    return { report: { files: this.#reports }, batches: this.#batches };
  }
}

interface Plan {
  readonly file: FileToImport;
  readonly sheets: ReadonlyArray<{
    readonly grid: Workbook['sheets'][number];
    readonly workbook: Workbook;
    readonly recognised: Recognised;
    readonly sheet: NonNullable<Recognised['sheet']>;
    readonly answer: SheetAnswer | undefined;
  }>;
  readonly problems: Problem[];
}

/** What of a file can be imported, and what stands in the way of the rest. */
function plan(store: Store, file: FileToImport, answers: readonly SheetAnswer[]): Plan {
  if (!file.workbook.ok) return { file, sheets: [], problems: [at(file.workbook.problem, file)] };
  const known = importedBefore(store, file.sha256);
  if (known) return { file, sheets: [], problems: [alreadyImported(file, known.at, String(known.batch))] };
  const workbook = file.workbook.value;
  const problems: Problem[] = [];
  const sheets: Array<Plan['sheets'][number]> = [];
  for (const grid of workbook.sheets) {
    if (grid.length === 0) continue;
    const answer = answerFor(answers, file.name, grid.name);
    const ownName = workbook.format === 'csv' ? null : grid.name;
    const recognised = recogniseSheet(grid, { sheet: ownName, file: file.name, folder: file.folder }, answer);
    problems.push(...recognised.problems.map((problem) => at(problem, file)));
    const { sheet } = recognised;
    if (sheet && !recognised.skip) sheets.push({ grid, workbook, recognised, sheet, answer });
  }
  if (sheets.length === 0 && problems.length === 0)
    problems.push({ code: 'file.empty', at: { file: file.name }, params: { file: file.name } });
  return { file, sheets, problems };
}

const at = (problem: Problem, file: FileToImport): Problem => ({ ...problem, at: { file: file.name, ...problem.at } });

/** The batch that holds this very file, if it was imported and not taken back. */
export function importedBefore(store: Store, sha256: string): { batch: number; at: string } | undefined {
  return store.db
    .prepare<[string], { batch: number; at: string }>(
      "select b.id as batch, b.at as at from batch b join evidence e on e.id = b.evidence where e.sha256 = ? and b.state = 'written' limit 1",
    )
    .get(sha256);
}

const alreadyImported = (file: FileToImport, when: string, batch: string): Problem => ({
  code: 'file.already-imported',
  at: { file: file.name },
  params: { file: file.name, at: when.slice(0, 10), batch },
});

/** Both lines of a transfer count in their own sheets, also in sheets of earlier imports. */
function countMirrored(store: Store, rows: readonly number[], written: ReadonlyMap<number, ImportedSheet>): void {
  const sheetOf = store.db.prepare<[number], number>('select sheet from row where id = ?').pluck();
  const counts = new Map<number, number>();
  for (const row of rows) {
    const sheet = sheetOf.get(row);
    if (sheet !== undefined) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  }
  const add = store.db.prepare('update sheet set rows_mirrored = rows_mirrored + ? where id = ?');
  for (const [sheet, count] of counts) {
    add.run(count, sheet);
    const report = written.get(sheet)?.report;
    if (report) report.rows.mirrored += count;
  }
}
