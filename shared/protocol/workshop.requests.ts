import { z } from 'zod';
import { modelRun } from './findings.requests.ts';
import { bilingual, count, fen, id, longText, sentenceValue, severity, ticket } from './parts.ts';

const values = z.record(z.string(), z.number());

/** One finding that a trial makes or drops. `finding`: its id, where the case knows it. */
const tried = z.object({
  finding: id.nullable(),
  number: z.string().nullable(),
  severity,
  params: z.record(z.string(), sentenceValue),
  subject: z.string(),
  fen: fen.nullable(),
});

/** One threshold in a file of settings, beside what is in force here. */
export const settingOffered = z.object({
  model: z.string(),
  title: bilingual,
  name: z.string(),
  label: bilingual,
  unit: bilingual,
  before: z.number(),
  after: z.number(),
  /** why it was set there */
  reason: z.string(),
});

/** One model of another case, in its words; `known`: whether this case has it with another definition. */
const ownOffered = z.object({
  model: z.string(),
  name: z.string(),
  words: bilingual,
  known: z.boolean(),
  reason: z.string(),
});

export const workshopRequests = {
  /**
   * 试算: what a model finds with other thresholds, beside the findings that stand (or, with `against`, beside other thresholds). Nothing is kept.
   * Problem: model.not-found, setting.unknown, setting.out-of-range.
   */
  'detect.try': {
    ask: z.object({ model: z.string().max(100), settings: values, against: values.optional() }),
    answer: z.object({
      run: modelRun,
      /** findings with which it is compared, and how many are in both */
      before: count,
      same: count,
      addedTotal: count,
      goneTotal: count,
      /** the weightiest of them */
      added: z.array(tried),
      gone: z.array(tried),
    }),
  },
  /** Writes the thresholds that people set in this case and its own models, signed with the key of this profile, for another case. Problem: settings-file.none. */
  'detect.settings-write': {
    ask: z.object({ target: ticket }),
    answer: z.object({ name: z.string(), settings: count, own: count, fingerprint: z.string() }),
  },
  /**
   * Reads such a file: who signed it and what it would change. With `reason` it is put in force; nothing is run. Problem: settings-file.too-large,
   * settings-file.unreadable, settings-file.newer, settings-file.altered, setting.unknown, setting.out-of-range.
   */
  'detect.settings-read': {
    ask: z.object({ ticket, reason: longText.trim().min(1).optional() }),
    answer: z.object({
      file: z.string(),
      signer: z.object({ name: z.string(), fingerprint: z.string(), own: z.boolean() }),
      /** settings of models that this program does not have: left out */
      unknown: z.array(z.string()),
      offered: z.array(settingOffered),
      /** 自建模型 in the file that differ from what is here: of a model that is not here, or another definition of one that is */
      own: z.array(ownOffered),
      applied: count,
    }),
  },
} as const;
