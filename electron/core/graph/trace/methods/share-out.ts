/**
 * Shares `fen` among parts in proportion to their size, to the fen: each gets its share rounded down, and the fen that are left go to the largest
 * remainders, the earlier part first where two are equal. The shares add up to `fen` and none is larger than its part; fen ≤ the sum of the parts.
 * Exact for integers of any size that a double holds.
 */
export function shareOut(fen: number, parts: readonly number[]): number[] {
  let total = 0;
  for (const part of parts) total += part;
  if (fen === total) return [...parts];
  const shares = new Array<number>(parts.length);
  const rests = new Array<number>(parts.length);
  let left = fen;
  for (let i = 0; i < parts.length; i++) {
    const product = fen * parts[i]!;
    if (product <= Number.MAX_SAFE_INTEGER) {
      shares[i] = Math.floor(product / total);
      rests[i] = product - shares[i]! * total;
    } else {
      const exact = BigInt(fen) * BigInt(parts[i]!);
      shares[i] = Number(exact / BigInt(total));
      rests[i] = Number(exact % BigInt(total));
    }
    left -= shares[i]!;
  }
  // fewer fen are left than there are parts
  for (; left > 0; left--) {
    let largest = 0;
    for (let i = 1; i < rests.length; i++) if (rests[i]! > rests[largest]!) largest = i;
    shares[largest]!++;
    rests[largest] = -1;
  }
  return shares;
}
