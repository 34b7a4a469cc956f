import { z } from 'zod';
import { MOST_ON_CHART } from './chart-limits.ts';
import { caseTotals, graphLink } from './graph.requests.ts';
import { count, day, fen, id } from './parts.ts';
import { tagFilter } from './tags.requests.ts';

/** 时段 of the chart: both days belong to it. `undated` false leaves out rows without a day, with or without a period. */
export const period = { from: day.optional(), to: day.optional(), undated: z.boolean().default(true) };

/** What the panes of the chart filter by. Kinds are those that are hidden; `minFen` is what a link comes to. */
export const chartFilter = {
  hiddenKinds: z.array(z.string()).default([]),
  hiddenLinks: z.array(z.string()).default([]),
  minFen: fen.default(0),
  tags: tagFilter,
};

/** How wide one bar is. */
export const barUnit = z.enum(['day', 'week', 'month', 'year']);
export type BarUnit = z.output<typeof barUnit>;

export const timeBar = z.object({ from: day, to: day, rows: count, fen, findingFen: fen });
export type TimeBarBar = z.output<typeof timeBar>;

export const markKind = z.enum(['spring', 'midAutumn', 'national', 'tender', 'conference', 'volume']);
export type MarkKind = z.output<typeof markKind>;

/** What stands at a bar: a holiday, or what the case knows of it. `names` holds the first few of `count`. */
export const timeMark = z.object({ kind: markKind, day, bar: count, count, names: z.array(z.string()) });
export type TimeMark = z.output<typeof timeMark>;

export const periodRequests = {
  /** Rows and sum over all rows of the case that pass filters and period, drawn or not; parties that pass the filters. `whole`: without any. */
  'graph.totals': {
    ask: z.object({ ...chartFilter, ...period }),
    answer: caseTotals.omit({ links: true }).extend({ whole: z.object({ parties: count, rows: count, fen }) }),
  },
  /** 时间轴: the money of the case that passes the filters, by day, week, month or year as the span has it; empty bars are bars too. */
  'graph.time-bar': {
    ask: z.object(chartFilter),
    answer: z.object({
      unit: barUnit,
      bars: z.array(timeBar),
      /** rows of any kind that could have a day and have none */
      undated: count,
      marks: z.array(timeMark),
    }),
  },
  /** The links among these parties as they were in a period, and what each of them received and paid in it, from and to anybody. */
  'graph.within': {
    ask: z.object({ parties: z.array(id).max(MOST_ON_CHART), ...period }),
    answer: z.object({
      links: z.array(graphLink),
      parties: z.array(z.object({ id, inFen: fen, outFen: fen })),
    }),
  },
} as const;
