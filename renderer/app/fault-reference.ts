/** A number that tells faults of one window apart: milliseconds since 1970 in base 36. */
export const faultReference = (): string => Math.trunc(performance.timeOrigin + performance.now()).toString(36);
