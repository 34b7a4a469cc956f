import { rankCorrelation, seededRandom, shuffle } from './rank-correlation.ts';
import { madOf, medianOf } from './statistics.ts';

/** One month: what was used or bought in it, and what was paid in it, in fen. */
export interface MonthlyPair {
  readonly month: string;
  readonly value: number;
  readonly paid: number;
}

export interface FitRule {
  /** months with use that must be known */
  readonly n0: number;
  /** the longest delay between use and payment, in months */
  readonly maxLag: number;
  readonly rho0: number;
  readonly p0: number;
  readonly ratioLeast: number;
  readonly ratioMost: number;
  readonly cv0: number;
}

/** How closely payments follow use. */
export interface Fit {
  readonly lag: number;
  /** months compared at this lag */
  readonly n: number;
  readonly rho: number;
  /** how often so high a correlation comes by chance, from 2,000 seeded permutations; 1 where it was not asked */
  readonly p: number;
  readonly follows: boolean;
  /** of the months with both: their number, the middle ratio paid / used, its robust spread / middle, the lag; undefined where too few */
  readonly ratio:
    | { readonly months: number; readonly median: number; readonly cv: number; readonly lag: number }
    | undefined;
  readonly steady: boolean;
}

const PERMUTATIONS = 2000;
/** Stored here and nowhere else: the same months give the same answer. */
const SEED = 20_230_815;
const TO_SD = 1.4826;

/**
 * Whether payments rise and fall with use (rank correlation at the best delay, its chance by permuting the payments and taking the best delay
 * each time), and whether they are a steady share of it. `months` are consecutive. undefined: too few months.
 */
export function fitVolume(months: readonly MonthlyPair[], rule: FitRule): Fit | undefined {
  const values = months.map(({ value }) => value);
  const paid = months.map(({ paid: each }) => each);
  const lags = Array.from({ length: rule.maxLag + 1 }, (_, lag) => lag).filter(
    (lag) => indexesAt(values, lag).length >= rule.n0,
  );
  if (lags.length === 0) return undefined;
  const rhos = lags.map((lag) => rhoAt(values, paid, lag));
  const rho = Math.max(...rhos);
  const lag = lags[rhos.indexOf(rho)]!;
  const p = rho >= rule.rho0 ? chanceOf(values, paid, lags, rho) : 1;
  const ratio = steadiest(values, paid, lags, rule.n0);
  return {
    lag,
    n: indexesAt(values, lag).length,
    rho,
    p,
    follows: rho >= rule.rho0 && p <= rule.p0,
    ratio,
    steady:
      ratio !== undefined && ratio.median >= rule.ratioLeast && ratio.median <= rule.ratioMost && ratio.cv <= rule.cv0,
  };
}

/** The months whose use `lag` months before is known and more than nothing. */
function indexesAt(values: readonly number[], lag: number): number[] {
  const indexes: number[] = [];
  for (let at = lag; at < values.length; at++) if (values[at - lag]! > 0) indexes.push(at);
  return indexes;
}

function rhoAt(values: readonly number[], paid: readonly number[], lag: number): number {
  const indexes = indexesAt(values, lag);
  return rankCorrelation(
    indexes.map((at) => values[at - lag]!),
    indexes.map((at) => paid[at]!),
  );
}

function chanceOf(values: readonly number[], paid: readonly number[], lags: readonly number[], rho: number): number {
  const random = seededRandom(SEED);
  const mixed = [...paid];
  let asHigh = 0;
  for (let i = 0; i < PERMUTATIONS; i++) {
    shuffle(mixed, random);
    if (lags.some((lag) => rhoAt(values, mixed, lag) >= rho - 1e-12)) asHigh++;
  }
  return (asHigh + 1) / (PERMUTATIONS + 1);
}

/** The delay at which the ratio paid / used varies least, of those with enough months in which something was paid. */
function steadiest(
  values: readonly number[],
  paid: readonly number[],
  lags: readonly number[],
  least: number,
): Fit['ratio'] {
  const found = lags.flatMap((lag) => {
    const ratios = indexesAt(values, lag)
      .filter((at) => paid[at]! > 0)
      .map((at) => paid[at]! / values[at - lag]!);
    if (ratios.length < least) return [];
    const median = medianOf(ratios);
    return [{ months: ratios.length, median, cv: (TO_SD * madOf(ratios)) / median, lag }];
  });
  return found.toSorted((a, b) => a.cv - b.cv || a.lag - b.lag)[0];
}
