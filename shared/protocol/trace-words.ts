/** Words that core and window share about following money. Ids stand in reports and never change. */
export const traceMethodIds = ['fifo', 'pro-rata', 'balance-first'] as const;
export type TraceMethodId = (typeof traceMethodIds)[number];

export const traceDirections = ['down', 'up', 'both'] as const;

/** Stop rules that can be chosen. Cash and payment institutions always end a trace: everybody's money mixes there. */
export const traceStops = ['corporate', 'abroad', 'normal'] as const;
export type TraceStop = (typeof traceStops)[number];

/** Why money was followed no further. 'last-layer' is no gap: it is where one wanted to get. */
export const traceEnds = [
  'last-layer',
  'kept',
  'no-statement',
  'unknown-side',
  'no-source',
  'below-row',
  'below-total',
  'below-share',
  'late',
  'returned',
  'cash',
  'institution',
  'corporate',
  'abroad',
  'normal',
] as const;
export type TraceEnd = (typeof traceEnds)[number];

export const MAX_LAYERS = 7;
