import type { SheetAnswer, SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import type { ImportWriter } from '../store/write-import.ts';
import { type Duplicates, hashOf } from './find-duplicates.ts';
import type { SheetGrid, Workbook } from './read/grid.ts';
import { type RowProblemDraft, RowReader } from './read-rows.ts';
import type { Recognised } from './recognise-sheet.ts';

export interface SheetToImport {
  readonly grid: SheetGrid;
  readonly workbook: Workbook;
  readonly recognised: Recognised;
  readonly sheet: SheetDefinition;
  readonly answer: SheetAnswer | undefined;
  readonly batch: number;
  readonly today: string;
  readonly unnamed: string;
}

export interface ImportedSheet {
  readonly id: number;
  readonly report: SheetReport;
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
  const { grid, recognised, sheet } = to;
  const { header } = recognised;
  if (!header) throw new Error('a sheet without a header is not imported');
  const headerRow = grid.number(header.at);
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

  for (let i = 0; i < reader.first && i < grid.length; i++) {
    writer.row(id, grid.number(i), i < header.at ? 'title' : 'header', grid.packed(i));
  }
  for (let i = reader.first; i < grid.length; i++) {
    if (i % 1000 === 0) tick(i);
    const n = grid.number(i);
    const packed = grid.packed(i);
    const read = reader.read(i);
    counts.read++;
    if (read.state === 'skipped') {
      counts.skipped++;
      writer.row(id, n, 'skipped', packed, { why: read.why });
    } else if (read.state === 'rejected') {
      counts.rejected++;
      say(writer.row(id, n, 'rejected', packed), n, read.problems);
    } else {
      const { draft } = read;
      const same = hashOf(draft.same.key);
      const duplicateOf = duplicates.find(same, draft.same, id, packed);
      if (duplicateOf !== undefined) {
        counts.duplicate++;
        say(writer.row(id, n, 'duplicate', packed, { duplicateOf, same }), n, read.problems);
        continue;
      }
      counts.imported++;
      const row = writer.row(id, n, 'imported', packed, { same });
      duplicates.add(same, draft.same, id, row, packed);
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
    report: {
      sheet: grid.name,
      category: sheet.id,
      confidence: recognised.confidence,
      headerRow,
      columns: recognised.columns.map(({ header: text, field }) => ({ header: text, field })),
      rows: counts,
      problems,
      problemsTotal: problems.length,
      sums,
    },
  };
}
