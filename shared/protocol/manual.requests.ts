import { z } from 'zod';
import { bilingual, count, fen, id, page, partyRef, problem, shortText } from './parts.ts';

/** What a person can enter by hand. */
export const entryKind = z.enum(['record', 'party', 'link']);
const typed = z.record(z.string().max(60), z.string().max(2_000));

/** One entry as it is typed. `category` is the kind of sheet of a record; a link names its two parties by their ids. */
const entry = z.object({
  what: entryKind,
  category: z.string().max(60).optional(),
  values: typed,
  from: id.optional(),
  to: id.optional(),
});

export const manualEntry = z.object({
  entry: id,
  batch: id,
  what: entryKind,
  category: z.string(),
  title: bilingual,
  /** what was typed, in the order of the form */
  values: z.array(z.object({ field: z.string(), label: bilingual, text: z.string() })),
  /** as it was read; null where it carries no money or was taken back */
  fen: fen.nullable(),
  parties: z.array(partyRef),
  from: id.nullable(),
  to: id.nullable(),
  at: z.string(),
  actor: z.string(),
  reason: z.string(),
  state: z.enum(['standing', 'replaced', 'removed']),
  replaces: id.nullable(),
  replacedBy: id.nullable(),
  removedAt: z.string().nullable(),
  removedBy: z.string().nullable(),
  removeReason: z.string().nullable(),
  rowId: id.nullable(),
});
export type ManualEntry = z.output<typeof manualEntry>;

export const manualRequests = {
  /** 手工录入: what can be typed, with the choices where a field has them. */
  'manual.fields': {
    ask: z.object({}),
    answer: z.object({
      categories: z.array(
        z.object({
          id: z.string(),
          what: entryKind,
          title: bilingual,
          note: bilingual,
          fields: z.array(
            z.object({
              id: z.string(),
              label: bilingual,
              type: z.string(),
              need: z.enum(['yes', 'cond', 'no']),
              /** asked for at once; the others stand behind “other fields” */
              front: z.boolean(),
              choices: z.array(z.object({ id: z.string(), words: bilingual })).optional(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Reads what was typed so far; nothing is written. */
  'manual.check': {
    ask: entry,
    answer: z.object({
      problems: z.array(problem.extend({ field: z.string().nullable(), rejects: z.boolean() })),
      values: z.array(z.object({ field: z.string(), shown: z.string() })),
    }),
  },
  /** Adds an entry; with `replaces` it takes the place of an earlier one, which is kept as it was typed. */
  'manual.add': {
    ask: entry.extend({ reason: shortText.trim().min(1), replaces: id.optional() }),
    answer: z.object({ entry: id, batch: id, rowId: id }),
  },
  'manual.remove': {
    ask: z.object({ entry: id, reason: shortText.trim().min(1) }),
    answer: z.object({ entry: id, findingsTouched: count }),
  },
  'manual.list': {
    ask: z.object({
      what: entryKind.optional(),
      state: z.enum(['standing', 'replaced', 'removed']).optional(),
      text: shortText.default(''),
      entry: id.optional(),
      ...page,
    }),
    answer: z.object({ total: count, of: count, standing: count, rows: z.array(manualEntry) }),
  },
} as const;
