import { z } from 'zod';
import { count, day, fen, id, longText, partyRef, source } from './parts.ts';

const citedRows = z
  .array(z.object({ rowId: id, field: z.string().min(1).max(100).optional() }))
  .min(1)
  .max(2_000);
const reason = longText.trim().min(1);
const made = z.object({ id, number: z.string() });

export const handFindingsRequests = {
  /**
   * 人工疑点: a finding put together by a person. `parties`: whom it is about, the first above all. A row without `field` is cited by the cell of its
   * figure. Problem: finding.row-gone, party.not-found.
   */
  'finding.make': {
    ask: z.object({
      title: z.string().trim().min(1).max(200),
      reason,
      severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      parties: z.array(id).min(1).max(50),
      rows: citedRows,
    }),
    answer: made,
  },
  /**
   * Lays further rows beside a finding: evidence of one made by hand, context of one that a model found. `added`: rows it did not cite before.
   * Problem: finding.row-gone, finding.rows-known.
   */
  'finding.add-rows': {
    ask: z.object({ id, reason, rows: citedRows }),
    answer: made.extend({ added: z.array(z.object({ rowId: id, field: z.string() })) }),
  },
  /** Takes rows that a person added away again. Problem: finding.rows-not-added, finding.no-rows-left. */
  'finding.drop-rows': {
    ask: z.object({
      id,
      rows: z
        .array(z.object({ rowId: id, field: z.string() }))
        .min(1)
        .max(2_000),
    }),
    answer: made,
  },
  /** Takes a finding made by hand back, or brings it back. Problem: finding.not-by-hand, finding.decided, finding.row-gone. */
  'finding.remove': { ask: z.object({ id }), answer: made },
  'finding.restore': { ask: z.object({ id }), answer: made },
  /** The rows behind links, the largest first, to choose evidence from; rows that are set aside are counted only. */
  'graph.evidence': {
    ask: z.object({
      links: z
        .array(z.object({ kind: z.string(), source: id, target: id }))
        .min(1)
        .max(200),
      from: day.optional(),
      to: day.optional(),
      undated: z.boolean().default(true),
      limit: count.max(2_000).default(500),
    }),
    answer: z.object({
      total: count,
      aside: count,
      rows: z.array(
        z.object({
          rowId: id,
          field: z.string().nullable(),
          kind: z.string(),
          day: z.string().nullable(),
          fen: fen.nullable(),
          text: z.string(),
          from: partyRef,
          to: partyRef,
          /** findings that rest on it */
          findings: count,
          source,
        }),
      ),
    }),
  },
} as const;
