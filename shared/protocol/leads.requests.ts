import { z } from 'zod';
import { count, fen, id, page, partyRef, shortText, source } from './parts.ts';
import { tagCounts, tagFilter, tagId } from './tags.requests.ts';

/** 线索: one lead as it was received. Whoever gave it is in no answer; `claimedFen` is what it claims, and in no total. */
export const leadRow = z.object({
  row: id,
  clue: partyRef,
  number: z.string(),
  day: z.string(),
  source: z.string(),
  subject: partyRef.nullable(),
  subjectOrg: partyRef.nullable(),
  position: z.string(),
  content: z.string(),
  category: z.string().nullable(),
  tags: z.array(tagId),
  claimedFen: fen.nullable(),
  status: z.string().nullable(),
  place: source,
});
export type LeadRow = z.output<typeof leadRow>;

export const leadsRequests = {
  /** 线索: the newest first. `all`: leads of the case. */
  'leads.list': {
    ask: z.object({ tags: tagFilter, text: shortText.default(''), ...page }),
    answer: z.object({ total: count, all: count, byTag: tagCounts, rows: z.array(leadRow) }),
  },
} as const;
