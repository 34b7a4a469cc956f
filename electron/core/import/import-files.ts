import { randomUUID } from 'node:crypto';
import type { FileReport, ImportReport, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { Problem, Read } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { pairMirrors, pairReversals } from '../store/pair-bookings.ts';
import { type Digests, writeEvidence } from '../store/write-evidence.ts';
import { ImportWriter } from '../store/write-import.ts';
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
  /** how far it is, in rows over all files */
  progress(done: number, total: number): void;
  /** throws once the person has cancelled */
  checkCancelled(): void;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  /** one for each file that was written */
  readonly batches: ReadonlyArray<{ readonly batch: number; readonly uid: string; readonly file: FileReport }>;
}

/**
 * Imports files into the store, inside the transaction of the caller: all of them are written, or nothing. A file or sheet that cannot
 * be imported is a Problem in the report; the others are imported.
 */
export function importFiles(store: Store, files: readonly FileToImport[], options: ImportOptions): ImportOutcome {
  const writer = new ImportWriter(store);
  const duplicates = new Duplicates(store, writer.firstRow);
  const planned = files.map((file) => plan(store, file, options.answers));
  const total = planned.reduce((sum, file) => sum + file.sheets.reduce((rows, { grid }) => rows + grid.length, 0), 0);
  const reports: FileReport[] = [];
  const batches: Array<{ batch: number; uid: string; file: FileReport }> = [];
  const written = new Map<number, ImportedSheet>();
  const taken = new Set<string>();
  let before = 0;

  for (const { file, sheets, problems } of planned) {
    const report: FileReport = { file: file.name, sha256: file.sha256, batch: null, sheets: [], problems };
    reports.push(report);
    if (sheets.length === 0) continue;
    if (taken.has(file.sha256)) {
      problems.push(alreadyImported(file, options.at.toISOString(), '—'));
      continue;
    }
    taken.add(file.sha256);
    const at = options.at.toISOString();
    const evidence = writeEvidence(store, file.bytes, {
      ...file,
      uid: randomUUID(),
      takenAt: at,
      takenBy: options.actor,
    });
    const uid = randomUUID();
    const batch = writer.batch({ uid, evidence, at, actor: options.actor });
    for (const { grid, workbook, recognised, sheet, answer } of sheets) {
      const unnamed = `${file.name}${workbook.sheets.length > 1 ? ` ${grid.name}` : ''}#${file.sha256.slice(0, 8)}`;
      const today = options.at.toISOString().slice(0, 10);
      const done = importSheet(
        { grid, workbook, recognised, sheet, answer, batch, today, unnamed },
        writer,
        duplicates,
        (rows) => {
          options.checkCancelled();
          options.progress(before + rows, total);
        },
      );
      before += grid.length;
      written.set(done.id, done);
      report.sheets.push(done.report);
    }
    batches.push({ batch, uid, file: { ...report, batch } });
    report.batch = batch;
  }
  if (written.size > 0) {
    options.checkCancelled();
    pairReversals(store, writer.firstRow);
    countMirrored(store, pairMirrors(store, writer.firstRow), written);
  }
  return { report: { files: reports }, batches };
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
