/** 网络指标: what can be measured of a party within the network, in the order of the columns. Amounts in fen. */
export const metricIds = [
  'netFen',
  'inFen',
  'outFen',
  'degree',
  'betweenness',
  'closeness',
  'eigenvector',
  'pageRank',
  'core',
  'community',
  'component',
  'strong',
] as const;
export type MetricId = (typeof metricIds)[number];

/** Numbers of groups: they name one, more is not more. */
const names: ReadonlySet<MetricId> = new Set(['community', 'component', 'strong']);
export const isGroup = (metric: MetricId): boolean => names.has(metric);

/** Amounts in fen. */
const amounts: ReadonlySet<MetricId> = new Set(['netFen', 'inFen', 'outFen']);
export const isAmount = (metric: MetricId): boolean => amounts.has(metric);
