import type { Store } from '../../store/connect.ts';
import { drawingOf } from '../../store/drawings.ts';
import { prepared } from '../../store/prepared.ts';

/** A value with the parties that it stands beside. */
export interface FoundClash {
  readonly value: string;
  readonly parties: readonly number[];
}

export interface Clashes {
  /** one account under the names of several holders */
  readonly account: readonly FoundClash[];
  /** one name with several valid numbers: two people, or one wrong number */
  readonly name: readonly FoundClash[];
}

const kept = new WeakMap<Store['db'], { stamp: string; clashes: Clashes }>();

/** Same-name guard over the whole case, the most contested first; kept until links are drawn anew. */
export function clashesOf(store: Store): Clashes {
  const stamp = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.clashes;
  const read = (view: 'account_clash' | 'name_clash'): FoundClash[] =>
    prepared<[], { value: string; parties: string }>(store, `select value, parties from ${view}`)
      .all()
      .map(({ value, parties }) => ({
        value,
        parties: [...new Set(JSON.parse(parties) as number[])].sort((a, b) => a - b),
      }))
      .sort((a, b) => b.parties.length - a.parties.length || (a.value < b.value ? -1 : 1));
  const clashes = { account: read('account_clash'), name: read('name_clash') };
  kept.set(store.db, { stamp, clashes });
  return clashes;
}
