import type { Store } from '../../store/connect.ts';
import { changedSince, drawingOf } from '../../store/drawings.ts';
import { initials, names, numbers, syllables } from './alphabets.ts';
import { type Employment, readEmployment } from './read-employment.ts';
import { type Order, type Reading, readNames, readNumbers, readOrder, readSounds } from './read-lines.ts';
import { type Posts, readPosts } from './read-posts.ts';
import { type Breathe, TextLines } from './text-lines.ts';

/** Names, sounds, numbers and posts of parties, for finding them by a part. */
export interface NameIndex {
  readonly order: Order;
  readonly names: TextLines;
  readonly syllables: TextLines;
  readonly initials: TextLines;
  readonly numbers: TextLines;
  readonly posts: Posts;
  readonly employment: Employment;
  /** by place, 1: the party is other than it was when this was made, and is passed over; undefined: none is */
  readonly isChanged?: Uint8Array;
}

/** The names of the case as they are now: a large index, and a small one of the parties that changed since. */
export type Names = readonly NameIndex[];

interface Kept {
  readonly stamp: string;
  readonly base: NameIndex;
  readonly baseStamp: string;
  readonly names: Names;
}

const kept = new WeakMap<Store['db'], Kept>();
const making = new WeakMap<Store['db'], { stamp: string; index: Promise<Kept> }>();

/** The names as they are now: read when first asked for after an import, in slices between which others are answered. */
export async function nameIndex(store: Store): Promise<Names> {
  for (;;) {
    const stamp = drawingOf(store);
    const known = kept.get(store.db);
    if (known?.stamp === stamp) return known.names;
    let current = making.get(store.db);
    if (current?.stamp !== stamp) {
      current = { stamp, index: renewed(store, stamp, known) };
      making.set(store.db, current);
    }
    kept.set(store.db, await current.index);
    making.delete(store.db);
  }
}

/** How long after opening a case, or after a job, the index is made, so that whoever begins to type does not wait for it. */
const SOON = 1_500;
const soon = new WeakMap<Store['db'], NodeJS.Timeout>();

/** Makes the index soon, while nobody waits. A case that is closed meanwhile needs none. */
export function makeNamesReady(store: Store, log: (line: string) => void): void {
  clearTimeout(soon.get(store.db));
  const timer = setTimeout(() => {
    if (!store.db.open) return;
    nameIndex(store).catch((error: unknown) => {
      if (store.db.open) log(`names not ready: ${error instanceof Error ? error.name : 'error'}`);
    });
  }, SOON);
  timer.unref();
  soon.set(store.db, timer);
}

/** From so many changed parties on, everything is read anew. */
const MANY = 5_000;

async function renewed(store: Store, stamp: string, known: Kept | undefined): Promise<Kept> {
  const changed = known && changedSince(store, known.baseStamp);
  if (!known || !changed || changed.size > MANY) {
    const base = await make(store, undefined);
    return { stamp, base, baseStamp: stamp, names: [base] };
  }
  const { base, baseStamp } = known;
  const since = await make(store, JSON.stringify([...changed]));
  return { stamp, base, baseStamp, names: [{ ...base, isChanged: placesOf(base.order, changed) }, since] };
}

function placesOf({ parties, placeOf }: Order, changed: ReadonlySet<number>): Uint8Array {
  const is = new Uint8Array(parties.length);
  for (const party of changed) {
    const place = placeOf[party] ?? -1;
    if (place !== -1) is[place] = 1;
  }
  return is;
}

async function make(store: Store, only: string | undefined): Promise<NameIndex> {
  const reading: Reading = { only, breathe: breather() };
  const { breathe } = reading;
  const order = await readOrder(store, reading);
  const { names: written, keys } = await readNames(store, order, reading);
  const byName = await TextLines.make(names, written.texts, written.of, breathe);
  const sounds = await readSounds(keys, order, breathe);
  const bySyllable = await TextLines.make(syllables, sounds.full.texts, sounds.full.of, breathe);
  const byInitial = await TextLines.make(initials, sounds.initials.texts, sounds.initials.of, breathe);
  const identifiers = await readNumbers(store, order, reading);
  const byNumber = await TextLines.make(numbers, identifiers.texts, identifiers.of, breathe);
  return {
    order,
    names: byName,
    syllables: bySyllable,
    initials: byInitial,
    numbers: byNumber,
    posts: await readPosts(store, order, reading),
    employment: await readEmployment(store, reading),
  };
}

/** How long others wait at most while the index is made. */
const SLICE = 12;

function breather(): Breathe {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE) return undefined;
    return new Promise<void>((resolve) =>
      setImmediate(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}
