import type { Store } from './connect.ts';
import { drawingOf, wholeDrawing } from './drawings.ts';
import { prepared } from './prepared.ts';
import { records } from './records/index.ts';

/** Figures for which every record has to be looked at. They are made with the links, by the job that changed the records: no screen waits for them. */
export interface WholeFigures {
  /** bookings left out of the payments, by their reason; the fen of those in another currency are never added */
  readonly aside: ReadonlyArray<{ readonly why: string; readonly rows: number; readonly fen: number }>;
  /** table of records → month → records */
  readonly months: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Kept extends WholeFigures {
  readonly drawing: string;
  readonly whole: string;
}

const key = 'whole_figures';
const known = new WeakMap<Store['db'], Kept>();

/** Makes the figures anew and keeps them. Call it after the links were drawn, inside the same transaction. */
export function writeWholeFigures(store: Store): void {
  const kept = {
    drawing: drawingOf(store),
    whole: wholeDrawing(store),
    aside: asideOf(store),
    months: monthsOf(store),
  };
  prepared<[string, string]>(
    store,
    'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, JSON.stringify(kept satisfies Kept));
}

/** The figures as of the present drawing. After a merge, which changes no record, only what hangs on parties is counted again. */
export function wholeFigures(store: Store): WholeFigures {
  const drawing = drawingOf(store);
  const near = known.get(store.db);
  if (near?.drawing === drawing) return near;
  const stored = prepared<[string], { value: string }>(store, 'select value from meta where key = ?').get(key);
  const kept = stored && (JSON.parse(stored.value) as Kept);
  const whole = wholeDrawing(store);
  const figures =
    kept?.drawing === drawing
      ? kept
      : { drawing, whole, aside: asideOf(store), months: kept?.whole === whole ? kept.months : monthsOf(store) };
  if (drawing !== '') known.set(store.db, figures);
  return figures;
}

const asideOf = (store: Store): WholeFigures['aside'] =>
  prepared<[], WholeFigures['aside'][number]>(
    store,
    'select why, count(*) as rows, coalesce(sum(fen), 0) as fen from payment_aside group by why order by why',
  ).all();

const monthsOf = (store: Store): WholeFigures['months'] =>
  Object.fromEntries(
    records.flatMap(({ table, day }) => {
      if (!day.covers) return [];
      // by day, which the index of days gives in order; months of a million rows would be sorted
      const days = prepared<[], { day: string; n: number }>(
        store,
        `select ${day.column} as day, count(*) as n from ${table} where ${day.column} is not null group by 1 order by 1`,
      ).all();
      const months: Record<string, number> = {};
      for (const { day: on, n } of days) months[on.slice(0, 7)] = (months[on.slice(0, 7)] ?? 0) + n;
      return [[table, months]];
    }),
  );
