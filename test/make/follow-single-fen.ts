import type { Ledger } from '../../electron/core/graph/trace/ledger.ts';

/** One fen on its way: the payments it went with, and where it came from when no payment says so. */
interface Fen {
  /** positions in the ledger, in the order of time */
  readonly way: number[];
}

/**
 * 先进先出, straight from its definition: every single fen is a thing of its own that stands in the queue of one account. Slow and without
 * any of what the program does to be fast; both directions are read from the same ways.
 */
export function waysOfAllFen(ledger: Ledger): readonly Fen[] {
  const queues = Array.from({ length: ledger.rank.length }, (): Fen[] => []);
  const all: Fen[] = [];
  const born = (n: number): Fen[] =>
    Array.from({ length: n }, () => {
      const fen = { way: [] };
      all.push(fen);
      return fen;
    });
  for (let i = 0; i < ledger.size; i++) {
    const [payer, payee] = [ledger.payer[i]!, ledger.payee[i]!];
    if (payer > 0) queues[payer]!.push(...born(ledger.missing[i]!));
    if (payee > 0) queues[payee]!.push(...born(ledger.openings.get(i) ?? 0));
    const moved = payer > 0 ? queues[payer]!.splice(0, ledger.fen[i]!) : born(ledger.fen[i]!);
    for (const fen of moved) fen.way.push(i);
    if (payee > 0) queues[payee]!.push(...moved);
  }
  return all;
}

/** What `follow` should find with FIFO and no thresholds: fen by payment and layer, and all fen that start. */
export function countedByHand(
  ledger: Ledger,
  direction: 'down' | 'up',
  isSeed: Uint8Array,
  seedParties: ReadonlySet<number>,
  layers: number,
): { seedFen: number; hops: ReadonlyMap<string, number> } {
  const hops = new Map<string, number>();
  const taker = (i: number) => (direction === 'down' ? ledger.payee[i]! : ledger.payer[i]!);
  let seedFen = 0;
  for (const { way } of waysOfAllFen(ledger)) {
    const steps = direction === 'down' ? way : way.toReversed();
    for (const [at, start] of steps.entries()) {
      if (isSeed[start] !== 1) continue;
      seedFen++;
      for (let layer = 1; layer <= layers; layer++) {
        const i = steps[at + layer - 1];
        // it goes on with another start: that one counts it
        if (i === undefined || taker(i) === 0 || (layer > 1 && isSeed[i] === 1)) break;
        const key = `${i} ${layer}`;
        hops.set(key, (hops.get(key) ?? 0) + 1);
        if (seedParties.has(taker(i))) break;
      }
    }
  }
  return { seedFen, hops };
}
