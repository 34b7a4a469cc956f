import type { Stated } from '../../../shared/ontology/link-guess.ts';
import { fill } from '../../../shared/plain/fill.ts';
import type { Store } from '../store/connect.ts';
import { manualParts } from '../store/manual-rows.ts';
import { inferredState } from '../store/relation-states.ts';
import type { ReportContext } from './page.ts';

/** How a drawn link came about: recorded, typed by hand, or guessed. */
export function statedOf(
  store: Store,
  { kind, source, target }: { kind: string; source: number; target: number },
): Stated {
  const id = `${kind}:${source}:${target}`;
  return { inferred: inferredState(store, kind, id), manual: manualParts(store).get(id) };
}

/** The same in words, for a reader who has nothing but the report. */
export function certaintyWords({ inferred, manual }: Stated, { word }: Pick<ReportContext, 'word'>): string {
  if (inferred) return word(inferred === 'open' ? 'guessOpen' : 'guessConfirmed');
  if (!manual) return word('recorded');
  return fill(word(manual.inferred > 0 ? 'handGuess' : 'handRows'), { rows: manual.rows, guess: manual.inferred });
}
