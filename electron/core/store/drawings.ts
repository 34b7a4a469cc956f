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

/** The last drawing that drew everything: records are as they were then. */
export function wholeDrawing(store: Store): string {
  const { partial } = prepared<[], { partial: number }>(
    store,
    'select count(distinct drawing) as partial from drawing_party',
  ).get()!;
  return String(Number(drawingOf(store)) - partial);
}
