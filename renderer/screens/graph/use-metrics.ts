import type { MetricId } from '../../../shared/protocol/metric-ids.ts';
import type { Ask } from '../../../shared/protocol/requests.ts';
import { useKept } from '../../app/store.ts';
import { useAnswer } from '../../client/queries.ts';

/** What was measured last, for panel and table: asked for once by a person, and again by itself when the links change. */
export function useMetrics() {
  const [asked, measure] = useKept<Ask<'metrics.read'> | null>('graph.metrics', null);
  const query = useAnswer('metrics.read', asked ?? {}, { enabled: asked !== null, waits: true });
  return { asked, measure, query };
}

export interface MetricSort {
  readonly by: MetricId;
  readonly down: boolean;
}
