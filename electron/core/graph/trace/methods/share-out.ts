/**
 * Shares `fen` among parts in proportion to their size, to the fen: each gets its share rounded down, and the fen that are left go to the largest
 * remainders, the earlier part first where two are equal. The shares add up to `fen` and none is larger than its part; fen ≤ the sum of the parts.
 * Exact for integers whose sum a double holds. Only the first `count` parts are looked at; the shares are written into `shares`: a million payments
 * would make a million lists.
 */
export function shareOut(
  fen: number,
  parts: readonly number[],
  shares: number[] = [],
  count: number = parts.length,
): number[] {
  let total = 0;
  for (let i = 0; i < count; i++) total += parts[i]!;
  let left = fen;
  for (let i = 0; i < count; i++) {
    if (fen === total) shares[i] = parts[i]!;
    else shares[i] = wholeShare(fen, parts[i]!, total);
    left -= shares[i]!;
  }
  if (left === 0) return shares;
  for (let i = 0; i < count; i++) rests[i] = restOf(fen, parts[i]!, shares[i]!, total);
  // fewer fen are left than there are parts
  for (; left > 0; left--) {
    let largest = 0;
    for (let i = 1; i < count; i++) if (rests[i]! > rests[largest]!) largest = i;
    shares[largest]!++;
    rests[largest] = -1;
  }
  return shares;
}

/** Of the fen shared at the moment. */
const rests: number[] = [];

/** fen × part / total, rounded down. */
function wholeShare(fen: number, part: number, total: number): number {
  const product = fen * part;
  let share = Math.floor(product / total);
  if (product <= Number.MAX_SAFE_INTEGER) return share;
  for (;;) {
    const rest = restOf(fen, part, share, total);
    if (rest < 0) share--;
    else if (rest >= total) share++;
    else return share;
  }
}

/** fen × part − share × total. Exact where it lies between 0 and total, and else on the right side of both. */
function restOf(fen: number, part: number, share: number, total: number): number {
  const one = fen * part;
  const other = share * total;
  if (one <= Number.MAX_SAFE_INTEGER) return one - other;
  return one - other + (lostIn(fen, part, one) - lostIn(share, total, other));
}

/** 2²⁷ + 1: halves the digits of a double. */
const HALVES = 134_217_729;

/** What a × b is more than the double that stands for it (Dekker 1971, A floating-point technique for extending the available precision). */
function lostIn(a: number, b: number, product: number): number {
  if (product <= Number.MAX_SAFE_INTEGER) return 0;
  const highA = a * HALVES - (a * HALVES - a);
  const highB = b * HALVES - (b * HALVES - b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
