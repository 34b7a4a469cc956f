import type { Brand } from '../plain/brand.ts';

/** 分: a whole number of hundredths of the currency beside it; never a fraction, never beyond 2^53. */
export type Fen = Brand<number, 'Fen'>;

/** Takes a whole number of fen. Throws when it is none: that is a mistake in the program, not in the evidence. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

/** The sum, exact or not at all: throws beyond 2^53. */
export function sumFen(values: Iterable<Fen>): Fen {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(total)) throw new RangeError(`a sum of fen is not exact: ${total}`);
  }
  return total as Fen;
}
