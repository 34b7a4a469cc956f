import { randomUUID } from 'node:crypto';
import type { FileReport, SheetAnswer, SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { Store } from '../store/connect.ts';
import { saveTemplate } from '../store/import-templates.ts';
import { withoutChecks } from '../store/without-checks.ts';
import { withoutIndexes } from '../store/without-indexes.ts';
import { writeEvidence } from '../store/write-evidence.ts';
import { ImportWriter, indexesToSetAside } from '../store/write-import.ts';
import { repairRows } from './correct-cells.ts';
import { Duplicates } from './find-duplicates.ts';
import { type ImportedSheet, importSheet, type Tick } from './import-sheet.ts';
import { type FileToImport, type Plan, planFile } from './plan-file.ts';
import { repairList } from './repairs.ts';
import { templateOfSheet } from './template-of-sheet.ts';

export interface FileOptions {
  readonly answers: readonly SheetAnswer[];
  readonly actor: string;
  readonly at: Date;
  /** the first row of the import that the file belongs to; left out: of the file itself */
  readonly importFrom?: number | undefined;
  /** rows of this file so far, of how many; throws once the person has cancelled */
  tick(rows: number, of: number): void;
}

export interface ImportedFile {
  readonly report: FileReport;
  /** null: nothing of the file could be imported, and the report says why */
  readonly written: { readonly batch: number; readonly uid: string } | null;
  /** the first row of the file: rows with smaller ids were in the case before */
  readonly firstRow: number;
  readonly sheets: ReadonlyMap<number, SheetReport>;
}

/**
 * Imports one file that has been read, inside the transaction of the caller: evidence, rows, records and mentions. It knows earlier files from the store
 * alone, so that files come in alike whether they come together or one by one. Call pairImported when the last one is in.
 */
export function importFile(store: Store, file: FileToImport, options: FileOptions): ImportedFile {
  const { sheets, problems } = planFile(store, file, options.answers);
  const report: FileReport = {
    file: file.name,
    folder: file.folder,
    sha256: file.sha256,
    batch: null,
    sheets: [],
    problems,
    notes: file.workbook.ok ? [...file.workbook.value.notes] : [],
  };
  const writer = new ImportWriter(store);
  const { firstRow } = writer;
  if (sheets.length === 0) return { report, written: null, firstRow, sheets: new Map() };
  const at = options.at.toISOString();
  const taken = { ...file, uid: randomUUID(), takenAt: at, takenBy: options.actor };
  const evidence = writeEvidence(store, file.packed, taken);
  const uid = randomUUID();
  const batch = writer.batch({ uid, evidence, at, actor: options.actor });
  report.batch = batch;
  const rows = sheets.reduce((sum, { grid }) => sum + grid.length, 0);
  const duplicates = new Duplicates(store, firstRow, () => writer.flush());
  const reports = new Map<number, SheetReport>();
  let before = 0;
  const write = () => {
    for (const planned of sheets) {
      const done = before;
      const tick = (n: number) => options.tick(done + n, rows);
      const { id, report: said } = writeSheet(store, planned, { file, batch, at, options, writer, duplicates, tick });
      before += planned.grid.length;
      reports.set(id, said);
      report.sheets.push(said);
    }
  };
  // making an index anew sorts it in one go; worth it where most of the case is new
  if (rows > 10_000 && rows > writer.rowsBefore)
    withoutIndexes(store, firstRow === 1 ? [...indexesToSetAside, 'row_same'] : indexesToSetAside, () =>
      withoutChecks(store, write),
    );
  else write();
  return { report, written: { batch, uid }, firstRow, sheets: reports };
}

interface Writing {
  readonly file: FileToImport;
  readonly batch: number;
  readonly at: string;
  readonly options: FileOptions;
  readonly writer: ImportWriter;
  readonly duplicates: Duplicates;
  readonly tick: Tick;
}

function writeSheet(store: Store, planned: Plan['sheets'][number], to: Writing): ImportedSheet {
  const { grid, workbook } = planned;
  const { file, batch, at, options, writer, duplicates, tick } = to;
  const unnamed = `${file.name}${workbook.sheets.length > 1 ? ` ${grid.name}` : ''}#${file.sha256.slice(0, 8)}`;
  const repairs = repairList(store, grid, workbook.date1904);
  const imported = importSheet(
    {
      ...planned,
      batch,
      unnamed,
      at,
      today: at.slice(0, 10),
      actor: options.actor,
      importFrom: options.importFrom ?? writer.firstRow,
      repairs,
    },
    writer,
    duplicates,
    tick,
  );
  if (imported.repairs.length > 0)
    imported.report.repaired = repair(store, imported, { file: file.name, at, actor: options.actor });
  const kept = keepTemplate(store, planned, options);
  if (planned.template !== null) imported.report.template = planned.template;
  if (kept !== null) imported.report.savedTemplate = kept;
  return imported;
}

/** Corrects the rows that a repaired list stands for; what was imported before or still cannot be read stays as it is. */
function repair(
  store: Store,
  { repairs }: ImportedSheet,
  { file, at, actor }: { file: string; at: string; actor: string },
): NonNullable<SheetReport['repaired']> {
  const open = repairs.filter(({ original, fix }) => original.state === 'rejected' && fix.cells.length > 0);
  const { changed } = repairRows(
    store,
    open.map(({ fix }) => fix),
    { reason: file.slice(0, 200), at, actor },
  );
  const imported = changed.filter(({ state }) => state === 'imported').length;
  const duplicate = changed.filter(({ state }) => state === 'duplicate').length;
  return { rows: repairs.length, imported, duplicate, left: repairs.length - imported - duplicate };
}

/** What the person wished to keep as a template, whole or (a check) taken back with everything else. */
function keepTemplate(
  store: Store,
  { grid, workbook, recognised, answer }: Plan['sheets'][number],
  { at, actor }: FileOptions,
): string | null {
  if (answer?.saveTemplate === undefined) return null;
  const template = templateOfSheet(answer.saveTemplate, grid, workbook, recognised, answer);
  saveTemplate(store, template, at.toISOString(), actor);
  return template.name;
}
