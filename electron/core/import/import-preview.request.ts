import type { CellOrEmpty } from '../../../shared/evidence/cell.ts';
import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import type { FilePreview, MappedColumn, SheetAnswer, SheetPreview } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { type ColumnRule, readField } from '../sheets/field-values.ts';
import type { Store } from '../store/connect.ts';
import { keptTemplates } from '../store/import-templates.ts';
import { protectedColumns, WITHHELD, withoutProtected } from '../store/protected-cells.ts';
import { answerFor } from './answers.ts';
import { matchTemplates, type TemplateMatch, withTemplate } from './apply-template.ts';
import { rowOfHeader } from './find-header.ts';
import { isNote, repeatsHeader, totalOrPage } from './leave-out-rows.ts';
import { Parser } from './parse-thread.ts';
import { type FileToImport, importedBefore } from './plan-file.ts';
import type { SheetGrid } from './read/grid.ts';
import { readTicket } from './read-tickets.ts';
import { type Recognised, recogniseSheet } from './recognise-sheet.ts';
import { answerForRepairs } from './repairs.ts';
import { ticketsToLookAt } from './tickets.ts';

/** How many rows the mapping screen looks at. */
const looked = 200;
const samples = 3;

export default answerInCase('import.preview', async ({ tickets, answers, wishes }, core) => {
  const files = ticketsToLookAt(core.tickets, tickets);
  if (!files.ok) return files;
  const parser = new Parser(core.shell.threads);
  const previews: FilePreview[] = [];
  try {
    for (const ticket of files.value) {
      for await (const { file } of readTicket(parser, ticket, { wishes, answers }, core.openCase.store))
        previews.push({ ticket: ticket.id, ...previewFile(core.openCase.store, file, answers) });
    }
  } finally {
    await parser.close();
  }
  return ok({ files: previews });
});

function previewFile(store: Store, file: FileToImport, answers: readonly SheetAnswer[]): Omit<FilePreview, 'ticket'> {
  const { name, folder, packed, sha256, workbook } = file;
  const container = file.container ?? null;
  const about = { file: name, folder, bytes: packed.bytes, sha256, container };
  if (!workbook.ok) {
    return {
      ...about,
      format: 'unknown',
      encoding: null,
      delimiter: null,
      notes: [],
      alreadyImported: null,
      sheets: [],
      problem: workbook.problem,
    };
  }
  const { format, encoding, delimiter, notes, sheets } = workbook.value;
  const templates = keptTemplates(store).map(({ template }) => template);
  const previews = sheets
    .filter((grid) => grid.length > 0)
    .map((grid) => {
      const ownName = format === 'csv' ? null : grid.name;
      const names = { sheet: ownName, file: name, folder };
      const matches = matchTemplates(grid, templates);
      const { answer, used } = withTemplate(
        grid,
        answerForRepairs(store, grid, name, answerFor(answers, file, grid.name)),
        matches,
      );
      return previewSheet(grid, recogniseSheet(grid, names, answer), matches, used);
    });
  const alreadyImported = importedBefore(store, sha256) ?? null;
  return {
    ...about,
    format,
    encoding,
    delimiter,
    notes: [...notes],
    alreadyImported,
    sheets: previews,
    problem: null,
  };
}

function previewSheet(
  grid: SheetGrid,
  found: Recognised,
  matches: readonly TemplateMatch[],
  used: TemplateMatch | undefined,
): SheetPreview {
  const { header, sheet } = found;
  const known = columnsOf(found);
  const shown = Math.min(grid.length, Math.max(20, (header?.at ?? 0) + 15));
  const head = Array.from({ length: shown }, (_, i) => ({
    n: grid.number(i),
    // the header itself names nobody
    cells: (header && i < header.at + header.rows ? grid.cells(i) : withoutProtected(grid.cells(i), known)).map(
      (cell) => cell?.shown ?? '',
    ),
  }));
  return {
    sheet: grid.name,
    idx: grid.idx,
    rows: grid.length,
    columns: grid.columns,
    hidden: grid.hidden,
    skip: found.skip,
    category: sheet?.id ?? null,
    confidence: found.confidence,
    candidates: found.candidates.map((each) => ({ ...each, speaks: [...each.speaks] })),
    headerRow: header ? rowOfHeader(grid, header) : null,
    headerRows: header?.rows ?? 0,
    mapping: header ? mapping(grid, found) : [],
    templates: matches.map(({ template, same, of, exact }) => ({ name: template.name, same, of, exact })),
    template: used?.template.name ?? null,
    facts: [...found.facts],
    unit: found.unit,
    head,
    problems: [...found.problems],
  };
}

/** The columns as they were recognised, or those of the bare header. */
const columnsOf = ({ header, columns }: Pick<Recognised, 'header' | 'columns'>) =>
  columns.length > 0 ? columns : (header?.columns ?? []).map((column) => ({ ...column, field: null, unit: undefined }));

/** Each column with its first values, how full it is, and how many of its values the field cannot read. */
function mapping(grid: SheetGrid, { header, columns, sheet, unit }: Recognised): MappedColumn[] {
  if (!header) return [];
  const from = header.at + header.rows;
  const to = Math.min(grid.length, from + looked);
  const known = columnsOf({ header, columns });
  const hidden = protectedColumns(known);
  const seen = known.map(() => ({ values: [] as string[], filled: 0, unreadable: 0, unread: [] as string[] }));
  const headers = new Map(header.columns.map((column) => [column.index, column.header]));
  let rows = 0;
  const hasDay = columns.some((column) => column.field === 'txn_date');
  for (let i = from; i < to; i++) {
    const cells = grid.cells(i);
    if (isLeftOut(cells, headers, known.length)) continue;
    rows++;
    for (const [k, column] of known.entries()) {
      const cell = cells[column.index];
      const tally = seen[k];
      if (!cell || !tally || saysNothing(tidy(cell.shown))) continue;
      tally.filled++;
      if (tally.values.length < samples) tally.values.push(hidden.has(column.index) ? WITHHELD : cell.shown);
      const type = column.field === null ? undefined : sheet?.fields[column.field]?.type;
      if (!type) continue;
      const rule: ColumnRule = { unit: column.unit ?? unit, hasDay };
      readField(type, cell, rule, {
        problem: () => {
          tally.unreadable++;
          if (tally.unread.length < samples) tally.unread.push(hidden.has(column.index) ? WITHHELD : cell.shown);
        },
      });
    }
  }
  return known.map(({ index, header: text, field }, k) => {
    const { values, filled, unreadable, unread } = seen[k] ?? { values: [], filled: 0, unreadable: 0, unread: [] };
    const share = filled === 0 ? 0 : unreadable / filled;
    const confidence = field === null ? 'none' : share > 0.5 ? 'low' : share > 0.05 || filled === 0 ? 'medium' : 'high';
    return {
      index,
      header: text,
      field,
      confidence,
      samples: values,
      filled: rows > 0 ? filled / rows : 0,
      unreadable,
      unread,
    };
  });
}

/** A repeated header, a total, a page mark or a note says nothing about how well a column is read. */
const isLeftOut = (cells: readonly CellOrEmpty[], headers: ReadonlyMap<number, string>, columns: number): boolean =>
  repeatsHeader(cells, headers) || totalOrPage(cells, () => false) !== undefined || isNote(cells, columns);
