import { OTHER } from './method.ts';
import type { Parts } from './parts.ts';

/** Parts of money in the order in which they came. Neighbours of one label and day are one part. */
export class Queue {
  #fen: number[] = [];
  #label: number[] = [];
  #day: number[] = [];
  #head = 0;
  total = 0;
  followed = 0;

  push(fen: number, label: number, day: number): void {
    if (fen === 0) return;
    this.total += fen;
    if (label !== OTHER) this.followed += fen;
    const last = this.#fen.length - 1;
    if (last >= this.#head && this.#label[last] === label && this.#day[last] === day) {
      this.#fen[last]! += fen;
      return;
    }
    this.#fen.push(fen);
    this.#label.push(label);
    this.#day.push(day);
  }

  /** Takes from the front. */
  shift(fen: number, gone: Parts): void {
    let wanted = fen;
    this.total -= fen;
    while (wanted > 0) {
      const part = this.#fen[this.#head]!;
      const label = this.#label[this.#head]!;
      const taken = part < wanted ? part : wanted;
      gone.add(label, taken);
      if (label !== OTHER) this.followed -= taken;
      wanted -= taken;
      if (taken === part) this.#head++;
      else this.#fen[this.#head] = part - taken;
    }
    if (this.#head > 64 && this.#head * 2 > this.#fen.length) this.#forgetTaken();
  }

  /** Makes other money of the parts whose day lies outside. */
  letGo(first: number, last: number, gone: Parts): void {
    for (let i = this.#head; i < this.#fen.length; i++) {
      const day = this.#day[i]!;
      if (this.#label[i] === OTHER || (day >= first && day <= last)) continue;
      gone.add(this.#label[i]!, this.#fen[i]!);
      this.followed -= this.#fen[i]!;
      this.#label[i] = OTHER;
    }
  }

  /** Takes the parts whose day lies outside off the queue; answers how much they are. */
  drop(first: number, last: number, gone: Parts): number {
    const before = this.total;
    this.#forgetTaken();
    const stays = this.#day.map((day) => day >= first && day <= last);
    for (const [i, stay] of stays.entries()) {
      if (stay) continue;
      gone.add(this.#label[i]!, this.#fen[i]!);
      this.total -= this.#fen[i]!;
      this.followed -= this.#fen[i]!;
    }
    this.#fen = this.#fen.filter((_, i) => stays[i]);
    this.#label = this.#label.filter((_, i) => stays[i]);
    this.#day = this.#day.filter((_, i) => stays[i]);
    return before - this.total;
  }

  left(parts: Parts): void {
    for (let i = this.#head; i < this.#fen.length; i++)
      if (this.#label[i] !== OTHER) parts.add(this.#label[i]!, this.#fen[i]!);
  }

  #forgetTaken(): void {
    this.#fen = this.#fen.slice(this.#head);
    this.#label = this.#label.slice(this.#head);
    this.#day = this.#day.slice(this.#head);
    this.#head = 0;
  }
}
