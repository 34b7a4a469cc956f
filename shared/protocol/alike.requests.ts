import { z } from 'zod';
import { alikeReasons } from './alike-reasons.ts';
import { partyRow } from './parties.requests.ts';
import { count, id, page, problem, shortText, source } from './parts.ts';

export const alikeReason = z.enum(alikeReasons);
export type AlikeReason = z.output<typeof alikeReason>;

/** What a person says about a pair. */
export const verdict = z.enum(['same', 'different', 'unsure']);

const side = z.object({ text: z.string(), source: source.nullable() });
/** One line of the comparison: what is set side by side, and where each side stands. */
export const compared = z.object({ what: z.string(), a: side.nullable(), b: side.nullable() });

export const suggestion = z.object({
  a: partyRow,
  b: partyRow,
  /** 0 to 1 */
  score: z.number(),
  reasons: z.array(alikeReason),
});
export type Suggestion = z.output<typeof suggestion>;

/** Two parties side by side, suggested or not. */
export const comparison = z.object({
  a: partyRow,
  b: partyRow,
  /** null: nothing suggests that they are one */
  score: z.number().nullable(),
  reasons: z.array(alikeReason),
  agrees: z.array(compared),
  differs: z.array(compared),
  /** what was said about the pair */
  said: z
    .object({
      decision: id,
      verdict: z.enum(['same', 'different', 'unsure', 'split']),
      at: z.string(),
      actor: z.string(),
      reason: z.string(),
    })
    .nullable(),
  /** why they cannot be one, whatever a person says */
  apart: problem.nullable(),
});
export type Comparison = z.output<typeof comparison>;

const clashParty = z.object({ party: partyRow, rows: count, source: source.nullable() });
/** 同名与同号: one account under several names, or one name with several valid numbers. */
export const clash = z.object({ value: z.string(), total: count, parties: z.array(clashParty) });
export type Clash = z.output<typeof clash>;

const wanted = z.object({
  reason: alikeReason.optional(),
  /** least score, 0 to 1 */
  least: z.number().min(0).max(1).default(0),
  state: z.enum(['open', 'unsure']).default('open'),
});
const pair = z.object({ a: id, b: id });

export const alikeRequests = {
  /** 疑似同一主体: pairs nobody has decided on, the likeliest first. `stale`: parties changed and the list could not be made anew yet. */
  'parties.suggestions': {
    /** `refresh`: compare anew first what changed since */
    ask: wanted.extend({ refresh: z.boolean().default(false), ...page }),
    answer: z.object({
      total: count,
      /** all open pairs, and all pairs somebody was unsure of */
      open: count,
      unsure: count,
      byReason: z.record(z.string(), count),
      stale: z.boolean(),
      rows: z.array(suggestion),
    }),
  },
  'parties.compare': { ask: z.object({ a: id, b: id }), answer: comparison },
  /** One account with several holders' names; one name with several valid numbers: clues, not suggestions. */
  'parties.clashes': {
    ask: z.object({ kind: z.enum(['account', 'name']), text: shortText.default(''), ...page }),
    answer: z.object({ total: count, accounts: count, names: count, rows: z.array(clash) }),
  },
  /**
   * Decides pairs: the ones given, or all that a filter finds (`expected`: how many that are on the screen of the person who decides).
   * Problems: party.two-numbers, party.not-found, parties.count-changed.
   */
  'parties.decide': {
    ask: z.object({
      verdict,
      reason: shortText.trim().default(''),
      pairs: z.array(pair).min(1).max(500).optional(),
      all: wanted.extend({ expected: count }).optional(),
    }),
    /** apart: pairs said to be the same that stay two parties, because valid numbers speak against it */
    answer: z.object({ decision: id, pairs: count, apart: count }),
  },
  /** What persons decided, the newest first; what was taken back stays listed. */
  'parties.decisions': {
    ask: z.object({ text: shortText.default(''), ...page }),
    answer: z.object({
      total: count,
      rows: z.array(
        z.object({
          decision: id,
          verdict: z.enum(['same', 'different', 'unsure', 'split']),
          pairs: count,
          nameA: z.string(),
          nameB: z.string(),
          reason: z.string(),
          at: z.string(),
          actor: z.string(),
          undoneAt: z.string().nullable(),
          undoneBy: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Joins two parties. Problems: party.two-numbers, party.not-found, party.with-itself. */
  'parties.merge': {
    ask: z.object({ a: id, b: id, reason: shortText.trim().min(1) }),
    answer: z.object({ decision: id, party: id }),
  },
  /** Takes mentions out of a party; together they are a party of their own. Problems: party.not-found, split.nothing-left, split.not-of-party. */
  'parties.split': {
    ask: z.object({ party: id, mentions: z.array(id).min(1).max(5000), reason: shortText.trim().min(1) }),
    answer: z.object({ decision: id, party: id, parties: z.array(id) }),
  },
  /** Takes a decision back, with all that were made in one go with it; `parties`: what the two sides of the first pair are now. Problem: decision.not-found. */
  'parties.undo': {
    ask: z.object({ decision: id }),
    answer: z.object({ decision: id, pairs: count, parties: z.array(id) }),
  },
} as const;
