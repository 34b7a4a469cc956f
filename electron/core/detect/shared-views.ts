import type { Store } from '../store/connect.ts';

/**
 * Views that many models read from end to end, each with what it is asked by: whose columns a run keeps an index of. A view of a million
 * rows is joined and unsealed once for a run, not once for each question.
 */
const shared: Readonly<Record<string, { readonly order: string; readonly indexes: readonly string[] }>> = {
  payment: { order: 'row', indexes: ['payer', 'payee'] },
  fee: { order: 'row', indexes: ['payee', 'company'] },
  employment: { order: 'row, field', indexes: ['person', 'org'] },
};

/** Rows of the case that are looked through with one statement: whoever cancels does not wait for more. */
const AT_ONCE = 20_000;

const named = new RegExp(`\\b(?:from|join)\\s+(${Object.keys(shared).join('|')})\\b`, 'g');

/**
 * What a run calls with each question before it is asked: the views named in it are made whole as private tables in memory, seen by this
 * connection under the names of the views, each at the first question that names it. `dropSharedViews` gives the memory back.
 */
export function sharingViews(store: Store, breathe: () => void): (sql: string) => void {
  const made = new Set<string>();
  return (sql) => {
    for (const [, view] of sql.matchAll(named)) {
      if (view === undefined || made.has(view)) continue;
      made.add(view);
      make(store, view, breathe);
    }
  };
}

/** Takes the private tables of a run away. */
export function dropSharedViews(store: Store): void {
  for (const view of Object.keys(shared)) store.db.exec(`drop table if exists temp.${view}`);
}

/**
 * A row is found by its number where the view has one line for each; the types of the columns stay, so that values compare as before. The indexes
 * grow with the rows: an index of a million made at the end is one statement that nobody can stop, and takes as long.
 */
function make({ db }: Store, view: string, breathe: () => void): void {
  const { order, indexes } = shared[view]!;
  const columns = db
    .prepare<[string], { name: string; type: string }>("select name, type from pragma_table_info(?, 'main')")
    .all(view)
    .map(({ name, type }) => `"${name}" ${name === order ? 'integer primary key' : type}`);
  db.exec(`create temp table ${view}(${columns.join(', ')})`);
  for (const [i, on] of indexes.entries()) db.exec(`create index temp.${view}_${i} on ${view}(${on})`);
  const fill = db.prepare<[number, number]>(
    `insert into temp.${view} select * from main.${view} where row > ? and row <= ? order by ${order}`,
  );
  const last = db.prepare<[], number>('select coalesce(max(id), 0) from main.row').pluck().get() ?? 0;
  for (let after = 0; after < last; after += AT_ONCE) {
    breathe();
    fill.run(after, after + AT_ONCE);
  }
}
