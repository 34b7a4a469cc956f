import { z } from 'zod';
import { bilingual, count, day, fen, id, page, shortText } from './parts.ts';

/**
 * Which rows of a list of problems: everything named must hold. `seen` with `column` and `code`: cells written the same way. `lacks` with `sheet`: rows
 * of it that name nobody in this field, which are no problem rows by themselves.
 */
const problemFilter = z.object({
  kind: z.enum(['rejected', 'warning', 'duplicate', 'left-out', 'corrected']).optional(),
  area: z.string().max(40).optional(),
  code: z.string().max(60).optional(),
  sheet: id.optional(),
  column: count.optional(),
  seen: z.string().max(4000).optional(),
  lacks: z.string().max(60).optional(),
  text: shortText.optional(),
});
export type ProblemFilter = z.output<typeof problemFilter>;

/** A row to look at: its cells as the file shows them, what is wrong with which, what it may stand for, and the row it repeats. */
const problemRow = z.object({
  rowId: id,
  file: z.string(),
  sha256: z.string(),
  sheet: z.string(),
  sheetId: id,
  category: z.string(),
  row: z.number().int(),
  kind: z.enum(['rejected', 'warning', 'duplicate', 'left-out', 'corrected']),
  state: z.string(),
  cells: z.array(z.string()),
  problems: z.array(
    z.object({
      column: count.nullable(),
      header: z.string(),
      field: z.string().nullable(),
      code: z.string(),
      seen: z.string(),
      rejects: z.boolean(),
      cell: z.string().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      /** where exactly one reading is plausible: the text that would be read */
      suggestion: z
        .object({ value: z.string(), why: z.enum(['note-left-out', 'letter-for-digit', 'mark-doubled']) })
        .optional(),
    }),
  ),
  corrected: z.array(z.object({ id, column: count, original: z.string(), value: z.string(), reason: z.string() })),
  repeats: z
    .object({
      rowId: id,
      row: z.number().int(),
      file: z.string(),
      sheet: z.string(),
      batch: id,
      /** it was in the case before this import */
      inCase: z.boolean(),
      cells: z.array(z.string()),
      sameColumns: z.array(
        z.object({ header: z.string(), here: z.string(), there: z.string().nullable(), same: z.boolean() }),
      ),
    })
    .nullable(),
});
export type ProblemRow = z.output<typeof problemRow>;

/** 账户流水: one account over all its files: the chain of its balances, and the days in which lines are missing. */
export const accountStatement = z.object({
  key: z.string(),
  account: z.string().nullable(),
  holder: z.string(),
  party: id.nullable(),
  currency: z.string(),
  files: z.array(z.object({ file: z.string(), sheet: z.string(), sheetId: id, lines: count })),
  lines: count,
  /** lines that state a balance: without one nothing can be proved */
  balances: count,
  first: day,
  last: day,
  days: z.array(z.object({ day, lines: count })),
  /** proven: the balance after them does not follow from the one before; otherwise no balance says so */
  gaps: z.array(
    // with the last line before and the first one after
    z.object({ from: day, to: day, proven: z.boolean(), beforeRowId: id, afterRowId: id }),
  ),
  breaksTotal: count,
  breaks: z.array(
    z.object({
      rowId: id,
      row: z.number().int(),
      file: z.string(),
      beforeRowId: id,
      day,
      expected: fen,
      found: fen,
    }),
  ),
});
export type AccountStatement = z.output<typeof accountStatement>;

/** Where the rows are: in a check that was made just now and wrote nothing, in a batch, or in the whole case. */
const scope = { check: z.string().max(40).optional(), batch: id.optional() };

export const checkingRequests = {
  /** 问题行 page by page: of a check, a batch or the case. Problem: check.gone. */
  'import.rows': {
    ask: z.object({ ...scope, filter: problemFilter.default({}), ...page }),
    answer: z.object({
      total: count,
      /** rows in the list without a filter, and how many of them are of each kind and about each kind of cell */
      all: count,
      kinds: z.record(z.string(), count),
      areas: z.record(z.string(), count),
      groups: z.array(
        z.object({
          code: z.string(),
          /** null: over all sheets, where there are too many to look through */
          sheet: id.nullable(),
          column: count.nullable(),
          header: z.string().nullable(),
          rows: count,
        }),
      ),
      /** the columns of each sheet of the page */
      sheets: z.array(
        z.object({
          id,
          file: z.string(),
          sheet: z.string(),
          category: z.string(),
          columns: z.array(z.object({ index: count, header: z.string(), field: z.string().nullable() })),
        }),
      ),
      rows: z.array(problemRow),
    }),
  },
  /** What hangs on a batch before it is taken back, and which batches must go first. */
  'import.undo-preview': {
    ask: z.object({ batch: id }),
    answer: z.object({
      batch: id,
      blockedBy: z.array(z.object({ batch: id, file: z.string() })),
      rows: count,
      imported: count,
      findings: count,
      /** of the findings: those about which somebody has decided */
      decided: count,
      findingNumbers: z.array(z.string()),
      corrections: count,
      /** corrections of other batches that this one, a repaired list, brought */
      repairs: count,
      mirrored: count,
      /** links entered by hand to parties that are named first in it */
      links: count,
    }),
  },
  /** 数据质量: categories by month with what is missing, and the quality of each sheet with its parts. */
  'quality.read': {
    ask: z.object({}),
    answer: z.object({
      /** the months shown, and how many there are in all */
      months: z.array(z.string()),
      monthsTotal: count,
      categories: z.array(
        z.object({
          id: z.string(),
          title: bilingual,
          basis: z.enum(['document', 'ours']),
          rows: count,
          files: count,
          months: z.record(z.string(), count),
          /** kinds of sheet of the category that this program does not read yet */
          unread: count,
          kinds: z.array(
            z.object({
              category: z.string(),
              title: bilingual,
              rows: count,
              files: count,
              first: z.string().nullable(),
              last: z.string().nullable(),
              /** months without rows are a gap */
              dated: z.boolean(),
              months: z.record(z.string(), count),
            }),
          ),
        }),
      ),
      sheets: z.array(
        z.object({
          sheetId: id,
          batch: id,
          file: z.string(),
          sheet: z.string(),
          category: z.string(),
          rows: z.object({ read: count, imported: count, rejected: count, duplicate: count, skipped: count }),
          score: z.number().int(),
          /** what takes points: how many of how many, the points, and the filter of import.rows that lists them */
          parts: z.array(
            z.object({
              id: z.enum(['rejected', 'unreadable', 'identifiers', 'empty', 'chain', 'gaps']),
              count,
              of: count,
              lost: z.number(),
              field: z.string().nullable().optional(),
              filter: problemFilter.optional(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Models that cannot judge as things stand, and what each lacks. */
  'quality.stops': {
    ask: z.object({}),
    answer: z.object({
      models: count,
      stopped: z.array(
        z.object({
          model: z.string(),
          title: bilingual,
          lacks: z.array(z.object({ id: z.string(), words: bilingual })),
        }),
      ),
    }),
  },
  /** Accounts of the case, or those one sheet has lines of; those with breaks or gaps first. */
  'quality.accounts': {
    ask: z.object({ sheet: id.optional(), ...page }),
    answer: z.object({ total: count, breaks: count, gaps: count, rows: z.array(accountStatement) }),
  },
  /** Every row that a filter asks for, for treating them at once: the row, and what its cell may stand for. */
  'import.matching': {
    ask: z.object({ ...scope, filter: problemFilter }),
    answer: z.object({
      total: count,
      rows: z.array(
        z.object({
          rowId: id,
          file: z.string(),
          sha256: z.string(),
          sheet: z.string(),
          row: z.number().int(),
          state: z.string(),
          suggestion: z.object({ column: count, value: z.string() }).nullable(),
        }),
      ),
    }),
  },
} as const;
