import { z } from 'zod';

/** Pieces that several requests share. Money is integer fen; days are YYYY-MM-DD; instants are ISO 8601 with zone. */
export const id = z.number().int().positive();
export const count = z.number().int().nonnegative();
export const fen = z.number().int().safe();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const page = { offset: count.default(0), limit: z.number().int().positive().max(500).default(100) };
export const ticket = z.string().min(1).max(100);
export const lang = z.enum(['zh-CN', 'en']);
export const shortText = z.string().max(200);
export const longText = z.string().max(20_000);

/** 来源: the cell a figure comes from. `row` is the spreadsheet's own row, `rowId` ours; `cell` e.g. D418. */
export const source = z.object({
  evidence: id,
  file: z.string(),
  sheetId: id,
  sheet: z.string(),
  row: z.number().int(),
  rowId: id,
  field: z.string().nullable(),
  column: z.number().int().nullable(),
  cell: z.string().nullable(),
  /** 手工录入: a person typed it; the file is the document of the entry */
  manual: z.boolean().optional(),
  /** 更正: only where a person put another value in the place of the cell: what the file shows there */
  corrected: z.string().optional(),
});
export type Source = z.output<typeof source>;

export const place = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  cell: z.string().optional(),
});
export const problem = z.object({
  code: z.string(),
  at: place.optional(),
  seen: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** The ways a party is drawn and named; the list is shared/ontology/*.kind.ts. */
export const partyRef = z.object({ id, kind: z.string(), name: z.string() });

export const severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export const findingStatus = z.enum(['open', 'checking', 'confirmed', 'excluded', 'doubtful']);
export type FindingStatus = z.output<typeof findingStatus>;
export const reasonCode = z.enum([
  'data-error',
  'normal-business',
  'same-name',
  'checked-compliant',
  'duplicate',
  'other',
]);

/** A text in both languages, as models and kinds carry it. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.output<typeof bilingual>;

/** A value inside a sentence of a finding; shown in the reader's language and unit. */
export const sentenceValue = z.union([
  z.object({ type: z.literal('fen'), value: fen }),
  z.object({ type: z.literal('count'), value: z.number() }),
  z.object({ type: z.literal('day'), value: day }),
  z.object({ type: z.literal('ratio'), value: z.number() }),
  z.object({ type: z.literal('number'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
]);
export type SentenceValue = z.output<typeof sentenceValue>;

/** One line "measured value against threshold": the figure, the threshold, and which setting it is. */
export const measure = z.object({
  name: bilingual,
  value: sentenceValue,
  threshold: sentenceValue.nullable(),
  setting: z.string().nullable(),
  /** how the value stands to the threshold */
  relation: z.enum(['>', '>=', '<', '<=', '=', 'none']),
});
export type Measure = z.output<typeof measure>;

export const answer3 = z.enum(['yes', 'no', 'unknown']);

/** A workbook to be written: where to, for whose eyes, in which language, and what for; and what was written. */
export const workbookAsk = {
  target: ticket,
  mask: z.enum(['internal', 'partner', 'public']).default('internal'),
  lang: lang.default('zh-CN'),
  purpose: shortText.default(''),
};
export const workbookWritten = z.object({
  name: z.string(),
  bytes: count,
  sha256: z.string(),
  sheets: z.array(z.object({ title: z.string(), rows: count })),
});
