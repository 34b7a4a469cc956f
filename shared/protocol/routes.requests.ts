import { z } from 'zod';
import { MOST_ON_CHART } from './chart-limits.ts';
import { graphNode, subgraph } from './graph.requests.ts';
import { count, day, fen, id, source } from './parts.ts';

/** What routes may be made of. `minFen` holds for the sum of each link within the period; rows without a day are in no period. */
const limits = {
  kinds: z.array(z.string()).optional(),
  minFen: fen.optional(),
  since: day.optional(),
  until: day.optional(),
  /** 超级节点 are no stations: linked to more than 200 parties, or banks, payment platforms, tax and insurance offices by name */
  excludeHubs: z.boolean().default(false),
  /** what the chart hides and a route is to keep off: kinds of parties (`drawnAs`), single parties, kinds of links, small sums */
  hidden: z
    .object({
      parties: z.array(z.string()),
      ids: z.array(id).max(MOST_ON_CHART).default([]),
      links: z.array(z.string()),
      minFen: fen.optional(),
    })
    .optional(),
};
const routeLimits = z.object(limits);
export type RouteLimits = z.output<typeof routeLimits>;

const parties = z.array(id).min(2).max(50);

const pathAsk = {
  from: id,
  to: id,
  /** along: money runs from `from` to `to`; against: the other way */
  direction: z.enum(['any', 'along', 'against']).default('any'),
  /** strict: each row at or after the one before; tolerant: a hop that is not is kept and marked */
  order: z.enum(['none', 'strict', 'tolerant']).default('none'),
  /** days between one row and the next, at most */
  maxGap: z.number().int().min(0).max(3_650).optional(),
  maxHops: z.number().int().min(1).max(8).default(4),
  ...limits,
};

/** 断点: why a hop does not follow the one before. `statements`: whether the statements of either side cover the days in question. */
const brokenHop = z.object({
  why: z.enum(['earlier', 'too-late', 'undated']),
  days: count.nullable(),
  statements: z.boolean(),
});
export type BrokenHop = z.output<typeof brokenHop>;

/** A row as evidence of a hop. */
const hopRow = z.object({
  rowId: id,
  day: z.string().nullable(),
  time: z.string().nullable(),
  fen: fen.nullable(),
  source,
});
export type HopRow = z.output<typeof hopRow>;

const pathFound = z.object({
  parties: z.array(id),
  /** one for each hop: the link shown, the row by which the order was decided, and where it is broken */
  links: z.array(z.string()),
  hops: z.array(z.object({ link: z.string(), row: hopRow.nullable(), broken: brokenHop.nullable() })),
  minFen: fen.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  broken: count,
});

export const relaxations = [
  'hops',
  'amount',
  'period',
  'order',
  'gap',
  'direction',
  'kinds',
  'hubs',
  'hidden',
] as const;

/** 一轮: rows that lead from party to party and back, the first payment first; `fen` is that of the first. */
const round = z.object({ rows: z.array(hopRow.extend({ link: z.string() })), fen, first: day, last: day });

export const routeRequests = {
  /** Paths between two parties over the drawn links, shortest first. */
  'graph.path': {
    ask: z.object({ ...pathAsk, limit: z.number().int().min(1).max(200).default(10) }),
    answer: subgraph.extend({ paths: z.array(pathFound), examined: count, truncated: z.boolean() }),
  },
  /** Where there is no path: how many there would be without one condition, and whether without any. */
  'graph.path-relax': {
    ask: z.object(pathAsk),
    answer: z.object({
      without: z.array(
        z.object({ what: z.enum(relaxations), paths: count, more: z.boolean(), maxHops: count.nullable() }),
      ),
      /** hops of the shortest way without any condition; null: the two are not connected at all */
      leastHops: count.nullable(),
    }),
  },
  /** 连接网络: a small network that connects the parties; where there is none, the parts and that there is a gap. */
  'graph.connect': {
    ask: z.object({ parties, maxHops: z.number().int().min(1).max(8).default(4), ...limits }),
    answer: subgraph.extend({
      /** the asked parties by connected part, the largest first */
      parts: z.array(z.array(id)),
      /** parties that were not asked for */
      between: count,
      hops: count,
      /** 情报缺口: for each part but the first, the least hops to any other asked party without conditions; null: not connected in the case */
      gaps: z.array(z.object({ part: count, leastHops: count.nullable(), to: id.nullable() })),
    }),
  },
  /** 回流: circles of money through any of the parties, or anywhere in the case. */
  'graph.cycles': {
    ask: z.object({
      parties: z.array(id).max(50).default([]),
      minLength: z.number().int().min(2).max(6).default(2),
      maxLength: z.number().int().min(2).max(6).default(5),
      /** from the first row to the last, at most */
      windowDays: z.number().int().min(0).max(3_650).default(90),
      /** the smallest row of a round is at least this share of its largest */
      keep: z.number().min(0).max(1).default(0.5),
      /** each row at or after the one before, from the payer on; else any order within the window */
      ordered: z.boolean().default(true),
      /** of each row */
      minFen: fen.default(0),
      since: day.optional(),
      until: day.optional(),
      excludeHubs: z.boolean().default(true),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    answer: subgraph.extend({
      cycles: z.array(
        z.object({
          /** payer first; the last pays the first */
          parties: z.array(id),
          links: z.array(z.string()),
          /** rounds that share no row; those listed, and of how many */
          rounds: z.array(round),
          roundsTotal: count,
          /** sum of the first rows of all rounds, and of the rows that came back */
          fen,
          backFen: fen,
          first: day,
          last: day,
        }),
      ),
      total: count,
      /** money rows looked at, and why there may be more: null when the search came to its end */
      rows: count,
      cutOff: z.object({ tried: count, of: count }).nullable(),
      kinds: z.array(z.string()),
    }),
  },
  /** 共同对手: parties linked to all, or to at least so many, of the given ones. */
  'graph.common': {
    ask: z.object({
      parties,
      /** absent: all of them */
      atLeast: z.number().int().min(2).max(50).optional(),
      ...limits,
      offset: count.default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    answer: subgraph.extend({
      found: z.array(
        z.object({
          party: graphNode.shape.id,
          /** how many of the given parties it is linked to */
          with: count,
          /** kinds are never added up; `fen` null: the kind carries no money */
          byKind: z.array(
            z.object({
              kind: z.string(),
              direction: z.enum(['out', 'in']),
              with: count,
              rows: count,
              fen: fen.nullable(),
            }),
          ),
          links: z.array(z.string()),
        }),
      ),
      total: count,
      /** hubs that were left out */
      hubs: count,
    }),
  },
} as const;
