import { z } from 'zod';
import { bilingual, count, id, lang, page, problem, shortText, ticket } from './parts.ts';

export const mappedColumn = z.object({
  index: count,
  header: z.string(),
  /** null = kept as an additional field */
  field: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low', 'none']),
  /** first values as shown in the file */
  samples: z.array(z.string()),
  filled: z.number().min(0).max(1),
  /** values among the first rows that this field cannot read */
  unreadable: count,
});
export type MappedColumn = z.output<typeof mappedColumn>;

/** A fact that stands above the table or in a name: 户名, 账号, 单位 … with the place it was read from. */
export const sheetFact = z.object({
  field: z.string(),
  value: z.string(),
  from: z.enum(['title', 'sheet', 'file', 'folder', 'stated']),
  cell: z.string().nullable(),
});
export type SheetFact = z.output<typeof sheetFact>;

export const sheetPreview = z.object({
  sheet: z.string(),
  idx: count,
  rows: count,
  columns: count,
  hidden: z.boolean(),
  category: z.string().nullable(),
  confidence: z.number(),
  candidates: z.array(z.object({ category: z.string(), score: z.number() })),
  headerRow: z.number().int().nullable(),
  headerRows: z.number().int(),
  mapping: z.array(mappedColumn),
  facts: z.array(sheetFact),
  unit: z.number().int(),
  /** the first rows of the sheet as they stand, for the screen: n is the sheet's own row */
  head: z.array(z.object({ n: z.number().int(), cells: z.array(z.string()) })),
  problems: z.array(problem),
});
export type SheetPreview = z.output<typeof sheetPreview>;

export const filePreview = z.object({
  ticket,
  file: z.string(),
  folder: z.string(),
  bytes: count,
  sha256: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  alreadyImported: z.object({ batch: id, at: z.string() }).nullable(),
  sheets: z.array(sheetPreview),
  problem: problem.nullable(),
});
export type FilePreview = z.output<typeof filePreview>;

/** What a person says in the mapping dialog. Columns not named keep what was recognised. Also the shape of `--answers`. */
export const sheetAnswer = z.object({
  file: z.string(),
  sheet: z.string(),
  category: z.string().optional(),
  headerRow: z.number().int().positive().optional(),
  skip: z.boolean().optional(),
  unit: z.number().int().positive().optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** what unclear direction words mean, e.g. {"1":"in","2":"out"} */
  directions: z.record(z.string(), z.enum(['in', 'out', 'neutral'])).optional(),
  facts: z.record(z.string(), z.string()).optional(),
  columns: z.array(z.object({ index: count, header: z.string().optional(), field: z.string().nullable() })).optional(),
});
export type SheetAnswer = z.output<typeof sheetAnswer>;

export const rowCounts = z.object({
  read: count,
  imported: count,
  rejected: count,
  duplicate: count,
  skipped: count,
  mirrored: count,
});
export const rowProblem = z.object({
  row: z.number().int(),
  column: z.string(),
  field: z.string().nullable(),
  code: z.string(),
  seen: z.string(),
  rejects: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const sheetReport = z.object({
  sheet: z.string(),
  category: z.string(),
  confidence: z.number(),
  headerRow: z.number().int(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  rows: rowCounts,
  problems: z.array(rowProblem),
  /** all problems of the sheet; `problems` may hold fewer on the screen, never in the command line's answer */
  problemsTotal: count,
  sums: z.record(z.string(), z.string()),
});
export const fileReport = z.object({
  file: z.string(),
  sha256: z.string(),
  batch: id.nullable(),
  sheets: z.array(sheetReport),
  problems: z.array(problem),
});
/** Shape that other programs rely on: add fields freely, never rename. */
export const importReport = z.object({ files: z.array(fileReport) });
export type ImportReport = z.output<typeof importReport>;
export type FileReport = z.output<typeof fileReport>;
export type SheetReport = z.output<typeof sheetReport>;

export const batchRow = z.object({
  id,
  at: z.string(),
  actor: z.string(),
  state: z.enum(['written', 'undone']),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
  evidence: id,
  file: z.string(),
  bytes: count,
  sha256: z.string(),
  sheets: z.array(
    z.object({
      id,
      name: z.string(),
      category: z.string(),
      rows: rowCounts,
      firstDay: z.string().nullable(),
      lastDay: z.string().nullable(),
    }),
  ),
});
export type BatchRow = z.output<typeof batchRow>;

export const importRequests = {
  /** Every category of sheet with its fields, for the mapping screen. */
  'import.fields': {
    ask: z.object({}),
    answer: z.object({
      categories: z.array(
        z.object({
          id: z.string(),
          title: bilingual,
          note: bilingual,
          fields: z.array(
            z.object({ id: z.string(), label: bilingual, type: z.string(), need: z.enum(['yes', 'cond', 'no']) }),
          ),
        }),
      ),
    }),
  },
  /** Reads the chosen files and recognises their sheets. Nothing is written. */
  'import.preview': {
    ask: z.object({ tickets: z.array(ticket).min(1).max(20_000), answers: z.array(sheetAnswer).default([]) }),
    answer: z.object({ files: z.array(filePreview) }),
  },
  /** 试算: reads every row under the given mapping and says what would be imported. Nothing is written. */
  'import.check': {
    ask: z.object({ tickets: z.array(ticket).min(1).max(20_000), answers: z.array(sheetAnswer).default([]) }),
    answer: importReport.extend({
      /** for each sheet the first rows as they would be imported: label and value as read, with the cell */
      samples: z.array(
        z.object({
          file: z.string(),
          sheet: z.string(),
          rows: z.array(
            z.object({
              n: z.number().int(),
              values: z.array(z.object({ field: z.string(), shown: z.string(), cell: z.string().nullable() })),
            }),
          ),
        }),
      ),
    }),
  },
  'import.write': {
    ask: z.object({
      tickets: z.array(ticket).min(1).max(20_000),
      answers: z.array(sheetAnswer).default([]),
      obtained: shortText.default(''),
    }),
    answer: importReport,
  },
  'import.batches': { ask: z.object({}), answer: z.object({ batches: z.array(batchRow) }) },
  'import.undo': {
    ask: z.object({ batch: id, reason: shortText.min(1) }),
    answer: z.object({ batch: id, rows: count, findingsTouched: count }),
  },
  /** 问题行 of a batch or sheet, page by page. */
  'import.problems': {
    ask: z.object({ batch: id.optional(), sheet: id.optional(), ...page }),
    answer: z.object({
      total: count,
      rows: z.array(
        rowProblem.extend({
          file: z.string(),
          sheet: z.string(),
          sheetId: id,
          rowId: id,
          state: z.string(),
          cell: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Writes the rejected rows with their reasons to a workbook. */
  'import.write-rejects': {
    ask: z.object({ batch: id, target: ticket, lang: lang.default('zh-CN') }),
    answer: z.object({ name: z.string(), rows: count }),
  },
  /** 来源视图: a window of a sheet around a row, with the cell marked. */
  'source.read': {
    ask: z.object({
      rowId: id,
      field: z.string().nullable().default(null),
      around: z.number().int().min(0).max(200).default(20),
    }),
    answer: z.object({
      evidence: id,
      file: z.string(),
      bytes: count,
      sha256: z.string(),
      takenAt: z.string(),
      takenBy: z.string(),
      batch: id,
      batchAt: z.string(),
      sheetId: id,
      sheet: z.string(),
      category: z.string(),
      headerRow: z.number().int(),
      rowsTotal: count,
      row: z.number().int(),
      marked: z.number().int().nullable(),
      columns: z.array(
        z.object({
          index: count,
          name: z.string(),
          header: z.string(),
          field: z.string().nullable(),
          label: bilingual.nullable(),
        }),
      ),
      rows: z.array(
        z.object({
          rowId: id,
          n: z.number().int(),
          state: z.string(),
          why: z.string().nullable(),
          cells: z.array(z.string()),
          cited: z.array(count),
          problems: z.array(z.object({ column: count.nullable(), code: z.string() })),
        }),
      ),
      /** the marked cell: what the file stores, what it shows, what was read from it */
      cell: z
        .object({
          address: z.string(),
          type: z.string(),
          raw: z.string(),
          shown: z.string(),
          read: z.string().nullable(),
          formula: z.boolean(),
        })
        .nullable(),
      /** every value read from the row, with its cell */
      values: z.array(
        z.object({
          field: z.string(),
          label: bilingual,
          shown: z.string(),
          cell: z.string().nullable(),
          from: z.string().nullable(),
        }),
      ),
      citedBy: z.array(z.object({ finding: id, number: z.string(), model: z.string(), role: z.string() })),
      duplicates: z.array(
        z.object({
          rowId: id,
          file: z.string(),
          sheet: z.string(),
          row: z.number().int(),
          how: z.enum(['duplicate', 'mirror']),
        }),
      ),
    }),
  },
  /** Further rows of the same sheet while scrolling the source view. */
  'source.rows': {
    ask: z.object({ sheetId: id, from: z.number().int().min(1), to: z.number().int().min(1) }),
    answer: z.object({
      rows: z.array(
        z.object({
          rowId: id,
          n: z.number().int(),
          state: z.string(),
          why: z.string().nullable(),
          cells: z.array(z.string()),
          cited: z.array(count),
          problems: z.array(z.object({ column: count.nullable(), code: z.string() })),
        }),
      ),
    }),
  },
} as const;
