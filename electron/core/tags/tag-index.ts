import { type TagId, tags } from '../../../shared/ontology/tags.ts';
import { journalHead } from '../journal/write-journal.ts';
import type { Store } from '../store/connect.ts';
import { drawingOf } from '../store/drawings.ts';
import { givenTags, stillCounts } from '../store/party-tags.ts';
import { derivedTags, linkOfKind } from './derived-tags.ts';

/** What tells the tags of a party: its number, and the way it is drawn. */
export interface Tagged {
  readonly id: number;
  readonly drawnAs: string;
}

/** The tags of every party: what persons gave and what records say. */
export interface TagIndex {
  /** in the order of shared/ontology/tags.ts */
  of(party: Tagged): readonly TagId[];
}

/** Nearly every party of a large case has these and no others: they are made once. */
const kinds = new Map<string, readonly TagId[]>();
function ofKind(drawnAs: string): readonly TagId[] {
  let held = kinds.get(drawnAs);
  if (!held) {
    const link = linkOfKind(drawnAs);
    held = link ? [link] : [];
    kinds.set(drawnAs, held);
  }
  return held;
}

type Sets = Map<number, Set<TagId>>;
const order = new Map<TagId, number>(tags.map(({ id }, at) => [id, at]));
const inOrder = (held: Iterable<TagId>): TagId[] => [...held].sort((a, b) => order.get(a)! - order.get(b)!);

const derived = new WeakMap<Store['db'], { stamp: string; sets: Sets }>();
const given = new WeakMap<Store['db'], { stamp: string; sets: Sets }>();

/** Made anew after the links are drawn and after whatever a person gives or takes back: everything that changes tags writes the journal. */
export function tagIndex(store: Store): TagIndex {
  const drawing = drawingOf(store);
  const fromRecords = kept(derived, store, drawing, () => derivedTags(store));
  const byHand = kept(given, store, `${drawing} ${journalHead(store).seq}`, () =>
    givenTags(store)
      .filter(stillCounts)
      .flatMap(({ party, tag }) => (party === null ? [] : [{ party, tag }])),
  );
  return {
    of({ id, drawnAs }) {
      const link = ofKind(drawnAs);
      const [hand, read] = [byHand.get(id), fromRecords.get(id)];
      return hand || read ? inOrder(new Set([...(hand ?? []), ...(read ?? []), ...link])) : link;
    },
  };
}

function kept(
  cache: WeakMap<Store['db'], { stamp: string; sets: Sets }>,
  { db }: Store,
  stamp: string,
  read: () => ReadonlyArray<{ party: number; tag: TagId }>,
): Sets {
  const known = cache.get(db);
  if (known?.stamp === stamp) return known.sets;
  const sets: Sets = new Map();
  for (const { party, tag } of read()) {
    const set = sets.get(party) ?? new Set<TagId>();
    sets.set(party, set.add(tag));
  }
  cache.set(db, { stamp, sets });
  return sets;
}

/** How many of a list carry each tag; tags that none carries are left out. */
export function countTags(held: Iterable<readonly TagId[]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of held) for (const tag of each) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}
