/** Part of a whole, in whole numbers. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

const SCALE = 10_000;

/** Whether after − before >= setting, exactly; settings have at most four places. Both wholes must be more than nothing. */
export const isRiseAtLeast = (before: Share, after: Share, setting: number): boolean =>
  (BigInt(after.part) * BigInt(before.whole) - BigInt(before.part) * BigInt(after.whole)) * BigInt(SCALE) >=
  BigInt(Math.round(setting * SCALE)) * BigInt(before.whole) * BigInt(after.whole);

/** after − before, for showing and comparing with a middle value. */
export const riseOf = (before: Share, after: Share): number =>
  before.whole === 0 || after.whole === 0 ? Number.NaN : after.part / after.whole - before.part / before.whole;

/** z of the two shares with the pooled estimate (two-proportion test); 0 where it is not defined. Positive: the share rose. */
export function zOfRise(before: Share, after: Share): number {
  if (before.whole === 0 || after.whole === 0) return 0;
  const pooled = (before.part + after.part) / (before.whole + after.whole);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.whole + 1 / after.whole));
  return error === 0 ? 0 : riseOf(before, after) / error;
}
