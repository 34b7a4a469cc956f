import { z } from 'zod';
import { fileWish, sheetAnswer, textEncoding } from './import.requests.ts';
import { count, fen, page, source, ticket } from './parts.ts';

const means = z.enum(['in', 'out', 'neutral']);
const outcome = z.enum(['ok', 'failed', 'reversed']);

/** Where the meaning of a word comes from; null: nobody knows it. */
const known = z.enum(['word', 'stated', 'balance']).nullable();

export const sheetValues = z.object({
  sheet: z.string(),
  rows: count,
  /** one entry for each amount column, with the first value under its unit */
  units: z.array(
    z.object({
      index: count,
      header: z.string(),
      field: z.string(),
      unit: z.number().int().positive(),
      from: z.enum(['column', 'sheet', 'header', 'title', 'none']),
      shown: z.string(),
      read: fen.nullable(),
      /** amounts under 50 in 万元 for the most part: the unit deserves a look */
      doubtful: z.boolean(),
    }),
  ),
  /** direction words with what the balances prove about their rows */
  directions: z.array(
    z.object({
      word: z.string(),
      rows: count,
      means: means.nullable(),
      by: known,
      balanceIn: count,
      balanceOut: count,
    }),
  ),
  hasDirectionColumn: z.boolean(),
  negative: count,
  outcomes: z.array(z.object({ word: z.string(), rows: count, means: outcome.nullable(), by: known })),
  /** rows that models leave out: failed, taken back, moving no money */
  setAside: z.object({ failed: count, reversed: count, neutral: count }),
  currencies: z.array(z.object({ word: z.string(), rows: count, currency: z.string().nullable() })),
  /** dates that can be read in two ways, with both readings */
  dates: z.object({
    ambiguous: count,
    examples: z.array(z.object({ shown: z.string(), cell: z.string(), dmy: z.string(), mdy: z.string() })),
  }),
  masked: z.object({ values: count, examples: z.array(z.object({ shown: z.string(), cell: z.string() })) }),
  damaged: z.object({ values: count, examples: z.array(z.object({ shown: z.string(), cell: z.string() })) }),
  /** rows left out as no records, by why, with the first of them */
  skipped: z.array(z.object({ why: z.string(), rows: count, first: z.array(z.number().int()) })),
});
export type SheetValues = z.output<typeof sheetValues>;

const seenAt = z.object({ file: z.string(), sheet: z.string(), row: z.number().int() });

/** One way in which the new files name somebody, and the party it would join. */
const joinedName = z.object({
  name: z.string(),
  kind: z.string(),
  reason: z.string(),
  at: seenAt,
  /** the number or name that both share */
  value: z.string(),
  party: z.object({ name: z.string(), kind: z.string(), isNew: z.boolean() }),
  /** the name it was joined to; its cell can be opened where it was in the case before */
  to: z.object({ name: z.string(), source: source.nullable(), at: seenAt }),
});
const newParty = z.object({ name: z.string(), kind: z.string(), names: count, at: seenAt });
/** One name that several parties have: names alone never join people. */
const keptApart = z.object({
  name: z.string(),
  parties: z.array(z.object({ kind: z.string(), isNew: z.boolean(), sign: z.string(), at: seenAt })),
});

export const wizardRequests = {
  /** The first rows of a text file as they read in each encoding, side by side. Nothing where the file is no text. */
  'import.encodings': {
    ask: z.object({ ticket, delimiter: z.string().length(1).optional() }),
    answer: z.object({
      heads: z.array(
        z.object({ encoding: textEncoding, delimiter: z.string(), rows: z.array(z.array(z.string())), damaged: count }),
      ),
    }),
  },
  /** 取值: what the values of one sheet are written like, over all its rows, and how they are read as things stand. */
  'import.values': {
    ask: z.object({
      ticket,
      /** of an archive the file with this content; left out: the first that has such a sheet */
      sha256: z.string().optional(),
      sheet: z.string(),
      answers: z.array(sheetAnswer).default([]),
      wishes: z.array(fileWish).default([]),
    }),
    answer: sheetValues,
  },
  /** 主体匹配: who the names of these files would be, tried and taken back. One view, page by page; counts are of everything. */
  'import.parties': {
    ask: z.object({
      tickets: z.array(ticket).min(1).max(20_000),
      answers: z.array(sheetAnswer).default([]),
      wishes: z.array(fileWish).default([]),
      view: z.enum(['joined', 'new', 'apart']).default('joined'),
      ...page,
    }),
    answer: z.object({
      /** ways in which the files name somebody that the case did not know yet */
      names: count,
      /** parties of the case that the files name in words already known */
      seenAgain: count,
      newParties: count,
      joinedToKnown: count,
      joinedAmongNew: count,
      apart: count,
      byReason: z.array(z.object({ reason: z.string(), names: count })),
      byKind: z.array(z.object({ kind: z.string(), parties: count })),
      total: count,
      joined: z.array(joinedName),
      new: z.array(newParty),
      keptApart: z.array(keptApart),
    }),
  },
} as const;
