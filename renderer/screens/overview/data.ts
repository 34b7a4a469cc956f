import type { Answer } from '../../../shared/protocol/requests.ts';

export type OverviewData = Answer<'overview.read'>;

/** Severity 3 and 4 are shown as high risk. */
export const highRisk = ({ findings }: OverviewData): number =>
  (findings.bySeverity['3'] ?? 0) + (findings.bySeverity['4'] ?? 0);
