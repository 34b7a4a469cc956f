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
    if (payee > 0) queues[payee]!.push(...born(ledger.opening[i]!));
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

/** Layer −1 is money that is not followed. */
type Box = number[];

/** 差额: other money first, then the money followed in the order in which it came. */
export function othersFirst(box: Box, n: number): Box {
  const taken: Box = [];
  for (const isOther of [true, false])
    for (let at = 0; at < box.length && taken.length < n; )
      if ((box[at] === -1) === isOther) taken.push(...box.splice(at, 1));
      else at++;
  return taken;
}

/** 按比例: of each layer its exact share in whole fen, what is left to the largest remainders, the lower layer first. */
export function inProportion(box: Box, n: number): Box {
  const layers = [...new Set(box)].sort((a, b) => a - b);
  const total = BigInt(box.length);
  const shares = layers.map((layer) => {
    const product = BigInt(n) * BigInt(box.filter((fen) => fen === layer).length);
    return { layer, whole: total === 0n ? 0n : product / total, rest: total === 0n ? 0n : product % total };
  });
  let left = BigInt(n) - shares.reduce((sum, { whole }) => sum + whole, 0n);
  for (const share of shares.toSorted((a, b) => Number(b.rest - a.rest) || a.layer - b.layer)) {
    if (left === 0n) break;
    share.whole++;
    left--;
  }
  return shares.flatMap(({ layer, whole }) =>
    Array.from({ length: Number(whole) }, () => box.splice(box.indexOf(layer), 1)[0]!),
  );
}

/** What `follow` should find downwards with a method that says which single fen leave a box: fen by payment and layer. */
export function countedInBoxes(
  ledger: Ledger,
  isSeed: Uint8Array,
  seedParties: ReadonlySet<number>,
  layers: number,
  leave: (box: Box, n: number) => Box,
): ReadonlyMap<string, number> {
  const boxes = Array.from({ length: ledger.rank.length }, (): Box => []);
  const others = (n: number): Box => Array.from({ length: n }, () => -1);
  const hops = new Map<string, number>();
  for (let i = 0; i < ledger.size; i++) {
    const [payer, payee, fen] = [ledger.payer[i]!, ledger.payee[i]!, ledger.fen[i]!];
    boxes[payer]!.push(...others(payer > 0 ? ledger.missing[i]! : fen));
    boxes[payee]!.push(...others(payee > 0 ? ledger.opening[i]! : 0));
    const gone = leave(boxes[payer]!, fen);
    const arrives = isSeed[i] === 1 ? gone.map(() => 0) : gone;
    for (const layer of arrives) {
      if (layer === -1 || payee === 0) continue;
      const key = `${i} ${layer + 1}`;
      hops.set(key, (hops.get(key) ?? 0) + 1);
    }
    boxes[payee]!.push(
      ...arrives.map((layer) => (layer === -1 || seedParties.has(payee) || layer + 1 === layers ? -1 : layer + 1)),
    );
    boxes[0] = [];
  }
  return hops;
}
