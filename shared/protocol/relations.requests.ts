import { z } from 'zod';
import { count, id, page, partyRef, shortText, source } from './parts.ts';
import { attributeKinds, relationStates } from './relation-kinds.ts';

/** 特征类型: `building` is an address that does not reach a room; it is listed and links nobody. */
export const attributeKind = z.enum(attributeKinds);
export type AttributeKind = z.output<typeof attributeKind>;

/** open: a guess; confirmed: a person said that it holds for at least one value; rejected: a person said that it holds for none. */
export const relationState = z.enum(relationStates);
export type RelationState = z.output<typeof relationState>;

const shared = z.object({
  attribute: id,
  kind: attributeKind,
  value: z.string(),
  /** how many people and organisations have it */
  people: count,
  organisations: count,
});

/** One value that both have, with the cells that show it on either side, and the last word on it. */
const sharedValue = shared.extend({
  verdict: relationState,
  said: z.object({ decision: id, at: z.string(), actor: z.string(), reason: z.string() }).nullable(),
  a: z.array(source),
  b: z.array(source),
});

const end = partyRef.extend({ drawnAs: z.string() });

/** 推断关系: two parties that share values of one kind. */
export const relation = z.object({
  kind: z.string(),
  a: end,
  b: end,
  state: relationState,
  values: z.array(sharedValue),
});
export type Relation = z.output<typeof relation>;

/** 共用特征: a value with how many have it. aside: why it links nobody, null where it does. */
export const sharedAttribute = shared.extend({
  aside: z.enum(['hub', 'building']).nullable(),
  /** parties that have it; `parties` holds the first of them */
  total: count,
  parties: z.array(partyRef),
});
export type SharedAttribute = z.output<typeof sharedAttribute>;

export const relationsRequests = {
  /** Inferred relations, of one party or of the case, those that a person rejected too; `with`: only those between these two; `text`: part of
   * the name of either. `states` counts what the other filters find by state. */
  'relations.list': {
    ask: z.object({
      party: id.optional(),
      with: id.optional(),
      kind: z.string().optional(),
      state: relationState.optional(),
      text: shortText.default(''),
      ...page,
    }),
    answer: z.object({ total: count, states: z.record(relationState, count), rows: z.array(relation) }),
  },
  /** Confirms or rejects what two parties share of one kind, all its values or the ones given. Problem: relation.not-found. */
  'relations.decide': {
    ask: z.object({
      kind: z.string(),
      a: id,
      b: id,
      verdict: z.enum(['confirmed', 'rejected']),
      reason: shortText.trim().min(1),
      attributes: z.array(id).min(1).max(100).optional(),
    }),
    answer: z.object({ decision: id, values: count }),
  },
  /** Takes a word on a relation back, with those given in one go with it; what was said before counts again. Problem: decision.not-found. */
  'relations.undo': { ask: z.object({ decision: id }), answer: z.object({ decision: id, values: count }) },
  /** Values that two or more parties have, the most shared first; `which` aside: only those that link nobody. `kinds` counts `which` by kind;
   * `guard`: held by more people or organisations than that, a value links nobody. */
  'relations.shared': {
    ask: z.object({
      which: z.enum(['all', 'drawn', 'aside']).default('all'),
      kind: attributeKind.optional(),
      text: shortText.default(''),
      ...page,
    }),
    answer: z.object({
      total: count,
      all: count,
      aside: count,
      kinds: z.record(attributeKind, count),
      guard: z.object({ people: count, organisations: count }),
      rows: z.array(sharedAttribute),
    }),
  },
  /** Everybody who has a value, each with the first cell that shows it; `pairs`: how many pairs of them it links, and how many a person rejected. */
  'relations.holders': {
    ask: z.object({ attribute: id, ...page }),
    answer: z.object({
      total: count,
      pairs: z.object({ all: count, drawn: count, rejected: count }),
      rows: z.array(z.object({ party: end.extend({ identity: z.string() }), source })),
    }),
  },
} as const;
