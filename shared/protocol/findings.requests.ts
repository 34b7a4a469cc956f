import { z } from 'zod';
import { isDay } from '../evidence/day.ts';
import {
  answer3,
  bilingual,
  count,
  day,
  fen,
  findingStatus,
  id,
  lang,
  longText,
  measure,
  page,
  partyRef,
  reasonCode,
  sentenceValue,
  severity,
  shortText,
  source,
} from './parts.ts';
import { tagCounts, tagFilter, tagId } from './tags.requests.ts';
import { changeReason, findingChange, findingFilter } from './triage.requests.ts';

export const modelWords = z.object({
  id: z.string(),
  version: z.number().int(),
  group: z.string(),
  family: z.string(),
  title: bilingual,
  question: bilingual,
  /** sentence with {{name}} places, filled from a finding's params */
  summary: bilingual,
  basis: z.array(z.object({ source: bilingual, text: bilingual, own: z.boolean() })),
  needs: z.array(z.object({ category: z.string(), fields: z.array(z.string()) })),
  settings: z.array(
    z.object({
      name: z.string(),
      label: bilingual,
      unit: bilingual,
      value: z.number(),
      default: z.number(),
      min: z.number(),
      max: z.number(),
      step: z.number(),
      basis: bilingual,
    }),
  ),
  innocent: z.array(bilingual),
  blindSpots: z.array(bilingual),
  /** 自建模型: who of this case made the version in force, why, how it stands, and its definition as sentences */
  own: z
    .object({
      state: z.enum(['on', 'off', 'deleted']),
      words: bilingual,
      actor: z.string(),
      at: z.string(),
      reason: z.string(),
    })
    .optional(),
});
export type ModelWords = z.output<typeof modelWords>;

/** Shape that other programs rely on: add fields freely, never rename. */
export const modelRun = z.object({
  model: z.string(),
  version: z.number().int(),
  status: z.enum(['ran', 'cannot-judge', 'failed']),
  missing: z.array(z.string()),
  missingWords: z.array(bilingual),
  note: z.string().nullable(),
  examined: count,
  findings: count,
  ms: count,
  /** nothing it reads has changed since this run, so it was not asked again; null where it was asked */
  unchangedSince: z.object({ run: id, at: z.string() }).nullable(),
});
export type ModelRun = z.output<typeof modelRun>;

export const subject = z.object({
  role: z.string(),
  party: id.nullable(),
  kind: z.string().nullable(),
  drawnAs: z.string().nullable(),
  name: z.string(),
});

export const findingRow = z.object({
  id,
  number: z.string(),
  model: z.string(),
  severity,
  band: z.enum(['high', 'medium', 'low']),
  confidence: z.number(),
  params: z.record(z.string(), sentenceValue),
  subjects: z.array(subject),
  fen: fen.nullable(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  rows: count,
  explainedRows: count,
  /** of the evidence, rows that a person typed; absent where none is */
  manualRows: count.optional(),
  status: findingStatus,
  /** 标签: areas and links of the model, posts and watch of the parties */
  tags: z.array(tagId),
  assignee: z.string().nullable(),
  /** the day until which it is to be dealt with */
  due: z.string().nullable(),
  /** 复核 of the last decision by a second person; none: there is nothing to review */
  review: z.enum(['none', 'needed', 'agreed', 'disagreed']),
  /** 不再提示: until which day it is left out of the list */
  suppressedUntil: z.string().nullable(),
  gone: z.boolean(),
  updatedAt: z.string(),
});
export type FindingRow = z.output<typeof findingRow>;

export const evidenceRow = z.object({
  rowId: id,
  role: z.enum(['evidence', 'explained', 'counter', 'context']),
  field: z.string(),
  day: z.string().nullable(),
  fen: fen.nullable(),
  /** whether the amount is part of the sum of the finding: an offer that lost, or a price to compare with, is not */
  counted: z.boolean(),
  /** the two sides as names, when the row has them */
  from: z.string().nullable(),
  to: z.string().nullable(),
  text: z.string(),
  note: bilingual.nullable(),
  source,
  /** further cells of the same row, or the other record of the same payment: each with what it says */
  also: z.array(z.object({ note: bilingual.nullable(), source })),
});

export const checkElement = z.object({
  id: z.string(),
  answer: answer3,
  note: bilingual.nullable(),
  sources: z.array(source),
  seen: z.string().nullable(),
});
export const conferenceCheck = z.object({
  conference: partyRef,
  rowId: id,
  result: z.enum(['genuine', 'doubtful', 'sham', 'unverified']),
  known: count,
  yes: count,
  name: z.string(),
  type: z.string().nullable(),
  day: z.string(),
  endDay: z.string().nullable(),
  city: z.string().nullable(),
  sponsorFen: fen.nullable(),
  elements: z.array(checkElement),
  contradictions: z.array(checkElement),
  source,
});
export type ConferenceCheck = z.output<typeof conferenceCheck>;

export const findingsRequests = {
  'detect.models': {
    ask: z.object({}),
    answer: z.object({
      models: z.array(modelWords),
      /** 人工疑点: what stands in the place of a model where a person made the finding */
      byHand: modelWords,
      lastRun: z.object({ id, at: z.string(), models: z.array(modelRun) }).nullable(),
      /** 查实率: by model, what became of everything it ever found; `confirmed` of those with a second person's consent is `reviewed` */
      dispositions: z.record(
        z.string(),
        z.object({
          found: count,
          confirmed: count,
          reviewed: count,
          excluded: count,
          doubtful: count,
          undecided: count,
        }),
      ),
    }),
  },
  /** Runs the models (all without `models`), each only where something changed that it reads. Settings are kept per case with their reason. */
  'detect.run': {
    ask: z.object({
      models: z.array(z.string()).optional(),
      /** asks every model, whether anything changed or not */
      everything: z.boolean().default(false),
      settings: z.record(z.string(), z.record(z.string(), z.number())).optional(),
      reason: shortText.default(''),
    }),
    answer: z.object({ run: id, runs: z.array(modelRun), added: count, gone: count, kept: count }),
  },
  'findings.list': {
    ask: findingFilter.extend({
      /** matter: 疑点组, findings that rest on the same rows or bind the same parties */
      group: z.enum(['subject', 'model', 'matter', 'none']).default('subject'),
      ...page,
    }),
    answer: z.object({
      /** findings that pass the filter / of the case */
      total: count,
      all: count,
      fen,
      byStatus: z.record(z.string(), count),
      byTag: tagCounts,
      high: count,
      /** of those that pass but for these conditions: past their day, waiting for a second person, and left out by 不再提示 */
      overdue: count,
      review: count,
      suppressed: count,
      groups: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          party: partyRef.nullable(),
          drawnAs: z.string().nullable(),
          detail: z.string(),
          findings: count,
          /** models that found something in it */
          models: count,
          fen: fen.nullable(),
        }),
      ),
      /** in the order of the groups; each names its group */
      rows: z.array(findingRow.extend({ group: z.string() })),
    }),
  },
  /** Every finding with every row it rests on: for other programs, read in one go. Shape of the command line's `detect`. */
  'findings.export': {
    ask: z.object({ lang: lang.default('zh-CN'), tags: tagFilter }),
    answer: z.object({
      runs: z.array(modelRun),
      /** findings of the last run, whatever their tags */
      all: count,
      findings: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          model: z.string(),
          severity,
          confidence: z.number(),
          status: findingStatus,
          tags: z.array(tagId),
          summary: z.string(),
          subjects: z.array(z.object({ party: z.string().nullable(), role: z.string(), name: z.string() })),
          amountFen: z.string().nullable(),
          firstDay: z.string().nullable(),
          lastDay: z.string().nullable(),
          /** rows of the evidence that were entered by hand; absent where none was */
          manualRows: count.optional(),
          evidence: z.array(
            z.object({
              file: z.string(),
              sheet: z.string(),
              row: z.number().int(),
              field: z.string(),
              cell: z.string().nullable(),
            }),
          ),
          explained: z.array(
            z.object({
              file: z.string(),
              sheet: z.string(),
              row: z.number().int(),
              field: z.string(),
              cell: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  'finding.read': {
    ask: z.object({ id }),
    answer: findingRow.extend({
      words: modelWords,
      measures: z.array(measure),
      counter: z.string(),
      evidence: z.array(evidenceRow),
      evidenceTotal: count,
      conference: conferenceCheck.nullable(),
      /** parties of the evidence were split since it was found: its ground may be gone until the models run again */
      shaken: z.object({ at: z.string(), actor: z.string(), reason: z.string(), rows: count }).nullable(),
      related: z.array(
        z.object({
          id,
          number: z.string(),
          model: z.string(),
          severity,
          status: findingStatus,
          fen: fen.nullable(),
          why: z.enum(['same-subject', 'same-rows']),
        }),
      ),
      history: z.array(
        z.object({
          at: z.string(),
          actor: z.string(),
          from: z.string(),
          to: z.string(),
          reasonCode: z.string().nullable(),
          reason: z.string(),
          counter: z.string(),
          /** what a second person said about it */
          review: z
            .object({ at: z.string(), actor: z.string(), verdict: z.enum(['agreed', 'disagreed']), reason: z.string() })
            .nullable(),
        }),
      ),
      /** 指派, the earliest first */
      assignments: z.array(
        z.object({
          at: z.string(),
          actor: z.string(),
          assignee: z.string().nullable(),
          due: z.string().nullable(),
          reason: z.string(),
        }),
      ),
      /** what the last run that concerned it changed about it */
      change: z.object({ run: id, at: z.string(), kind: findingChange, why: z.array(changeReason) }).nullable(),
      run: z.object({
        id,
        at: z.string(),
        examined: count,
        settings: z.record(z.string(), z.number()),
        /** by name, who set a threshold in this case; those that nobody set are the model's own */
        setters: z.record(z.string(), z.object({ actor: z.string(), at: z.string(), reason: z.string() })),
      }),
      /** 人工疑点: who made it and when, and who took it back; null where a model found it */
      byHand: z
        .object({
          at: z.string(),
          actor: z.string(),
          removed: z.object({ at: z.string(), actor: z.string() }).nullable(),
        })
        .nullable(),
    }),
  },
  'finding.dispose': {
    ask: z.object({
      id,
      status: findingStatus,
      reasonCode: reasonCode.optional(),
      reason: longText.default(''),
      counter: longText.optional(),
      /** only with `excluded`: open findings of the same model about the same subject are not listed until this day */
      suppressUntil: day.refine(isDay).optional(),
    }),
    answer: findingRow,
  },
  /** Saves the counter-evidence text without changing the status. */
  'finding.write-counter': { ask: z.object({ id, counter: longText }), answer: z.object({ saved: z.literal(true) }) },
  'conferences.list': {
    ask: z.object({
      result: z.enum(['genuine', 'doubtful', 'sham', 'unverified']).optional(),
      text: shortText.default(''),
      ...page,
    }),
    answer: z.object({
      total: count,
      byResult: z.record(z.string(), count),
      rows: z.array(conferenceCheck.omit({ elements: true, contradictions: true })),
    }),
  },
  'conference.read': {
    ask: z.object({ rowId: id }),
    answer: conferenceCheck.extend({
      payments: z.array(evidenceRow),
      findings: z.array(z.object({ id, number: z.string(), model: z.string(), status: findingStatus })),
    }),
  },
  'risk.list': {
    /** `party`: that one alone */
    ask: z.object({ party: id.optional(), ...page }),
    answer: z.object({
      total: count,
      parties: z.array(
        partyRef.extend({
          drawnAs: z.string(),
          identity: z.string(),
          score: z.number(),
          band: z.enum(['high', 'medium', 'low', 'none']),
          parts: z.array(z.object({ finding: id, number: z.string(), model: z.string(), share: z.number() })),
          /** why the score is held down */
          cap: z.enum(['one-family', 'two-families', 'one-source', 'weak-only']).nullable(),
        }),
      ),
    }),
  },
} as const;
