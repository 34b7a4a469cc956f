import { z } from 'zod';
import { MOST_ON_CHART } from './chart-limits.ts';
import { metricIds } from './metric-ids.ts';
import { count, id, partyRef } from './parts.ts';

/** null: cannot be told, e.g. where no path of the sample arrived */
const value = z.number().nullable();

const metricRow = partyRef.extend({ drawnAs: z.string(), values: z.record(z.enum(metricIds), value) });

export const metricsRequests = {
  /**
   * 网络指标 over the whole case, or over the links among `parties`. Rows are the parties `show` that are in the network, and the first `top` of each
   * measure; `parties` of the answer says of how many. `sources` < `parties`: betweenness and closeness are estimates from that many starts.
   * Cash and payment institutions are left out of the network, and stand in the sums.
   */
  'metrics.read': {
    ask: z.object({
      over: z.enum(['money', 'all']).default('money'),
      parties: z.array(id).max(MOST_ON_CHART).optional(),
      show: z.array(id).max(MOST_ON_CHART).default([]),
      top: z.number().int().min(1).max(5_000).default(100),
    }),
    answer: z.object({
      parties: count,
      /** pairs with at least one link that counts */
      pairs: count,
      moneyKinds: z.array(z.string()),
      /** cash and payment institutions that were left out */
      aside: count,
      sources: count,
      settled: z.boolean(),
      /** sizes from the largest, of those with at least two members */
      components: z.array(count),
      strong: z.array(count),
      communities: z.array(count),
      modularity: z.number(),
      rows: z.array(metricRow),
    }),
  },
} as const;
