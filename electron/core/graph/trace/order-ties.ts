import { byCount } from '../by-count.ts';

interface Unordered {
  readonly size: number;
  readonly row: Int32Array;
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  readonly fen: Float64Array;
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly rank: Int32Array;
}

/**
 * The positions of all payments in the order of time. Payments of one instant stand so that whoever receives and pays in it receives first;
 * where they go in a circle, the party that comes first by rank begins. The order of files and rows decides nothing that could change an amount.
 */
export function inOrderOfTime(payments: Unordered): Int32Array {
  const { size, day, second } = payments;
  const order = byDay(day.subarray(0, size));
  const keys = new Float64Array(size);
  for (let begin = 0; begin < size; ) {
    const of = day[order[begin]!]!;
    let end = begin + 1;
    while (end < size && day[order[end]!] === of) end++;
    for (let i = begin; i < end; i++) keys[i] = second[order[i]!]! * size + order[i]!;
    keys.subarray(begin, end).sort();
    for (let i = begin; i < end; i++) order[i] = keys[i]! % size;
    for (let from = begin; from < end; ) {
      let to = from + 1;
      while (to < end && second[order[to]!] === second[order[from]!]) to++;
      if (to - from > 1) orderTies(order.subarray(from, to), payments);
      from = to;
    }
    begin = end;
  }
  return order;
}

/** Positions sorted by day. */
function byDay(day: Int32Array): Int32Array {
  let [first, last] = [day[0] ?? 0, day[0] ?? 0];
  for (let i = 1; i < day.length; i++) {
    if (day[i]! < first) first = day[i]!;
    if (day[i]! > last) last = day[i]!;
  }
  return byCount(
    day.map((each) => each - first),
    last - first + 1,
  );
}

/** Puts payments of one instant in order, in place. */
function orderTies(tied: Int32Array, { row, payer, payee, fen, rank }: Unordered): void {
  const rankOf = (party: number) => rank[party]!;
  const sorted = [...tied].sort(
    (a, b) =>
      rankOf(payer[a]!) - rankOf(payer[b]!) ||
      fen[b]! - fen[a]! ||
      rankOf(payee[a]!) - rankOf(payee[b]!) ||
      row[a]! - row[b]!,
  );
  const paid = Map.groupBy(sorted, (i) => payer[i]!);
  const waiting = new Map<number, number>();
  for (const i of sorted) if (paid.has(payee[i]!)) waiting.set(payee[i]!, (waiting.get(payee[i]!) ?? 0) + 1);
  // parties that pay, by rank
  const payers = [...paid.keys()];
  const done = new Set<number>();
  const ready = payers.filter((party) => !waiting.has(party));
  let at = 0;
  let first = 0;
  while (at < sorted.length) {
    let party = ready.shift();
    if (party === undefined) {
      while (done.has(payers[first]!)) first++;
      party = payers[first]!;
    }
    if (done.has(party)) continue;
    done.add(party);
    for (const i of paid.get(party)!) {
      tied[at++] = i;
      const left = (waiting.get(payee[i]!) ?? 0) - 1;
      waiting.set(payee[i]!, left);
      if (left === 0 && !done.has(payee[i]!)) ready.push(payee[i]!);
    }
  }
}
