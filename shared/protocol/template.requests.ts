import { z } from 'zod';
import { count, id, lang, ticket } from './parts.ts';

/** No control characters and none that turn text around: what a foreign file brings is shown on the screen. */
const plain = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u;
const header = z
  .string()
  .max(300)
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/);
const word = z.string().max(60).regex(plain);
const unit = z.number().int().positive().max(100_000_000);

/** Words of a sheet with what they mean, as pairs: a word may be called __proto__. */
const meanings = <const M extends readonly [string, ...string[]]>(means: M) =>
  z.array(z.strictObject({ word, means: z.enum(means) })).max(200);

/** 导入模板: what a person said about sheets with this header. Holds headers and words, never a value of a row. */
export const importTemplate = z.strictObject({
  name: z.string().trim().min(1).max(60).regex(plain),
  category: z.string().min(1).max(60),
  /** 0: sheets of this kind have no header */
  headerRow: count.max(1_048_576),
  columns: z
    .array(z.strictObject({ header, field: z.string().max(60).nullable(), unit: unit.optional() }))
    .min(1)
    .max(2_000),
  unit: unit.optional(),
  currency: z.string().max(8).regex(plain).optional(),
  plus: z.enum(['in', 'out']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  directions: meanings(['in', 'out', 'neutral']).optional(),
  outcomes: meanings(['ok', 'failed', 'reversed']).optional(),
  /** of text files */
  encoding: z.string().max(20).regex(plain).nullable().default(null),
  delimiter: z.string().max(4).nullable().default(null),
});
export type ImportTemplate = z.output<typeof importTemplate>;

/** 模板.qytemplate.json: templates on their way from case to case. */
export const templateFile = z.strictObject({
  format: z.literal('qingyuan-import-templates'),
  version: z.literal(1),
  templates: z.array(importTemplate).min(1).max(200),
});
export type TemplateFile = z.output<typeof templateFile>;

export const savedTemplate = z.object({
  id,
  name: z.string(),
  category: z.string(),
  headers: count,
  mapped: count,
  at: z.string(),
  actor: z.string(),
});
export type SavedTemplate = z.output<typeof savedTemplate>;

export const templateRequests = {
  /** The import templates of the case, by name. */
  'import.templates': { ask: z.object({}), answer: z.object({ templates: z.array(savedTemplate) }) },
  'import.template-remove': { ask: z.object({ id }), answer: z.object({ name: z.string() }) },
  /** Writes templates to a file for other cases; without ids, all of them. */
  'import.templates-write': {
    ask: z.object({ target: ticket, ids: z.array(id).max(500).optional() }),
    answer: z.object({ name: z.string(), templates: count }),
  },
  /** Takes the templates of such a file. One whose name is taken by another gets a number behind its name. */
  'import.templates-read': {
    ask: z.object({ ticket }),
    answer: z.object({ added: z.array(z.string()), known: z.array(z.string()) }),
  },
  /** An empty workbook for a kind of sheet: headers, what belongs into them, and an example. */
  'import.write-template': {
    ask: z.object({ category: z.string().max(60), target: ticket, lang: lang.default('zh-CN') }),
    answer: z.object({ name: z.string() }),
  },
} as const;
