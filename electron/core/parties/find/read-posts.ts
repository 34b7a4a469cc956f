import type { Store } from '../../store/connect.ts';
import { names } from './alphabets.ts';
import { folded, type Order, pages, type Reading } from './read-lines.ts';
import { type Breathe, TextLines } from './text-lines.ts';

/** Departments, posts and titles, each once, and who has them. */
export interface Posts {
  /** each line stands for one of the posts */
  readonly lines: TextLines;
  readonly isDept: Uint8Array;
  /** places of the parties with post k: places[from[k]] … places[from[k + 1] - 1] */
  readonly from: Int32Array;
  readonly places: Int32Array;
}

const titleIn = (table: 'rec_staff' | 'rec_conference_person', column: 'title' | 'position') =>
  ({
    kind: 'title',
    sql: `select r.row, r.${column}, m.party as party from ${table} r join mention m on m.id = r.person
     where r.row > @after and r.${column} is not null and m.party is not null and @among order by r.row limit @page`,
  }) as const;

/** Where sheets say which department, post or title somebody has; each statement answers [position to go on from, text, party]. */
const told = [
  {
    kind: 'dept',
    sql: `select id, dept, party from mention
     where id > @after and dept is not null and party is not null and @among order by id limit @page`,
  },
  titleIn('rec_staff', 'title'),
  titleIn('rec_staff', 'position'),
  titleIn('rec_conference_person', 'title'),
] as const;

export async function readPosts(store: Store, order: Order, reading: Reading): Promise<Posts> {
  const known: Record<'dept' | 'title', Map<string, Set<number>>> = { dept: new Map(), title: new Map() };
  for (const { kind, sql } of told)
    for await (const rows of pages<readonly [number, string, number]>(store, sql, reading))
      for (const [, text, party] of rows) {
        const place = order.placeOf[party] ?? -1;
        const written = folded(text);
        if (place === -1 || written === '') continue;
        const holders = known[kind].get(written) ?? new Set();
        known[kind].set(written, holders.add(place));
      }
  return await filed([...known.title], [...known.dept], reading.breathe);
}

type Held = readonly (readonly [text: string, places: ReadonlySet<number>])[];

async function filed(titles: Held, depts: Held, breathe: Breathe): Promise<Posts> {
  const all = [...titles, ...depts];
  const texts = all.map(([text]) => text);
  const from = new Int32Array(all.length + 1);
  for (const [k, [, holders]] of all.entries()) from[k + 1] = from[k]! + holders.size;
  const places = new Int32Array(from[all.length]!);
  for (const [k, [, holders]] of all.entries()) {
    places.set(Int32Array.from(holders).sort(), from[k]!);
    await breathe();
  }
  const lines = await TextLines.make(names, texts, Int32Array.from(all.keys()), breathe);
  return { lines, isDept: Uint8Array.from(all, (_, k) => (k < titles.length ? 0 : 1)), from, places };
}
