/**
 * 3万、20万、300万元: the amounts of 法释〔2016〕9号, 第一至三条. They are used here to rank leads and never to conclude anything.
 */
export const amountBands = [3_000_000, 20_000_000, 300_000_000] as const;

/** Severity 1 to 4 of an amount in fen. */
export function severityOfAmount(fen: number): 1 | 2 | 3 | 4 {
  if (fen >= amountBands[2]) return 4;
  if (fen >= amountBands[1]) return 3;
  return fen >= amountBands[0] ? 2 : 1;
}

/** The severity so many steps higher or lower, within 1 to 4. */
export const stepped = (severity: number, steps: number): 1 | 2 | 3 | 4 =>
  Math.max(1, Math.min(4, severity + steps)) as 1 | 2 | 3 | 4;
