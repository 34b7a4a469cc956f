import type { Store } from '../store/connect.ts';
import { arePairsKnown } from '../store/mention-pairs.ts';
import { mentionPlaces } from '../store/mention-places.ts';
import { rememberedDecisions } from '../store/party-decisions.ts';
import type { Added } from '../store/unjoined.ts';
import { updatePairs } from './added-pairs.ts';
import { joinAround } from './resolve-concerned.ts';
import type { Written } from './write-parties.ts';

/** Beside so many mentions that came in, joining everything is no more work. */
const MOST = 10_000;

/**
 * 增量归并: says who is who after records came in, reading only the mentions they may concern; the result is what `resolveParties` would give.
 * undefined: everything has to be joined anew. Call it inside the transaction that wrote the records, and `remove` of the answer
 * when the links follow.
 */
export function resolveAdded(store: Store, at: string, { from, turned }: Added): Written | undefined {
  if (from <= 1 || !arePairsKnown(store)) return undefined;
  const touched = mentionsIn(store, 'row >= ?', from);
  if (touched.size > MOST) return undefined;
  for (const mention of mentionsIn(store, 'row in (select value from json_each(?))', JSON.stringify(turned)))
    touched.add(mention);
  store.db.exec('savepoint added');
  const done = joinTouched(store, at, touched, from);
  store.db.exec(done ? 'release added' : 'rollback to added; release added');
  return done;
}

function joinTouched(store: Store, at: string, touched: Set<number>, from: number): Written | undefined {
  const beside = updatePairs(store, touched, from);
  if (!beside) return undefined;
  const decisions = rememberedDecisions(store);
  return joinAround(store, at, new Set([...touched, ...beside]), decisions, decisions);
}

/** The mentions in these rows, in whatever role. */
function mentionsIn(store: Store, rows: string, bound: number | string): Set<number> {
  const found = new Set<number>();
  for (const [table, places] of Map.groupBy(mentionPlaces, (place) => place.table)) {
    const columns = places.map(({ column }) => column).join(', ');
    const lines = store.db.prepare<[number | string], Array<number | null>>(
      `select ${columns} from ${table} where ${rows}`,
    );
    for (const line of lines.raw().iterate(bound)) for (const mention of line) if (mention !== null) found.add(mention);
  }
  return found;
}
