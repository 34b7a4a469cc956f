import { z } from 'zod';
import { ownLimits, ownMeasureKinds, ownPeriods, ownRelations } from '../ontology/own-model.ts';
import { modelRun } from './findings.requests.ts';
import { bilingual, count, fen, longText, sentenceValue, severity } from './parts.ts';

const words = z.string().max(ownLimits.words);
const named = z.string().max(60);

const condition = z.object({ column: named, op: named, values: z.array(words).max(ownLimits.values) });
const join = z.enum(['all', 'any']);
const items = z.array(condition).max(ownLimits.conditions);

/** The shape of a definition; whether it makes sense is said by `ownFaults`. */
export const ownDefinition = z.object({
  view: named,
  where: z.object({ join, items, groups: z.array(z.object({ join, items })).max(10) }),
  groups: z.array(z.object({ column: named, by: z.enum(ownPeriods).optional() })).max(ownLimits.groups),
  measures: z
    .array(
      z.object({
        kind: z.enum(ownMeasureKinds),
        column: named.optional(),
        within: count.max(ownLimits.groups).optional(),
        where: condition.optional(),
        relation: z.enum(ownRelations),
        threshold: z.number(),
      }),
    )
    .max(ownLimits.measures),
  severity,
  name: z.string().max(60),
  explanation: z.string().max(1000),
  innocent: z.array(z.string().max(500)).max(ownLimits.innocent),
});

const ownVersion = z.object({
  model: z.string(),
  version: count,
  state: z.enum(['on', 'off', 'deleted']),
  definition: ownDefinition,
  words: bilingual,
  reason: z.string(),
  at: z.string(),
  actor: z.string(),
});

const modelId = z.string().max(60);
const reason = longText.trim().min(1);
const saved = z.object({ model: z.string(), version: count });

export const ownModelsRequests = {
  /** 自建模型 of this case, the latest version of each. */
  'own.list': { ask: z.object({}), answer: z.object({ models: z.array(ownVersion) }) },
  /** Every version of one, the latest first. Problem: own-model.not-found. */
  'own.history': { ask: z.object({ model: modelId }), answer: z.object({ versions: z.array(ownVersion) }) },
  /** A new model, or a further version of one; it is switched on and nothing is run. Problems: own-model.name-taken, own-model.not-found, and one for each fault. */
  'own.save': { ask: z.object({ model: modelId.optional(), definition: ownDefinition, reason }), answer: saved },
  /** On, off or deleted: a further version with its reason; findings lapse with the next run. Problem: own-model.not-found. */
  'own.change-state': {
    ask: z.object({ model: modelId, state: z.enum(['on', 'off', 'deleted']), reason }),
    answer: saved,
  },
  /** 试算 of a definition before it is kept: what it would find. A Problem for each fault. */
  'own.try': {
    ask: z.object({ definition: ownDefinition }),
    answer: z.object({
      run: modelRun,
      summary: bilingual,
      /** the most striking; `run.findings` says of how many */
      hits: z.array(
        z.object({
          subject: z.string(),
          params: z.record(z.string(), sentenceValue),
          fen: fen.nullable(),
          rows: count,
        }),
      ),
    }),
  },
} as const;
