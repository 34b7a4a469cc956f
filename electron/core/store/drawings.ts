import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** Which drawing of the links stands: whoever keeps the graph or the names in memory sees by it that there is a new one, on whichever connection it was made. */
export const drawingOf = (store: Store): string =>
  prepared<[], { value: string }>(store, "select value from meta where key = 'links_drawn'").get()?.value ?? '';

/** Counts a drawing. `parties`: those whose mentions and links changed with it, where links between all others stayed as they were. */
export function markDrawn(store: Store, parties?: Iterable<number>): void {
  const drawing = Number(
    prepared<[], { value: string }>(
      store,
      `insert into meta values ('links_drawn', '1')
       on conflict (key) do update set value = cast(cast(value as integer) + 1 as text) returning value`,
    ).get()!.value,
  );
  if (parties === undefined) {
    store.db.exec('delete from drawing_party');
    return;
  }
  const insert = prepared<[number, number]>(store, 'insert or ignore into drawing_party values (?, ?)');
  for (const party of parties) insert.run(drawing, party);
}

/** The parties that changed since a drawing that was read; undefined: everything may have. */
export function changedSince(store: Store, drawing: string): ReadonlySet<number> | undefined {
  const since = Number(drawing);
  const { drawings, parties } = prepared<[number], { drawings: number; parties: string }>(
    store,
    'select count(distinct drawing) as drawings, json_group_array(party) as parties from drawing_party where drawing > ?',
  ).get(since)!;
  return drawing !== '' && drawings === Number(drawingOf(store)) - since
    ? new Set(JSON.parse(parties) as number[])
    : undefined;
}

/** How to have what follows from the links of a drawing. */
interface OfDrawing<K> {
  /** as a whole drawing left it in the store; undefined: nothing is there */
  snapshot(): K | undefined;
  /** of an earlier drawing, with what these parties have now */
  patched(known: K, changed: ReadonlySet<number>, drawing: string): K;
  /** from everything */
  anew(drawing: string): K;
}

/** What follows from the links as they stand: from memory, brought up to date where parties changed since; else from the snapshot; else anew. */
export function asDrawn<K extends { readonly drawing: string }>(
  store: Store,
  kept: WeakMap<Store['db'], K>,
  { snapshot, patched, anew }: OfDrawing<K>,
): K {
  const drawing = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.drawing === drawing) return known;
  const followed = (earlier: K | undefined): K | undefined => {
    if (!earlier || earlier.drawing === drawing) return earlier;
    const changed = changedSince(store, earlier.drawing);
    return changed && patched(earlier, changed, drawing);
  };
  const fresh = followed(known) ?? followed(snapshot()) ?? anew(drawing);
  kept.set(store.db, fresh);
  return fresh;
}

/** The last drawing that drew everything: records are as they were then. */
export function wholeDrawing(store: Store): string {
  const { partial } = prepared<[], { partial: number }>(
    store,
    'select count(distinct drawing) as partial from drawing_party',
  ).get()!;
  return String(Number(drawingOf(store)) - partial);
}
