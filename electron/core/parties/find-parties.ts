import type { Store } from '../store/connect.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

/** From so many digits on, a text is also looked for among identifiers. */
const LEAST_DIGITS = 3;

export interface FoundParties {
  readonly index: NameIndex;
  readonly byName: ReadonlySet<number>;
  readonly byIdentifier: ReadonlySet<number>;
}

/**
 * Parties that a typed text means, by name and by identifier. Two characters may stand anywhere in a name; a single one has to
 * begin it, because it stands in half of them.
 */
export function findParties(store: Store, text: string): FoundParties {
  const index = nameIndex(store);
  const wanted = text.trim();
  const byName = index.byName(wanted, [...wanted].length === 1 ? 'start' : 'anywhere');
  const byIdentifier = mayBeIdentifier(wanted) ? index.byIdentifier(wanted, 'anywhere') : new Set<number>();
  return { index, byName, byIdentifier };
}

const mayBeIdentifier = (text: string): boolean =>
  text.replace(/\D/g, '').length >= LEAST_DIGITS && /^[0-9A-Za-z\s*@._-]+$/.test(text);

/** The best of many without sorting them all; ties by the lower number. */
export function bestOf(items: Iterable<number>, score: (item: number) => number, count: number): number[] {
  const best: Array<{ item: number; score: number }> = [];
  for (const item of items) {
    const own = score(item);
    const last = best.at(-1);
    if (last && best.length >= count && (own < last.score || (own === last.score && item > last.item))) continue;
    const place = best.findIndex((each) => own > each.score || (own === each.score && item < each.item));
    best.splice(place === -1 ? best.length : place, 0, { item, score: own });
    if (best.length > count) best.pop();
  }
  return best.map(({ item }) => item);
}
