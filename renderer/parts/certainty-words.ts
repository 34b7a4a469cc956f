import type { Stated } from '../../shared/ontology/link-guess.ts';
import type { useWords } from '../app/words.ts';

/** How a link came about, where it is not simply what records state: typed by hand, or a guess. */
export function certaintyWords({ inferred, manual }: Stated, t: ReturnType<typeof useWords>['t']): string {
  if (inferred) return t(`relations.certainty.${inferred}`);
  if (!manual) return '';
  const guess = manual.inferred;
  return t(guess > 0 ? 'relations.certainty.handGuess' : 'relations.certainty.hand', { rows: manual.rows, guess });
}
