import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import type { FilePreview, MappedColumn, SheetAnswer, SheetPreview } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { type ColumnRule, readField } from '../sheets/field-values.ts';
import type { Store } from '../store/connect.ts';
import { answerFor } from './answers.ts';
import { type FileToImport, importedBefore } from './import-files.ts';
import { Parser } from './parse-thread.ts';
import type { SheetGrid } from './read/grid.ts';
import { type Recognised, recogniseSheet } from './recognise-sheet.ts';
import { readTicket } from './run-import.ts';
import { ticketsToImport } from './tickets.ts';

/** How many rows the mapping screen looks at. */
const looked = 200;
const samples = 3;

export default answerInCase('import.preview', async ({ tickets, answers }, core) => {
  const files = ticketsToImport(core.tickets, tickets);
  if (!files.ok) return files;
  const parser = new Parser(core.shell.threads);
  const previews: FilePreview[] = [];
  try {
    for (const ticket of files.value) {
      const file = await readTicket(parser, ticket);
      previews.push({ ticket: ticket.id, ...previewFile(core.openCase.store, file, answers) });
    }
  } finally {
    await parser.close();
  }
  return ok({ files: previews });
});

function previewFile(store: Store, file: FileToImport, answers: readonly SheetAnswer[]): Omit<FilePreview, 'ticket'> {
  const { name, folder, bytes, sha256, workbook } = file;
  const about = { file: name, folder, bytes: bytes.length, sha256 };
  if (!workbook.ok) {
    return {
      ...about,
      format: 'unknown',
      encoding: null,
      alreadyImported: null,
      sheets: [],
      problem: workbook.problem,
    };
  }
  const { format, encoding, sheets } = workbook.value;
  const previews = sheets
    .filter((grid) => grid.length > 0)
    .map((grid) => {
      const ownName = format === 'csv' ? null : grid.name;
      const names = { sheet: ownName, file: name, folder };
      return previewSheet(grid, recogniseSheet(grid, names, answerFor(answers, name, grid.name)));
    });
  const alreadyImported = importedBefore(store, sha256) ?? null;
  return { ...about, format, encoding, alreadyImported, sheets: previews, problem: null };
}

function previewSheet(grid: SheetGrid, found: Recognised): SheetPreview {
  const { header, sheet } = found;
  const shown = Math.min(grid.length, Math.max(20, (header?.at ?? 0) + 15));
  const head = Array.from({ length: shown }, (_, i) => ({
    n: grid.number(i),
    cells: grid.cells(i).map((cell) => cell?.shown ?? ''),
  }));
  return {
    sheet: grid.name,
    idx: grid.idx,
    rows: grid.length,
    columns: grid.columns,
    hidden: grid.hidden,
    category: sheet?.id ?? null,
    confidence: found.confidence,
    candidates: [...found.candidates],
    headerRow: header ? grid.number(header.at) : null,
    headerRows: header?.rows ?? 0,
    mapping: header ? mapping(grid, found) : [],
    facts: [...found.facts],
    unit: found.unit,
    head,
    problems: [...found.problems],
  };
}

/** Each column with its first values, how full it is, and how many of its values the field cannot read. */
function mapping(grid: SheetGrid, { header, columns, sheet, unit }: Recognised): MappedColumn[] {
  if (!header) return [];
  const from = header.at + header.rows;
  const to = Math.min(grid.length, from + looked);
  const known =
    columns.length > 0 ? columns : header.columns.map((column) => ({ ...column, field: null, unit: undefined }));
  const seen = known.map(() => ({ values: [] as string[], filled: 0, unreadable: 0 }));
  const hasDay = columns.some((column) => column.field === 'txn_date');
  for (let i = from; i < to; i++) {
    const cells = grid.cells(i);
    for (const [k, column] of known.entries()) {
      const cell = cells[column.index];
      const tally = seen[k];
      if (!cell || !tally || saysNothing(tidy(cell.shown))) continue;
      tally.filled++;
      if (tally.values.length < samples) tally.values.push(cell.shown);
      const type = column.field === null ? undefined : sheet?.fields[column.field]?.type;
      if (!type) continue;
      const rule: ColumnRule = { unit: column.unit ?? unit, hasDay };
      readField(type, cell, rule, { problem: () => tally.unreadable++ });
    }
  }
  return known.map(({ index, header: text, field }, k) => {
    const { values, filled, unreadable } = seen[k] ?? { values: [], filled: 0, unreadable: 0 };
    const share = filled === 0 ? 0 : unreadable / filled;
    const confidence = field === null ? 'none' : share > 0.5 ? 'low' : share > 0.05 || filled === 0 ? 'medium' : 'high';
    return {
      index,
      header: text,
      field,
      confidence,
      samples: values,
      filled: to > from ? filled / (to - from) : 0,
      unreadable,
    };
  });
}
