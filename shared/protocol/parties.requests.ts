import { z } from 'zod';
import { count, fen, id, page, partyRef, shortText, source } from './parts.ts';

export const identifier = z.object({
  type: z.string(),
  value: z.string(),
  keyable: z.boolean(),
  source: source.nullable(),
});
export const partyRow = partyRef.extend({
  /** refined drawing kind, e.g. doctor, cso, pharma; see shared/ontology */
  drawnAs: z.string(),
  aliases: z.array(z.string()),
  /** one line that tells this party from others of the same name: employer, dept, last digits, credit code */
  identity: z.string(),
  inFen: fen,
  outFen: fen,
  rows: count,
  findings: count,
  sameName: count,
});
export type PartyRow = z.output<typeof partyRow>;

export const partyLink = z.object({
  party: partyRef,
  kind: z.string(),
  rows: count,
  fen: fen.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

export const mentionRow = z.object({
  mention: id,
  name: z.string(),
  identifiers: z.array(identifier),
  /** why this mention stands with this party: 'first', 'identifier', 'account', 'phone', 'employer', 'org-key', 'conference', 'decision' */
  reason: z.string(),
  /** the mention it was joined to, with the cell of the evidence for the join */
  joinedTo: z.object({ mention: id, name: z.string(), value: z.string(), source: source.nullable() }).nullable(),
  rows: count,
  source,
});

export const searchHit = z.object({
  kind: z.enum(['party', 'identifier', 'amount', 'conference', 'text', 'finding']),
  party: partyRef.nullable(),
  drawnAs: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  fen: fen.nullable(),
  source: source.nullable(),
  finding: id.nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

export const partiesRequests = {
  'parties.list': {
    ask: z.object({
      kind: z.string().optional(),
      text: shortText.default(''),
      sort: z.enum(['name', 'in', 'out', 'rows', 'findings']).default('rows'),
      ...page,
    }),
    answer: z.object({ total: count, rows: z.array(partyRow), byKind: z.record(z.string(), count) }),
  },
  /** Every party with every cell that names it: for other programs, read in one go. */
  'parties.export': {
    ask: z.object({}),
    answer: z.object({
      parties: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          org: z.boolean(),
          name: z.string(),
          aliases: z.array(z.string()),
          identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
          mentions: z.array(
            z.object({ file: z.string(), sheet: z.string(), row: z.number().int(), field: z.string() }),
          ),
        }),
      ),
    }),
  },
  'party.read': {
    ask: z.object({ id }),
    answer: partyRow.extend({
      identifiers: z.array(identifier),
      mentions: z.array(mentionRow),
      mentionsTotal: count,
      /** links by party and kind, first the largest; inTotal and outTotal count all of them */
      in: z.array(partyLink),
      inTotal: count,
      out: z.array(partyLink),
      outTotal: count,
      facts: z.array(z.object({ label: z.string(), value: z.string(), source: source.nullable() })),
      findings: z.array(
        z.object({ id, number: z.string(), model: z.string(), severity: z.number(), status: z.string() }),
      ),
    }),
  },
  /** As you type: parties, identifiers, amounts (>10万), conferences, findings and cells; each group says n of N. */
  search: {
    ask: z.object({ text: z.string().min(1).max(200), limit: z.number().int().min(1).max(100).default(8) }),
    answer: z.object({
      hits: z.array(searchHit),
      /** by kind of hit: how many there are in the whole case; for `text`, in the rows that were looked through */
      totals: z.record(z.string(), count),
      /** rows whose cells were looked through for the text, newest first, of all rows of the case */
      cells: z.object({ searched: count, of: count }).optional(),
    }),
  },
} as const;
