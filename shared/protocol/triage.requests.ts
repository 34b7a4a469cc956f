import { z } from 'zod';
import { isDay } from '../evidence/day.ts';
import { count, day, fen, findingStatus, id, longText, page, shortText } from './parts.ts';
import { tagFilter } from './tags.requests.ts';

const realDay = day.refine(isDay);
const person = z.string().trim().min(1).max(200);
const reason = longText.trim().min(1);

export const findingChange = z.enum(['new', 'back', 'gone', 'changed']);
export type FindingChange = z.output<typeof findingChange>;
/** Why a run found more or less than the one before. */
export const changeReason = z.enum([
  'first',
  'model',
  'settings',
  'lacks',
  'rows',
  'taken-back',
  'corrections',
  'parties',
  'other',
]);
export type ChangeReason = z.output<typeof changeReason>;

/** What the list of findings may be narrowed to. */
export const findingFilter = z.object({
  status: z.array(findingStatus).optional(),
  model: z.string().max(100).optional(),
  band: z.enum(['high', 'medium', 'low']).optional(),
  party: id.optional(),
  minFen: fen.optional(),
  text: shortText.default(''),
  withGone: z.boolean().default(false),
  tags: tagFilter,
  /** those assigned to this person; with `open` work only: neither confirmed nor ruled out */
  assignee: person.optional(),
  /** neither confirmed nor ruled out, and past the day they were due */
  overdue: z.boolean().default(false),
  /** a decision that waits for a second person, or with which one disagreed */
  review: z.boolean().default(false),
  /** 不再提示: left out, shown with the others, or they alone */
  suppressed: z.enum(['without', 'with', 'only']).default('without'),
  /** what one run changed */
  change: z.object({ run: id, kind: findingChange }).optional(),
  /** with evidence between these days; findings whose evidence has no day are left out */
  period: z.object({ from: day, to: day }).optional(),
});
export type FindingFilterAsked = z.output<typeof findingFilter>;

/** 不再提示: the day until which open findings of one model about one subject are not listed. */
export const suppression = z.object({
  id,
  model: z.string(),
  name: z.string(),
  party: id.nullable(),
  until: z.string(),
  at: z.string(),
  actor: z.string(),
  /** the finding that was ruled out, and what for */
  number: z.string(),
  reasonCode: z.string().nullable(),
  reason: z.string(),
  /** null while it holds; a past day ends it too */
  ended: z.object({ at: z.string(), actor: z.string(), reason: z.string() }).nullable(),
  inForce: z.boolean(),
  /** open findings that it keeps out of the list now */
  findings: count,
});
export type Suppression = z.output<typeof suppression>;

export const triageRequests = {
  /** 指派: gives findings to somebody until a day, or takes them back with null. Problem: finding.not-found, finding.due-past. */
  'finding.assign': {
    ask: z.object({
      ids: z.array(id).min(1).max(500),
      assignee: person.nullable(),
      due: realDay.nullable().default(null),
      reason: shortText.trim().default(''),
    }),
    answer: z.object({ assigned: count }),
  },
  /** Who is known in the case: whoever did something or was given something, by name; `me` asks. */
  'triage.people': { ask: z.object({}), answer: z.object({ me: z.string(), people: z.array(z.string()) }) },
  /**
   * 复核: a second person agrees or disagrees with the last decision. Problem: review.not-needed, review.same-person (whoever decided cannot review),
   * review.done.
   */
  'finding.review': {
    ask: z.object({ id, verdict: z.enum(['agreed', 'disagreed']), reason: longText.trim().default('') }),
    answer: z.object({ number: z.string(), verdict: z.enum(['agreed', 'disagreed']) }),
  },
  /** Takes one's own last decision back, with the suppression that came with it. Problem: finding.nothing-to-undo. */
  'finding.undo-dispose': { ask: z.object({ id }), answer: z.object({ number: z.string(), status: findingStatus }) },
  /** 不再提示: all that were ever made, those in force first. */
  'suppressions.list': {
    ask: z.object({ ...page }),
    answer: z.object({ total: count, inForce: count, rows: z.array(suppression) }),
  },
  /** Ends one before its day. Problem: suppression.not-found, suppression.over. */
  'suppression.end': { ask: z.object({ id, reason }), answer: z.object({ id }) },
  /** Filters saved under a name, in the order in which they were saved. */
  'filters.list': {
    ask: z.object({}),
    answer: z.object({
      filters: z.array(z.object({ id, name: z.string(), filter: findingFilter, at: z.string(), actor: z.string() })),
    }),
  },
  /** Saves a filter; the same name replaces it. */
  'filters.save': { ask: z.object({ name: person, filter: findingFilter }), answer: z.object({ id }) },
  /** Problem: filter.not-found. */
  'filters.remove': { ask: z.object({ id }), answer: z.object({ id }) },
  /** 历次运行: what each changed, the latest first. */
  'runs.list': {
    ask: z.object({ ...page }),
    answer: z.object({
      total: count,
      rows: z.array(
        z.object({
          id,
          at: z.string(),
          actor: z.string(),
          ms: count,
          models: count,
          /** of these, models that were not asked because nothing they read had changed */
          unchanged: count,
          cannotJudge: count,
          failed: count,
          changes: z.record(z.string(), count),
          /** by change and reason, how many; one finding may have several reasons */
          reasons: z.array(z.object({ change: findingChange, why: changeReason, findings: count })),
        }),
      ),
    }),
  },
} as const;
