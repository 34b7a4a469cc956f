/** So many parties stand on a chart at most; what asks about the whole chart takes so many. */
export const MOST_ON_CHART = 5_000;

/** So many come onto it at once. */
export const MOST_NEW = 2_000;
