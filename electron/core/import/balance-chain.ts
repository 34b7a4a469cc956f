/** One booking line as the chain sees it. `account` groups the lines of one account; `amount` is as written, its sign kept. */
export interface ChainLine {
  readonly account: string;
  readonly amount: number | undefined;
  readonly balance: number | undefined;
  readonly word: string;
}

export type Proven = 'in' | 'out' | undefined;

/**
 * 余额链: what the balances prove. balance[i] − balance[i−1] is the amount with the sign it really had; statements run from old to new or from new
 * to old, whichever fits more lines; where both fit as many (equal amounts, one after the other) only what is the same in either order is proven.
 * Nothing is inferred from a line whose neighbours do not fit.
 */
export function proveByBalance(lines: readonly ChainLine[]): Proven[] {
  const proven: Proven[] = new Array(lines.length).fill(undefined);
  const accounts = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    if (line.amount === undefined || line.balance === undefined) continue;
    const positions = accounts.get(line.account);
    if (positions) positions.push(i);
    else accounts.set(line.account, [i]);
  }
  for (const positions of accounts.values()) {
    const forward = steps(lines, positions);
    const backward = steps(lines, [...positions].reverse());
    for (const [position, said] of fitting(forward, backward)) proven[position] = said;
  }
  return proven;
}

/** A line that was proven, by its place. */
type Step = readonly [number, Proven];

/** The steps in the order that fits more lines; of two orders that fit as many those that both prove. */
function fitting(forward: readonly Step[], backward: readonly Step[]): readonly Step[] {
  if (forward.length !== backward.length) return forward.length > backward.length ? forward : backward;
  const other = new Map(backward);
  return forward.filter(([position, said]) => other.get(position) === said);
}

function steps(lines: readonly ChainLine[], positions: readonly number[]): Step[] {
  const found: Step[] = [];
  for (let k = 1; k < positions.length; k++) {
    const at = positions[k] as number;
    const line = lines[at];
    const before = lines[positions[k - 1] as number];
    if (line?.amount === undefined || line.balance === undefined || before?.balance === undefined) continue;
    const moved = line.balance - before.balance;
    if (moved !== 0 && Math.abs(moved) === Math.abs(line.amount)) found.push([at, moved > 0 ? 'in' : 'out']);
  }
  return found;
}

/** What each direction code means, where at least two lines prove it and none proves the opposite, and no two codes mean both. */
export function codesByBalance(lines: readonly ChainLine[], proven: readonly Proven[]): Map<string, 'in' | 'out'> {
  const tallies = new Map<string, { in: number; out: number }>();
  for (const [i, said] of proven.entries()) {
    const line = lines[i];
    if (said === undefined || line === undefined || line.word === '' || (line.amount ?? 0) < 0) continue;
    const tally = tallies.get(line.word) ?? { in: 0, out: 0 };
    tallies.set(line.word, tally);
    tally[said]++;
  }
  const meanings = new Map<string, 'in' | 'out'>();
  for (const [word, tally] of tallies) {
    if (tally.in >= 2 && tally.out === 0) meanings.set(word, 'in');
    else if (tally.out >= 2 && tally.in === 0) meanings.set(word, 'out');
  }
  // a sheet has two codes: once one is proven, a single proof of the other is enough
  for (const [word, tally] of tallies) {
    if (meanings.has(word)) continue;
    const others = new Set(meanings.values());
    if (tally.in === 1 && tally.out === 0 && others.has('out') && !others.has('in')) meanings.set(word, 'in');
    if (tally.out === 1 && tally.in === 0 && others.has('in') && !others.has('out')) meanings.set(word, 'out');
  }
  return meanings;
}
