import type { AlikeReason, Suggestion } from '../../../shared/protocol/alike.requests.ts';

export type Verdict = 'same' | 'different' | 'unsure';
export const verdicts: readonly Verdict[] = ['same', 'different', 'unsure'];

/** What the list is narrowed to. */
export interface PairFilter {
  readonly reason?: AlikeReason;
  readonly least: number;
}

export const keyOf = ({ a, b }: { a: { id: number }; b: { id: number } }): string => `${a.id} ${b.id}`;

/** Where a list stands: at a pair, wherever it moves when others before it are decided or come back. */
export interface Chosen {
  readonly index: number;
  readonly key?: string;
}

/** The index of the chosen pair in a list that may have been read anew; where the pair is gone, the place it had. */
export function placeOf({ index, key }: Chosen, total: number, at: (index: number) => Suggestion | undefined): number {
  const last = Math.max(0, total - 1);
  const isHere = (place: number) => {
    const pair = at(place);
    return pair !== undefined && keyOf(pair) === key;
  };
  if (key !== undefined)
    for (let step = 0; step < SOUGHT; step++)
      for (const place of [index - step, index + step]) if (place >= 0 && place <= last && isHere(place)) return place;
  return Math.min(index, last);
}
const SOUGHT = 200;

export const scoreText = (score: number): string => score.toFixed(2);

export type { AlikeReason, Suggestion };
