import { z } from 'zod';
import { accountStatement } from './checking.requests.ts';
import { manualEntry } from './manual.requests.ts';
import { bilingual, count, day, id, lang, page, problem, shortText, ticket } from './parts.ts';

/** What a person writes in the place of a cell; '' empties it. */
const cellValue = z.string().max(4000);

export const mappedColumn = z.object({
  index: count,
  header: z.string(),
  /** null = kept as an additional field */
  field: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low', 'none']),
  /** first values as shown in the file */
  samples: z.array(z.string()),
  filled: z.number().min(0).max(1),
  /** values among the first rows that this field cannot read, and what the first of them say */
  unreadable: count,
  unread: z.array(z.string()),
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
  /** left out: as the person said, or because it is a sheet of our own notes */
  skip: z.boolean(),
  category: z.string().nullable(),
  confidence: z.number(),
  /** kinds it may be, best first, each with the headers that speak for it */
  candidates: z.array(z.object({ category: z.string(), score: z.number(), speaks: z.array(z.string()) })),
  /** 0: a table without a header; null: none found */
  headerRow: z.number().int().nullable(),
  headerRows: z.number().int(),
  mapping: z.array(mappedColumn),
  /** import templates that know this header, best first; `used` names the one it was read by */
  templates: z.array(z.object({ name: z.string(), same: count, of: count, exact: z.boolean() })),
  template: z.string().nullable(),
  facts: z.array(sheetFact),
  unit: z.number().int(),
  /** the first rows of the sheet as they stand, for the screen: n is the sheet's own row */
  head: z.array(z.object({ n: z.number().int(), cells: z.array(z.string()) })),
  problems: z.array(problem),
});
export type SheetPreview = z.output<typeof sheetPreview>;

export const textEncoding = z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);
export type TextEncoding = z.output<typeof textEncoding>;

/** How a person wishes one file to be read. The password is used once, in the thread that reads, and kept nowhere. */
export const fileWish = z.object({
  file: z.string(),
  /** the file of this ticket alone: two files of an import may have one name. Left out: every file of the name */
  ticket: ticket.optional(),
  encoding: textEncoding.optional(),
  delimiter: z.string().length(1).optional(),
  password: z.string().min(1).max(255).optional(),
});
export type FileWish = z.output<typeof fileWish>;

/** Something in a file that is never run or followed, or that a person does not see when looking at it. */
export const fileNote = z.object({
  code: z.enum([
    'macros',
    'external-links',
    'dde',
    'embedded-objects',
    'data-connections',
    'hidden-sheet',
    'very-hidden-sheet',
    'hidden-rows',
    'hidden-columns',
  ]),
  sheet: z.string().nullable(),
  count,
  /** names or places as they stand in the file, the first few: targets of links, rows 5-9, columns C-D */
  names: z.array(z.string()),
});
export type FileNote = z.output<typeof fileNote>;

export const filePreview = z.object({
  ticket,
  file: z.string(),
  folder: z.string(),
  bytes: count,
  sha256: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** 压缩包: the archive that the file was taken from */
  container: z.object({ name: z.string(), sha256: z.string() }).nullable(),
  notes: z.array(fileNote),
  alreadyImported: z.object({ batch: id, at: z.string() }).nullable(),
  sheets: z.array(sheetPreview),
  problem: problem.nullable(),
});
export type FilePreview = z.output<typeof filePreview>;

/** What a person says in the mapping dialog. Columns not named keep what was recognised. Also the shape of `--answers`. */
export const sheetAnswer = z.object({
  file: z.string(),
  /** the file with this content alone: two files of an import may have one name. Left out: every file of the name */
  sha256: z.string().optional(),
  sheet: z.string(),
  category: z.string().optional(),
  /** 0: there is no header, row 1 is data and the columns are A, B, C … */
  headerRow: count.optional(),
  /** rows below this one are a footer */
  lastRow: z.number().int().positive().optional(),
  /** columns whose empty cells stand under a value that holds for them too */
  fillDown: z.array(count).max(500).optional(),
  skip: z.boolean().optional(),
  /** name of the import template to read it by; null: none, also where one fits exactly */
  template: z.string().max(60).nullable().optional(),
  /** keeps what was recognised and said as a template of this name, once the sheet is imported */
  saveTemplate: z.string().trim().min(1).max(60).optional(),
  unit: z.number().int().positive().optional(),
  /** the unit of single columns, by their index */
  units: z.record(z.string(), z.number().int().positive()).optional(),
  /** the currency of amounts that name none, ISO 4217 */
  currency: z.string().max(8).optional(),
  /** which way an amount without a minus goes, where the sheet says it by its signs */
  plus: z.enum(['in', 'out']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** what unclear direction words mean, e.g. {"1":"in","2":"out"} */
  directions: z.record(z.string(), z.enum(['in', 'out', 'neutral'])).optional(),
  /** what unclear words about success mean, e.g. {"01":"ok","00":"failed"} */
  outcomes: z.record(z.string(), z.enum(['ok', 'failed', 'reversed'])).optional(),
  facts: z.record(z.string(), z.string()).optional(),
  columns: z.array(z.object({ index: count, header: z.string().optional(), field: z.string().nullable() })).optional(),
  /** other values for single cells, with why; row is the sheet's own, column counts from 0. The cell as it is in the file is kept. */
  fixes: z
    .array(
      z.object({ row: z.number().int().positive(), column: count, value: cellValue, reason: shortText.default('') }),
    )
    .max(200_000)
    .optional(),
  /** rows that are not to be imported */
  skipRows: z.array(z.number().int().positive()).max(200_000).optional(),
  /** rows that repeat another and are to be imported all the same: all, or those named */
  importDuplicates: z.union([z.literal(true), z.array(z.number().int().positive()).max(200_000)]).optional(),
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
  /** the import template it was read by, and the one it was kept as */
  template: z.string().optional(),
  savedTemplate: z.string().optional(),
  rows: rowCounts,
  /** of the duplicate rows: those that repeat a row of this import, and those that repeat one the case had before */
  duplicates: z.object({ here: count, inCase: count }),
  /** imported rows with something to look at: counted among the imported */
  warned: count,
  /** of the skipped rows: those of a repaired list, what became of the rows they stand for, and how many stay as they were */
  repaired: z.object({ rows: count, imported: count, duplicate: count, left: count }).optional(),
  problems: z.array(rowProblem),
  /** all problems of the sheet; `problems` may hold fewer on the screen, never in the command line's answer */
  problemsTotal: count,
  sums: z.record(z.string(), z.string()),
});
export const fileReport = z.object({
  file: z.string(),
  /** where it lies in what was chosen, with the name of an archive and its own folders; '' on top */
  folder: z.string().default(''),
  sha256: z.string(),
  batch: id.nullable(),
  sheets: z.array(sheetReport),
  problems: z.array(problem),
  /** what is in it and never run or followed, or not seen when looking at it: macros, external links, hidden sheets … */
  notes: z.array(fileNote).default([]),
});
/** Shape that other programs rely on: add fields freely, never rename. */
export const importReport = z.object({
  files: z.array(fileReport),
  /** what the case holds after the import was written */
  totals: z.object({ parties: count, links: count }).optional(),
  /** why the import ended before its last file (cancelled, disk full); a file that is not in has no batch and Problem import.not-reached */
  stopped: problem.optional(),
});
export type ImportReport = z.output<typeof importReport>;
export type FileReport = z.output<typeof fileReport>;
export type SheetReport = z.output<typeof sheetReport>;

/** 来源: how the files of an import were obtained. Empty: not said; `kind` empty: what was recognised. */
export const batchOrigin = z.object({
  kind: shortText.default(''),
  unit: shortText.default(''),
  how: z.enum(['', 'requisition', 'transfer', 'self-check', 'report']).default(''),
  on: day.nullable().default(null),
  document: shortText.default(''),
});
export type BatchOrigin = z.output<typeof batchOrigin>;
const rowState = z.enum(['title', 'header', 'imported', 'rejected', 'duplicate', 'skipped']);

/** What became of rows that were corrected or decided about; `findings`: standing findings that cite one of them. */
const changedRows = z.object({
  rows: z.array(
    z.object({
      rowId: id,
      row: z.number().int(),
      file: z.string(),
      sheet: z.string(),
      before: rowState,
      state: rowState,
      problems: z.array(
        z.object({ column: count.nullable(), code: z.string(), seen: z.string(), rejects: z.boolean() }),
      ),
    }),
  ),
  findings: count,
});

export const batchRow = z.object({
  id,
  at: z.string(),
  actor: z.string(),
  state: z.enum(['written', 'undone']),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
  obtained: batchOrigin,
  evidence: id,
  file: z.string(),
  /** where it lay in what was chosen; '' on top */
  folder: z.string(),
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

const filesToRead = {
  tickets: z.array(ticket).min(1).max(20_000),
  wishes: z.array(fileWish).max(20_000).default([]),
};

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
          /** whether the source documents name this category, or we added it */
          basis: z.enum(['document', 'ours']),
          fields: z.array(
            z.object({ id: z.string(), label: bilingual, type: z.string(), need: z.enum(['yes', 'cond', 'no']) }),
          ),
        }),
      ),
    }),
  },
  /** Reads the chosen files and recognises their sheets. Nothing is written. */
  'import.preview': {
    ask: z.object({ ...filesToRead, answers: z.array(sheetAnswer).default([]) }),
    answer: z.object({ files: z.array(filePreview) }),
  },
  /** 试算: reads every row under the given mapping and says what would be imported. Nothing is written. */
  'import.check': {
    ask: z.object({
      ...filesToRead,
      answers: z.array(sheetAnswer).default([]),
      /** keeps every row to look at, for import.rows */
      keep: z.boolean().default(false),
      problems: z.enum(['first', 'all']).default('first'),
    }),
    answer: importReport.extend({
      check: z.string().nullable(),
      /** accounts that the files have lines of, with what the case holds of them already */
      accounts: z.array(accountStatement),
      /** how many there are: the list ends after those with most to look at */
      accountsTotal: count,
      /** for each sheet the first rows as they would be imported: label and value as read, with the cell */
      samples: z.array(
        z.object({
          file: z.string(),
          sha256: z.string(),
          sheet: z.string(),
          rows: z.array(
            z.object({
              n: z.number().int(),
              /** `en`: where `shown` is a word of this program */
              values: z.array(
                z.object({
                  field: z.string(),
                  shown: z.string(),
                  en: z.string().nullable(),
                  cell: z.string().nullable(),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  },
  'import.write': {
    ask: z.object({
      ...filesToRead,
      answers: z.array(sheetAnswer).default([]),
      obtained: batchOrigin.prefault({}),
    }),
    answer: importReport,
  },
  'import.batches': { ask: z.object({}), answer: z.object({ batches: z.array(batchRow) }) },
  'import.undo': {
    ask: z.object({ batch: id, reason: shortText.min(1) }),
    answer: z.object({ batch: id, rows: count, findingsTouched: count }),
  },
  /** 更正: other values for cells, with why; the rows are read again. `column` counts from 0; value '' empties the cell. */
  'import.correct': {
    ask: z.object({
      rows: z
        .array(
          z.object({
            rowId: id,
            cells: z
              .array(z.object({ column: count, value: cellValue }))
              .min(1)
              .max(200),
          }),
        )
        .min(1)
        .max(20_000),
      reason: shortText.trim().min(1),
    }),
    answer: changedRows,
  },
  /** Takes corrections back; the cells of the file speak again. */
  'import.uncorrect': {
    ask: z.object({ corrections: z.array(id).min(1).max(20_000), reason: shortText.trim().min(1) }),
    answer: changedRows,
  },
  /** Repetitions imported after all ('import') or left out again, rejected rows skipped, or read again as they stand. */
  'import.decide': {
    ask: z.object({
      rows: z.array(id).min(1).max(20_000),
      what: z.enum(['import', 'leave-out', 'skip', 'read']),
      reason: shortText.trim().min(1),
    }),
    answer: changedRows,
  },
  /** 更正 of the case, a batch or a row. */
  'import.corrections': {
    ask: z.object({ rowId: id.optional(), batch: id.optional(), undone: z.boolean().default(false), ...page }),
    answer: z.object({
      total: count,
      rows: z.array(
        z.object({
          id,
          rowId: id,
          file: z.string(),
          sheet: z.string(),
          row: z.number().int(),
          column: count,
          cell: z.string(),
          header: z.string(),
          original: z.string(),
          value: z.string(),
          reason: z.string(),
          how: z.enum(['before', 'after', 'repaired']),
          at: z.string(),
          actor: z.string(),
          undoneAt: z.string().nullable(),
          undoneBy: z.string().nullable(),
        }),
      ),
    }),
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
      /** 压缩包: the archive that the file was taken from */
      container: z.object({ name: z.string(), sha256: z.string() }).nullable(),
      takenAt: z.string(),
      takenBy: z.string(),
      batch: id,
      batchAt: z.string(),
      obtained: batchOrigin,
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
          /** cells are shown as the file has them; these hold another value for the case */
          corrected: z.array(z.object({ column: count, value: z.string() })),
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
      /** 更正 of the marked row */
      corrections: z.array(
        z.object({
          id,
          column: count,
          original: z.string(),
          value: z.string(),
          reason: z.string(),
          at: z.string(),
          actor: z.string(),
        }),
      ),
      /** every value read from the row, with its cell */
      values: z.array(
        z.object({
          field: z.string(),
          label: bilingual,
          shown: z.string(),
          /** the same where `shown` is a word of this program */
          en: z.string().nullable(),
          cell: z.string().nullable(),
          from: z.string().nullable(),
        }),
      ),
      /** 手工录入: the entry this row was typed in; absent where it comes from a file */
      manual: manualEntry.optional(),
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
  /** a cell that is withheld; asking is written in the journal */
  'source.reveal': {
    ask: z.object({ rowId: id, column: count }),
    answer: z.object({ text: z.string() }),
  },
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
          /** cells are shown as the file has them; these hold another value for the case */
          corrected: z.array(z.object({ column: count, value: z.string() })),
        }),
      ),
    }),
  },
} as const;
