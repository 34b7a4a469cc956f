import { z } from 'zod';
import { type ChartFormat, chartFormats } from './chart-formats.ts';
import { count, id, workbookAsk } from './parts.ts';

/** base64 of what a loopback request can carry beside everything else */
const bytes = z.base64().max(3_000_000);

const text = z.string().max(2_000);

/** What is drawn, and where (px): parties, folded groups and open frames; links by id; what was written on the chart. */
export const drawnChart = z.object({
  places: z
    .array(
      z.object({
        id: z.string().max(100),
        parties: z.array(id).max(10_000),
        name: text,
        x: z.number(),
        y: z.number(),
        size: z.number().positive(),
        frame: z.string().max(100).nullable(),
      }),
    )
    .min(1)
    .max(5_000),
  links: z.array(z.string().max(100)).max(40_000),
  texts: z.array(z.object({ x: z.number(), y: z.number(), text })).max(500),
});
export type DrawnChart = z.output<typeof drawnChart>;

export const chartFileRequests = {
  /** The drawing as SVG, masked, and the letters in it: what the window needs to make a PNG or the letters of a PDF. */
  'graph.drawing': {
    ask: z.object({ mask: workbookAsk.mask, lang: workbookAsk.lang, purpose: workbookAsk.purpose, shown: drawnChart }),
    answer: z.object({ svg: z.string(), width: count, height: count, chars: z.array(z.string()) }),
  },
  /** Writes the chart to a file: what is drawn, or without `shown` the whole case (data formats only). */
  'graph.export': {
    ask: z.object({
      ...workbookAsk,
      format: z.enum(Object.keys(chartFormats) as [ChartFormat, ...ChartFormat[]]),
      shown: drawnChart.optional(),
      /** PNG: the drawing of graph.drawing in dots */
      png: bytes.optional(),
      /** PDF: the letters of graph.drawing as pictures of one bit per dot, with how far each leads on (dots) */
      glyphs: z
        .object({ chars: z.array(z.string().max(8)).max(4_000), advances: z.array(count).max(4_000), bits: bytes })
        .optional(),
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
