import type { SheetAnswer, SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import { protectedColumns } from '../store/protected-cells.ts';
import type { ImportWriter } from '../store/write-import.ts';
import type { RowFix } from './correct-cells.ts';
import { type Duplicates, hashOf } from './find-duplicates.ts';
import { rowOfHeader } from './find-header.ts';
import { leftOutByHand, repaired } from './leave-out-rows.ts';
import type { SheetGrid, Workbook } from './read/grid.ts';
import { type RowProblemDraft, RowReader } from './read-rows.ts';
import type { Recognised } from './recognise-sheet.ts';
import type { MarkedRow, RepairList } from './repairs.ts';
import { rowAnswers } from './row-answers.ts';
import { readingOf } from './stored-sheet.ts';

export interface SheetToImport {
  readonly grid: SheetGrid;
  readonly workbook: Workbook;
  readonly recognised: Recognised;
  readonly sheet: SheetDefinition;
  readonly answer: SheetAnswer | undefined;
  readonly batch: number;
  readonly today: string;
  readonly unnamed: string;
  readonly at: string;
  readonly actor: string;
  /** the sheet is a list of rejected rows that comes back repaired */
  readonly repairs: RepairList | undefined;
  /** rows with smaller ids were in the case before this import */
  readonly importFrom: number;
}

export interface ImportedSheet {
  readonly id: number;
  readonly report: SheetReport;
  /** rows of earlier imports to correct */
  readonly repairs: ReadonlyArray<{ readonly original: MarkedRow; readonly fix: RowFix }>;
}

/** Called for every thousandth row: says how far it is, and may throw to stop. */
export type Tick = (rows: number) => void;

/**
 * Writes one recognised sheet: every row of it with its cells, its records, its problems. Rows above the header are kept as titles, so that
 * the source can be shown as it is. read = imported + rejected + duplicate + skipped, always.
 */
export function importSheet(
  to: SheetToImport,
  writer: ImportWriter,
  duplicates: Duplicates,
  tick: Tick,
): ImportedSheet {
  const { recognised, sheet } = to;
  const said = rowAnswers(to.grid, to.answer);
  const { grid } = said;
  const { header } = recognised;
  if (!header) throw new Error('a sheet without a header is not imported');
  const headerRow = rowOfHeader(grid, header);
  const id = writer.sheet({
    batch: to.batch,
    name: grid.name,
    idx: grid.idx,
    category: sheet.id,
    confidence: recognised.confidence,
    headerRow,
    headerRows: header.rows,
    unit: recognised.unit,
    columns: JSON.stringify(
      recognised.columns.map(({ index, header: text, field, confidence }) => ({
        index,
        header: text,
        field,
        confidence,
      })),
    ),
    facts: JSON.stringify(recognised.facts),
    reading: JSON.stringify(readingOf(to)),
  });
  const columnOf = new Map(
    recognised.columns.flatMap(({ index, field }) => (field === null ? [] : [[field, index] as const])),
  );
  const headerOf = new Map(recognised.columns.map((column) => [column.index, column.header]));
  const reader = new RowReader({
    grid,
    recognised,
    sheet,
    answer: to.answer,
    date1904: to.workbook.date1904,
    today: to.today,
    unnamed: to.unnamed,
  });
  const counts = { read: 0, imported: 0, rejected: 0, duplicate: 0, skipped: 0, mirrored: 0 };
  const duplicatesOf = { here: 0, inCase: 0 };
  let warned = 0;
  const repairs: ImportedSheet['repairs'][number][] = [];
  const problems: SheetReport['problems'] = [];
  let firstDay: string | null = null;
  let lastDay: string | null = null;

  const say = (row: number, n: number, found: readonly RowProblemDraft[]) => {
    for (const problem of found) {
      writer.problem(row, problem);
      const { column, field, code, seen, rejects, params } = problem;
      const label =
        column === null ? (field === null ? '' : (sheet.fields[field]?.zh ?? field)) : (headerOf.get(column) ?? '');
      problems.push({
        row: n,
        column: label,
        field,
        code,
        seen,
        rejects,
        ...(params ? { params: { ...params } } : {}),
      });
    }
  };

  const keepFixes = (row: number, n: number, i: number) => {
    const fixes = said.fixesOf(n);
    if (fixes.length === 0) return row;
    const cells = to.grid.cells(i);
    for (const { column, value, reason } of fixes) {
      const original = cells[column]?.shown ?? '';
      const { at, actor } = to;
      writer.correction({ row, column, original, value, reason, at, actor, how: 'before' });
    }
    return row;
  };

  // the row is kept as the file has it; what it is compared by is what was read
  const kept = keptCells(to, recognised.columns, writer);
  for (let i = 0; i < reader.first && i < grid.length; i++) {
    writer.row(id, grid.number(i), i < header.at ? 'title' : 'header', kept(i));
  }
  for (let i = reader.first; i < grid.length; i++) {
    if (i % 1000 === 0) tick(i);
    const n = grid.number(i);
    const packed = kept(i);
    counts.read++;
    const original = to.repairs?.original(i);
    if (original && to.repairs) {
      // it stands for a row that is in the case: that row is corrected, this one is kept as where the correction came from
      reader.pass(i);
      counts.skipped++;
      writer.row(id, n, 'skipped', packed, { why: repaired, duplicateOf: original.row });
      repairs.push({ original, fix: to.repairs.fix(i, original) });
      continue;
    }
    if (said.isLeftOut(n)) {
      reader.pass(i);
      counts.skipped++;
      writer.row(id, n, 'skipped', packed, { why: leftOutByHand });
      continue;
    }
    const read = reader.read(i);
    if (read.state === 'skipped') {
      counts.skipped++;
      writer.row(id, n, 'skipped', packed, { why: read.why });
    } else if (read.state === 'rejected') {
      counts.rejected++;
      say(keepFixes(writer.row(id, n, 'rejected', packed), n, i), n, read.problems);
    } else {
      const { draft } = read;
      const same = hashOf(draft.same.key);
      const duplicateOf = duplicates.find(same, draft.same, id, () => grid.packed(i));
      if (duplicateOf !== undefined && !said.importsRepetition(n)) {
        counts.duplicate++;
        duplicatesOf[duplicateOf < to.importFrom ? 'inCase' : 'here']++;
        say(keepFixes(writer.row(id, n, 'duplicate', packed, { duplicateOf, same }), n, i), n, read.problems);
        continue;
      }
      counts.imported++;
      if (read.problems.length > 0) warned++;
      const row = writer.row(id, n, 'imported', packed, duplicateOf === undefined ? { same } : { same, duplicateOf });
      keepFixes(row, n, i);
      duplicates.add(same, row, grid === to.grid ? undefined : grid.packed(i));
      say(row, n, read.problems);
      writer.record(row, draft, columnOf);
      const { day } = draft;
      if (day !== null && (firstDay === null || day < firstDay)) firstDay = day;
      if (day !== null && (lastDay === null || day > lastDay)) lastDay = day;
    }
  }
  tick(grid.length);
  const sums = Object.fromEntries([...reader.sums].map(([field, sum]) => [field, String(sum)]));
  writer.figures(id, { ...counts, sums: JSON.stringify(sums), firstDay, lastDay });
  return {
    id,
    repairs,
    report: {
      sheet: grid.name,
      category: sheet.id,
      confidence: recognised.confidence,
      headerRow,
      columns: recognised.columns.map(({ header: text, field }) => ({ header: text, field })),
      rows: counts,
      duplicates: duplicatesOf,
      warned,
      problems,
      problemsTotal: problems.length,
      sums,
    },
  };
}

/** Fewer rows than this are kept each by itself. */
const fewRows = 100;

/**
 * How the cells of each row of a sheet are kept, asked in the order of the rows: in blocks with '' for the row itself, or with the row. Cells that are
 * withheld from shared copies stand with their rows.
 */
function keptCells(
  { grid }: SheetToImport,
  columns: Recognised['columns'],
  writer: ImportWriter,
): (i: number) => string {
  const { blocks } = grid;
  if (blocks === undefined || grid.length < fewRows || protectedColumns(columns).size > 0) return (i) => grid.packed(i);
  const left = [...blocks].reverse();
  let end = 0;
  let first = 0;
  return (i) => {
    if (i < end) return '';
    const block = left.pop();
    if (i !== end || block === undefined) throw new Error('rows are not kept in their order');
    const row = writer.block(block.rows, block.packed);
    if (end === 0) first = row;
    grid.letGo?.(i, (at) => writer.lineOf(first + at));
    end += block.rows;
    return '';
  };
}
