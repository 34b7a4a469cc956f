import { MOST_NEW, MOST_ON_CHART } from '../../../shared/protocol/chart-limits.ts';
import { ProblemReply } from '../../client/parts.ts';
import type { Chart } from '../../graph/chart.ts';

/** How many newcomers the chart takes at once. */
export const mostNew = (chart: Chart): number => Math.min(MOST_NEW, MOST_ON_CHART - chart.parties.length);

/** Leaves with Problem chart.full where the chart has no room for all of these. */
export function checkRoom(chart: Chart, coming: readonly number[]): void {
  const count = new Set([...chart.parties, ...coming]).size;
  if (count > MOST_ON_CHART) throw new ProblemReply({ code: 'chart.full', params: { count, most: MOST_ON_CHART } });
}
