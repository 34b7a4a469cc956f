import { z } from 'zod';
import { evidenceRow } from './findings.requests.ts';
import { answer3, bilingual, count, fen, id, page, shortText } from './parts.ts';

/** One figure of a board. `mark`: it stands out, and why is in the words of the column. */
export const boardCell = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('words'), words: bilingual }),
  z.object({ type: z.literal('party'), id, name: z.string(), kind: z.string(), drawnAs: z.string() }),
  z.object({ type: z.literal('fen'), fen: fen.nullable() }),
  /** millionths of a yuan */
  z.object({ type: z.literal('price'), micro: z.number() }),
  z.object({ type: z.literal('ratio'), value: z.number().nullable(), mark: z.boolean() }),
  z.object({ type: z.literal('number'), value: z.number().nullable(), mark: z.boolean() }),
  z.object({ type: z.literal('answer'), answer: answer3, note: bilingual.nullable() }),
]);
export type BoardCell = z.output<typeof boardCell>;

const cited = z.object({ row: id, field: z.string().max(100) });

export const boardWords = z.object({
  id: z.string(),
  title: bilingual,
  question: bilingual,
  /** how its figures are made */
  method: bilingual,
  columns: z.array(
    z.object({
      id: z.string(),
      title: bilingual,
      kind: z.enum(['wide', 'name', 'text', 'period', 'number', 'money', 'answer']),
    }),
  ),
  /** the figures that are layers of one stream of money, from its source down: columns of an amount and of a head-count */
  layers: z.array(z.object({ title: bilingual, amount: z.string(), heads: z.string().nullable() })).optional(),
});
export type BoardWords = z.output<typeof boardWords>;

export const boardsRequests = {
  /** 比较: the boards that exist, with what they ask. */
  'boards.list': { ask: z.object({}), answer: z.object({ boards: z.array(boardWords) }) },
  /** One board, made from all rows of the case; `lacks` says what is missing where it cannot be made. Problem: board.not-found. */
  'boards.read': {
    ask: z.object({ board: z.string().max(60), text: shortText.default(''), ...page }),
    answer: z.object({
      total: count,
      all: count,
      lacks: z.array(bilingual),
      rows: z.array(
        z.object({
          key: z.string(),
          cells: z.array(boardCell),
          /** rows of sheets behind it, and the first of them with the fields that were read */
          rows: count,
          cited: z.array(cited),
          /** the same for single figures, by column; empty where all figures of a line rest on the same rows */
          behind: z.record(z.string(), z.object({ rows: count, cited: z.array(cited) })),
          parties: z.array(id),
          findings: z.array(z.object({ id, number: z.string(), model: z.string() })),
        }),
      ),
    }),
  },
  /** Rows that a line of a board cites, each with day, money, sides, words and its cell. */
  'boards.rows': {
    ask: z.object({ cited: z.array(cited).max(500) }),
    answer: z.object({ rows: z.array(evidenceRow) }),
  },
} as const;
