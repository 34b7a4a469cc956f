/** The middle of the values; of an even number the mean of the two in the middle. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Median absolute deviation from the median, in the unit of the values; NaN for none. */
export function madOf(values: readonly number[]): number {
  const median = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - median)));
}

/** Makes the MAD of normal values equal to their standard deviation, and the same for the mean deviation. */
const MAD_TO_SD = 1.4826;
const MEAN_DEVIATION_TO_SD = 1.2533;

/**
 * How many standard deviations a value lies from others, by median and MAD (modified z of Iglewicz and Hoaglin). Where more than half of the
 * others are equal the MAD is 0 and their mean deviation stands in; where all are equal any other value is ±Infinity. NaN without others.
 */
export function robustZ(value: number, others: readonly number[]): number {
  const median = medianOf(others);
  if (value === median) return 0;
  const meanDeviation = others.reduce((sum, other) => sum + Math.abs(other - median), 0) / others.length;
  const spread = MAD_TO_SD * madOf(others) || MEAN_DEVIATION_TO_SD * meanDeviation;
  return (value - median) / spread;
}

/** The least value that at least `percent` % of all values do not exceed (nearest rank); NaN for none. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? Number.NaN;
}

/** The probability of at least `hits` in `tries` when each hits with probability `chance` (binomial, by logarithms: no overflow). */
export function atLeastByChance(hits: number, tries: number, chance: number): number {
  if (hits <= 0) return 1;
  if (hits > tries || chance <= 0) return 0;
  if (chance >= 1) return 1;
  const odds = Math.log(chance) - Math.log1p(-chance);
  let log = tries * Math.log1p(-chance);
  let below = Math.exp(log);
  let above = 0;
  for (let k = 1; k <= tries; k++) {
    log += Math.log(tries - k + 1) - Math.log(k) + odds;
    if (k < hits) below += Math.exp(log);
    else above += Math.exp(log);
  }
  // the smaller side is the exact one: 1 − 0.9999… has lost its digits
  return hits > tries * chance ? Math.min(1, above) : Math.max(0, 1 - below);
}
