import { Chains } from './chains.ts';
import { OTHER } from './method.ts';
import type { Parts } from './parts.ts';

/** For each party, parts of money in the order in which they came. Neighbours of one label and day are one part. */
export class Queues {
  readonly #parts: Chains;
  readonly total: Float64Array;
  readonly followed: Float64Array;

  constructor(parties: number) {
    this.#parts = new Chains(parties);
    this.total = new Float64Array(parties);
    this.followed = new Float64Array(parties);
  }

  push(party: number, fen: number, label: number, day: number): void {
    if (fen === 0) return;
    this.total[party]! += fen;
    if (label !== OTHER) this.followed[party]! += fen;
    const parts = this.#parts;
    const last = parts.last[party]!;
    if (last > 0 && parts.label[last] === label && parts.day[last] === day) parts.fen[last]! += fen;
    else parts.insert(party, last, fen, label, day);
  }

  /** Takes from the front. */
  shift(party: number, fen: number, gone: Parts): void {
    const parts = this.#parts;
    let wanted = fen;
    this.total[party]! -= fen;
    while (wanted > 0) {
      const first = parts.first[party]!;
      const part = parts.fen[first]!;
      const label = parts.label[first]!;
      const taken = part < wanted ? part : wanted;
      gone.add(label, taken);
      if (label !== OTHER) this.followed[party]! -= taken;
      wanted -= taken;
      if (taken === part) parts.removeAfter(party, 0);
      else parts.fen[first] = part - taken;
    }
  }

  /** Makes other money of the parts whose day lies outside. */
  letGo(party: number, first: number, last: number, gone: Parts): void {
    const parts = this.#parts;
    for (let part = parts.first[party]!; part > 0; part = parts.next[part]!) {
      const day = parts.day[part]!;
      if (parts.label[part] === OTHER || (day >= first && day <= last)) continue;
      gone.add(parts.label[part]!, parts.fen[part]!);
      this.followed[party]! -= parts.fen[part]!;
      parts.label[part] = OTHER;
    }
  }

  /** Takes the parts whose day lies outside off the queue; answers how much they are. */
  drop(party: number, first: number, last: number, gone: Parts): number {
    const parts = this.#parts;
    let dropped = 0;
    for (let before = 0, part = parts.first[party]!; part > 0; ) {
      const day = parts.day[part]!;
      const fen = parts.fen[part]!;
      const next = parts.next[part]!;
      if (day >= first && day <= last) before = part;
      else {
        gone.add(parts.label[part]!, fen);
        if (parts.label[part] !== OTHER) this.followed[party]! -= fen;
        dropped += fen;
        parts.removeAfter(party, before);
      }
      part = next;
    }
    this.total[party]! -= dropped;
    return dropped;
  }

  /** Adds what is left of the followed money. */
  left(party: number, gone: Parts): void {
    const parts = this.#parts;
    for (let part = parts.first[party]!; part > 0; part = parts.next[part]!)
      if (parts.label[part] !== OTHER) gone.add(parts.label[part]!, parts.fen[part]!);
  }

  /** Empties a queue in which nothing followed is; answers what was in it. */
  close(party: number): number {
    const total = this.total[party]!;
    this.total[party] = 0;
    this.#parts.clear(party);
    return total;
  }
}
