import { z } from 'zod';
import { isDay } from '../evidence/day.ts';
import { type TagId, tagOf } from '../ontology/tags.ts';
import { count, day, id, partyRef, shortText, source } from './parts.ts';

/** One of shared/ontology/tags.ts. */
export const tagId = z.string().refine((text): text is TagId => tagOf(text) !== undefined);
/** A filter by tags: within a group any of them will do, and each group named must be met. Empty: everything. */
export const tagFilter = z.array(tagId).max(50).default([]);
/** By tag: how many of a list carry it, whatever tags it is filtered by; tags that none carries are left out. */
export const tagCounts = z.record(z.string(), count);

const step = z.object({ at: z.string(), actor: z.string(), reason: z.string() });

/** A tag that a person gave. Post, org and days are for 关键少数 and 关键岗位; '' and null where unsaid. */
export const givenTag = step.extend({
  id,
  post: z.string(),
  org: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** the name of the party when it was given */
  name: z.string(),
  ended: step.extend({ day: z.string() }).nullable(),
  removed: step.nullable(),
});

/** One tag of a party: given by a person, or derived from what records say. */
export const partyTag = z.object({
  tag: tagId,
  given: givenTag.nullable(),
  derived: z
    .object({ ground: z.enum(['kind', 'position', 'flag', 'employer', 'insurer', 'category']), words: z.string() })
    .nullable(),
  source: source.nullable(),
});
export type PartyTag = z.output<typeof partyTag>;

/** One post in somebody's history. */
export const heldPost = z.object({
  /** a roster, the company register, a list of a conference, a lead, or a person */
  from: z.enum(['roster', 'office', 'conference', 'lead', 'given']),
  org: z.string(),
  party: partyRef.nullable(),
  post: z.string(),
  firstDay: z.string().nullable(),
  /** null: not said to have ended */
  lastDay: z.string().nullable(),
  /** for `conference`: days on which a list names the post, not its beginning and end */
  rows: count,
  source: source.nullable(),
  reason: z.string(),
});
export type HeldPost = z.output<typeof heldPost>;

const realDay = day.refine(isDay);
const reason = shortText.trim().min(1);

export const tagsRequests = {
  /** Tags of one party, given and derived, and the posts that sheets and persons say it held, the latest first. */
  'tags.read': {
    ask: z.object({ party: id }),
    answer: z.object({ tags: z.array(partyTag), posts: z.array(heldPost), postsTotal: count }),
  },
  /** Gives a tag. Problems: party.not-found, tags.days (it ends before it begins), tags.given (the same stands). */
  'tags.add': {
    ask: z.object({
      party: id,
      tag: tagId,
      post: shortText.trim().default(''),
      org: shortText.trim().default(''),
      from: realDay.nullable().default(null),
      to: realDay.nullable().default(null),
      reason,
    }),
    answer: z.object({ id }),
  },
  /** Ends a tag with a day, removes it, or takes either back; nothing is deleted. Problems: tags.not-found, tags.days, tags.as-before. */
  'tags.change': {
    ask: z.object({
      id,
      what: z.enum(['end', 'reopen', 'remove', 'restore']),
      /** the last day, for `end` */
      day: realDay.optional(),
      reason,
    }),
    answer: z.object({ id }),
  },
} as const;
