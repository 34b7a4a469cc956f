import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { Problem, Read } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { keptTemplates } from '../store/import-templates.ts';
import type { Digests, PackedFile } from '../store/write-evidence.ts';
import { answerFor } from './answers.ts';
import { matchTemplates, withTemplate } from './apply-template.ts';
import type { Workbook } from './read/grid.ts';
import { type Recognised, recogniseSheet } from './recognise-sheet.ts';
import { answerForRepairs } from './repairs.ts';

/** One file, read: its bytes as they will be kept, what they are, and its sheets or why it has none. */
export interface FileToImport extends Digests {
  readonly name: string;
  readonly folder: string;
  readonly packed: PackedFile;
  readonly workbook: Read<Workbook>;
  /** 压缩包: the archive it was taken from */
  readonly container?: { readonly name: string; readonly sha256: string };
  /** what its sheets are, where that is known and not to be found out: a document typed by hand */
  readonly recognised?: Recognised;
}

/** What of a file can be imported, sheet by sheet. */
export interface Plan {
  readonly file: FileToImport;
  readonly sheets: ReadonlyArray<{
    readonly grid: Workbook['sheets'][number];
    readonly workbook: Workbook;
    readonly recognised: Recognised;
    readonly sheet: NonNullable<Recognised['sheet']>;
    readonly answer: SheetAnswer | undefined;
    /** the import template it is read by */
    readonly template: string | null;
  }>;
  readonly problems: Problem[];
}

/** What of a file can be imported, and what stands in the way of the rest. */
export function planFile(store: Store, file: FileToImport, answers: readonly SheetAnswer[]): Plan {
  if (!file.workbook.ok) return { file, sheets: [], problems: [at(file.workbook.problem, file)] };
  const known = importedBefore(store, file.sha256);
  if (known) return { file, sheets: [], problems: [alreadyImported(file, known.at, String(known.batch))] };
  const workbook = file.workbook.value;
  const problems: Problem[] = [];
  const sheets: Array<Plan['sheets'][number]> = [];
  const templates = keptTemplates(store).map(({ template }) => template);
  for (const grid of workbook.sheets) {
    if (grid.length === 0) continue;
    const said = answerForRepairs(store, grid, file.name, answerFor(answers, file, grid.name));
    const { answer, used } = withTemplate(grid, said, matchTemplates(grid, templates));
    if (said?.template && !used)
      problems.push(
        at({ code: 'template.not-found', at: { sheet: grid.name }, params: { name: said.template } }, file),
      );
    const ownName = workbook.format === 'csv' ? null : grid.name;
    const recognised =
      file.recognised ?? recogniseSheet(grid, { sheet: ownName, file: file.name, folder: file.folder }, answer);
    problems.push(...recognised.problems.map((problem) => at(problem, file)));
    const { sheet } = recognised;
    if (sheet && !recognised.skip)
      sheets.push({ grid, workbook, recognised, sheet, answer, template: used?.template.name ?? null });
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
