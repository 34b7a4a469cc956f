import { z } from 'zod';
import { bilingual, id } from './parts.ts';

const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);

/** One step of the guided task: what to do, what should be found, and where it stands. Names that end in Fen hold fen as text. */
export const guideStep = z.object({
  step: z.number().int().positive(),
  task: bilingual,
  answer: z.record(z.string(), answerValue),
  rows: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.number().int(), rowId: id })),
});

export const sampleRequests = {
  /** The seven steps through the sample case with their known answers; none in a case that is not the sample. */
  'sample.guide': { ask: z.object({}), answer: z.object({ steps: z.array(guideStep) }) },
} as const;
