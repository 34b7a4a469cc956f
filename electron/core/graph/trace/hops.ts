import { byCount } from '../by-count.ts';
import type { Followed } from './follow.ts';
import type { Ledger } from './ledger.ts';

/** Followed payments from one party to the next in one layer, as columns: by layer, then by amount. Backwards, the giver is the payee. */
export interface Hops {
  readonly count: number;
  readonly layer: Uint8Array;
  readonly giver: Int32Array;
  readonly taker: Int32Array;
  readonly fen: Float64Array;
  readonly rows: Int32Array;
  /** days since 1970-01-01 */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The payments that were followed, put together. Of equal amounts the one whose giver, then whose taker comes first by rank. */
export function hopsOf(ledger: Ledger, direction: 'down' | 'up', { hops: parts }: Followed): Hops {
  const [givers, takers] = direction === 'down' ? [ledger.payer, ledger.payee] : [ledger.payee, ledger.payer];
  const { rank, day } = ledger;
  const count = parts.position.length;
  const layer = new Uint8Array(count);
  const giverRank = new Int32Array(count);
  const takerRank = new Int32Array(count);
  for (let part = 0; part < count; part++) {
    const i = parts.position[part]!;
    layer[part] = parts.layer[part]!;
    giverRank[part] = rank[givers[i]!]!;
    takerRank[part] = rank[takers[i]!]!;
  }
  const most = rank.length + 1;
  const order = byCount(layer, 256, byCount(giverRank, most, byCount(takerRank, most)));
  const hops = hopColumns(count);
  let hop = -1;
  for (let n = 0, before = -1; n < count; before = order[n++]!) {
    const part = order[n]!;
    const i = parts.position[part]!;
    if (
      hop < 0 ||
      layer[part] !== layer[before] ||
      giverRank[part] !== giverRank[before] ||
      takerRank[part] !== takerRank[before]
    ) {
      hop++;
      hops.layer[hop] = layer[part]!;
      hops.giver[hop] = givers[i]!;
      hops.taker[hop] = takers[i]!;
      hops.first[hop] = day[i]!;
      hops.last[hop] = day[i]!;
    }
    hops.fen[hop]! += parts.fen[part]!;
    hops.rows[hop]!++;
    if (day[i]! < hops.first[hop]!) hops.first[hop] = day[i]!;
    if (day[i]! > hops.last[hop]!) hops.last[hop] = day[i]!;
  }
  return byAmount(hops, hop + 1);
}

const hopColumns = (count: number) => ({
  layer: new Uint8Array(count),
  giver: new Int32Array(count),
  taker: new Int32Array(count),
  fen: new Float64Array(count),
  rows: new Int32Array(count),
  first: new Int32Array(count),
  last: new Int32Array(count),
});

/** Digits by which amounts are sorted: they are below 65536. */
const DIGIT = 2 ** 16;

/** The first `count` hops, those of one layer by amount; of equal amounts the earlier one first. */
function byAmount(hops: ReturnType<typeof hopColumns>, count: number): Hops {
  let largest = 0;
  for (let hop = 0; hop < count; hop++) if (hops.fen[hop]! > largest) largest = hops.fen[hop]!;
  const digit = new Int32Array(count);
  let order: Int32Array | undefined;
  for (let unit = 1; unit <= largest; unit *= DIGIT) {
    for (let hop = 0; hop < count; hop++) digit[hop] = DIGIT - 1 - (Math.floor(hops.fen[hop]! / unit) % DIGIT);
    order = byCount(digit, DIGIT, order);
  }
  order = byCount(hops.layer.subarray(0, count), 256, order);
  const sorted = { count, ...hopColumns(count) };
  for (let n = 0; n < count; n++) {
    const hop = order[n]!;
    sorted.layer[n] = hops.layer[hop]!;
    sorted.giver[n] = hops.giver[hop]!;
    sorted.taker[n] = hops.taker[hop]!;
    sorted.fen[n] = hops.fen[hop]!;
    sorted.rows[n] = hops.rows[hop]!;
    sorted.first[n] = hops.first[hop]!;
    sorted.last[n] = hops.last[hop]!;
  }
  return sorted;
}
