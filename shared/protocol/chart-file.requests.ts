import { z } from 'zod';
import { type ChartFormat, chartFormats } from './chart-formats.ts';
import { count, id, workbookAsk } from './parts.ts';

/** What is drawn, and where: parties by place (px), links by id. */
export const drawnChart = z.object({
  places: z
    .array(z.object({ id, x: z.number(), y: z.number(), frame: id.nullable() }))
    .min(1)
    .max(5_000),
  links: z.array(z.string().max(100)).max(20_000),
});
export type DrawnChart = z.output<typeof drawnChart>;

export const chartFileRequests = {
  /** Writes the chart to a file: what is drawn, or without `shown` the whole case (data formats only). */
  'graph.export': {
    ask: z.object({
      ...workbookAsk,
      format: z.enum(Object.keys(chartFormats) as [ChartFormat, ...ChartFormat[]]),
      shown: drawnChart.optional(),
    }),
    answer: z.object({
      name: z.string(),
      bytes: count,
      sha256: z.string(),
      parties: count,
      links: count,
      /** how many the case has */
      of: z.object({ parties: count, links: count }),
    }),
  },
} as const;
