import { z } from 'zod';
import { graphNode } from './graph.requests.ts';
import { bilingual, count, day, fen, id, longText, page, source } from './parts.ts';
import { MAX_LAYERS, traceDirections, traceEnds, traceMethodIds, traceStops } from './trace-words.ts';

const seeds = z.object({
  parties: z.array(id).max(50).default([]),
  /** account numbers as they stand in the case */
  accounts: z.array(z.string().min(1).max(60)).max(50).default([]),
  pairs: z
    .array(z.object({ payer: id, payee: id }))
    .max(50)
    .default([]),
  /** single payments */
  rows: z.array(id).max(500).default([]),
});

const question = {
  seeds,
  direction: z.enum(traceDirections).default('down'),
  layers: z.number().int().min(1).max(MAX_LAYERS).default(3),
  /** days of the payments it starts with */
  from: day.optional(),
  to: day.optional(),
  minRow: fen.nonnegative().default(0),
  minTotal: fen.nonnegative().default(0),
  /** percent */
  minShare: z.number().min(0).max(100).default(0),
  withinDays: z.number().int().min(0).max(3_650).optional(),
  method: z.enum(traceMethodIds).default('fifo'),
  stops: z.array(z.enum(traceStops)).default(['normal']),
};

/** 追踪条件, as they are saved. */
const traceQuestion = z.object(question);
export type TraceQuestion = z.output<typeof traceQuestion>;

const savedTrace = z.object({
  trace: id,
  name: z.string(),
  note: z.string(),
  at: z.string(),
  actor: z.string(),
  seedFen: fen,
  reachedFen: fen,
  reported: z.boolean(),
  removed: z.boolean(),
  /** by the ids of now; `gone`: seeds that are not in the case any more */
  question: traceQuestion,
  gone: count,
});
export type SavedTrace = z.output<typeof savedTrace>;

const rest = z.object({ end: z.enum(traceEnds), fen, parties: count });

const side = z.object({
  direction: z.enum(['down', 'up']),
  seedFen: fen,
  seedRows: count,
  /** layer 0 are the seeds; `fen` arrived in the layer = what left it for the next + `rests`. Of `hops`, `hopsShown` are in this answer. */
  layers: z.array(
    z.object({
      layer: count,
      fen,
      parties: count,
      kinds: z.array(z.object({ drawnAs: z.string(), parties: count, fen })),
      hops: count,
      hopsShown: count,
      rows: count,
      rests: z.array(rest),
    }),
  ),
  hops: z.array(
    z.object({
      layer: count,
      payer: id,
      payee: id,
      rows: count,
      fen,
      first: z.string(),
      last: z.string(),
    }),
  ),
  /** what is known of the parties of these hops, by layer: what arrived, and what rests there and why */
  places: z.array(
    z.object({ party: id, layer: count, fen, rests: z.array(z.object({ end: z.enum(traceEnds), fen })) }),
  ),
});
export type TraceSide = z.output<typeof side>;

export const traceRequests = {
  /** The methods with the sentence that window and reports print. */
  'trace.methods': {
    ask: z.object({}),
    answer: z.object({
      methods: z.array(z.object({ id: z.enum(traceMethodIds), words: bilingual, explained: bilingual })),
    }),
  },
  /** 资金追踪: where money went (down), where it came from (up), or both. Problems: party.not-found, trace.no-seed, trace.no-payments. */
  'trace.run': {
    ask: z.object({ ...question, perLayer: z.number().int().min(1).max(1_000).default(200) }),
    answer: z.object({
      /** payments of the case that are followed, and bookings that are not */
      payments: count,
      aside: z.array(z.object({ why: z.string(), rows: count })),
      sides: z.array(side),
      nodes: z.array(graphNode),
    }),
  },
  /** Keeps a trace under a name: its conditions, and what it comes to now. Problems: those of trace.run. */
  'trace.save': {
    ask: z.object({
      name: z.string().trim().min(1).max(100),
      note: longText.default(''),
      report: z.boolean().default(false),
      question: traceQuestion,
    }),
    answer: z.object({ trace: id }),
  },
  /** 保存的追踪, the latest first; those taken away only when asked for. */
  'trace.list': {
    ask: z.object({ removed: z.boolean().default(false) }),
    answer: z.object({ traces: z.array(savedTrace) }),
  },
  /** Puts a saved trace into the report or out of it, takes it away or brings it back. Problem: trace.not-found. */
  'trace.turn': {
    ask: z.object({ trace: id, what: z.enum(['report', 'unreport', 'remove', 'restore']) }),
    answer: z.object({ trace: id }),
  },
  /** The payments of one hop of a trace, by day, with how much of each is the money followed. */
  'trace.hop': {
    ask: z.object({
      ...question,
      side: z.enum(['down', 'up']),
      layer: z.number().int().min(1).max(MAX_LAYERS),
      payer: id,
      payee: id,
      ...page,
    }),
    answer: z.object({
      total: count,
      fen,
      list: z.array(
        z.object({
          rowId: id,
          day: z.string(),
          time: z.string().nullable(),
          fen,
          traced: fen,
          text: z.string(),
          source,
        }),
      ),
    }),
  },
} as const;
