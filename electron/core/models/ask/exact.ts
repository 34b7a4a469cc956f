/**
 * Comparisons of shares and ratios in whole numbers, so that a value exactly on a threshold is always on the same side of it.
 * Settings are decimals with at most four places.
 */
const SCALE = 10_000;
const scaled = (setting: number): bigint => BigInt(Math.round(setting * SCALE));

/** Whether part / whole >= setting, for non-negative whole numbers. */
export const isShareAtLeast = (part: number, whole: number, setting: number): boolean =>
  BigInt(part) * BigInt(SCALE) >= scaled(setting) * BigInt(whole);

/** Whether part / whole > setting. */
export const isShareAbove = (part: number, whole: number, setting: number): boolean =>
  BigInt(part) * BigInt(SCALE) > scaled(setting) * BigInt(whole);

/** A setting in yuan as fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);

/**
 * Whether the spread of the amounts (standard deviation of the whole / mean) is at most `setting`, computed without roots:
 * (n·Σx² − (Σx)²) / (Σx)² <= setting².
 */
export function isSpreadAtMost(amounts: readonly number[], setting: number): boolean {
  const n = BigInt(amounts.length);
  const sum = amounts.reduce((total, each) => total + BigInt(each), 0n);
  const squares = amounts.reduce((total, each) => total + BigInt(each) * BigInt(each), 0n);
  const limit = scaled(setting);
  return (n * squares - sum * sum) * BigInt(SCALE) ** 2n <= limit * limit * sum * sum;
}

/** The same figure for showing; 0 for no amounts. */
export function spreadOf(amounts: readonly number[]): number {
  if (amounts.length === 0) return 0;
  const mean = amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
  if (mean === 0) return 0;
  const variance = amounts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / amounts.length;
  return Math.round((Math.sqrt(variance) / mean) * 1000) / 1000;
}
