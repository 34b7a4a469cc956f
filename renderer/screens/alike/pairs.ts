import type { AlikeReason, Suggestion } from '../../../shared/protocol/alike.requests.ts';

export type Verdict = 'same' | 'different' | 'unsure';
export const verdicts: readonly Verdict[] = ['same', 'different', 'unsure'];

/** What the list is narrowed to. */
export interface PairFilter {
  readonly reason?: AlikeReason;
  readonly least: number;
}

export const keyOf = ({ a, b }: { a: { id: number }; b: { id: number } }): string => `${a.id} ${b.id}`;

export const scoreText = (score: number): string => score.toFixed(2);

export type { AlikeReason, Suggestion };
