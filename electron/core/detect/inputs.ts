import { createHash } from 'node:crypto';
import type { Store } from '../store/connect.ts';
import {
  columnsOf,
  contentDigest,
  type MentionStates,
  mentionColumnsOf,
  mentionStates,
  tableDigest,
} from '../store/content-digest.ts';
import { openedTables } from '../store/opened-tables.ts';
import { recordOfCategory, records } from '../store/records/index.ts';
import { VERSION } from '../tool.ts';
import { joinedByNumber, namesByNumber } from './view-joins.ts';

/**
 * 输入: what the answer to a question depends on, by name.
 * `records:T` a table of records with the mentions and parties it names, its sheets and corrections · `sheets:C` sheets of a category and what was
 * corrected in them · `parties` who is who, everybody · `imports` every sheet · `table:T` a table as it stands · `working:T` what this run found
 * out before the models were asked · `answer:SQL` what a question comes to that looks for some among everybody.
 */
export interface Inputs {
  /** The inputs behind a question of a model, as SQLite itself opens them. */
  behind(sql: string, params?: Readonly<Record<string, unknown>>): readonly string[];
  /** A digest over the contents of these inputs: equal digests, equal answers. */
  state(names: readonly string[]): string;
  /** Looks at these anew when they are asked for next. */
  forget(names: readonly string[]): void;
}

/** What a run found out, without the number of the run. */
const working: Readonly<Record<string, readonly string[]>> = {
  same_money: ['ledger_row', 'bank_row'],
  meeting_money: ['row', 'meeting_row', 'how', 'explained'],
  conference_check: ['row', 'result', 'known', 'yes', 'elements', 'contradictions'],
};

/** The inputs that a run makes itself. */
export const workingInputs: readonly string[] = Object.keys(working).map((table) => `working:${table}`);

/** Where rows come from: asked by the number of a row, and changed with every import. */
const origins = new Set(['row', 'sheet', 'batch', 'evidence']);
/** Found by number from a table that names them, whose own state holds them. */
const named = new Set(['mention', 'party']);
const recordTables = new Set([...records.map(({ table }) => table as string), 'rec_mention']);

/** The inputs of a run over this store. States are looked at once: make it anew for each run, after `working` tables are filled. */
export function inputsOf(store: Store, breathe: () => void): Inputs {
  const views = new Set(
    store.db.prepare<[], string>("select name from main.sqlite_schema where type = 'view'").pluck().all(),
  );
  const ofViews = new Map<string, readonly string[]>();
  const states = new Map<string, string>();

  /** What a view rests on, whoever asks it for what. */
  function behindView(view: string): readonly string[] {
    const known = ofViews.get(view);
    if (known) return known;
    const opened = openedTables(store, `select * from main.${view}`);
    const hangs = opened.some(({ table }) => recordTables.has(table));
    const byNumber = hangs && namesByNumber(wholeText(view), (table) => recordTables.has(table));
    const names = opened.flatMap(({ table, scanned }) => {
      if (recordTables.has(table)) return [`records:${table}`];
      if (named.has(table)) return hangs && (byNumber || !scanned) ? [] : ['parties'];
      return [other(table)];
    });
    ofViews.set(view, names);
    return names;
  }

  const definition = store.db
    .prepare<[string], string>("select sql from main.sqlite_schema where type = 'view' and name = ?")
    .pluck();

  /** A view with the views that it asks. */
  function wholeText(view: string): string {
    const text = definition
      .get(view)!
      .replace(/--.*$/gm, '')
      .replace(/^create view \w+ as\s+/i, '');
    const inner = [...new Set(viewsIn(text))].filter((other) => other !== view);
    return [text, ...inner.map(wholeText)].join('\nunion\n');
  }

  const viewsIn = (sql: string): string[] =>
    [...sql.matchAll(/\b(?:from|join)\s+(\w+)/gi)].map(([, name]) => name!).filter((name) => views.has(name));

  /** Whether a view shows records and those whom they name, nobody else. */
  const isOfRecords = (view: string): boolean =>
    views.has(view) &&
    behindView(view).some((name) => name.startsWith('records:')) &&
    !behindView(view).includes('parties');

  function behind(sql: string, params?: Readonly<Record<string, unknown>>): readonly string[] {
    const asked = [...new Set(viewsIn(sql))];
    // some among everybody: what matters of everybody is who they are
    const everybody =
      params === undefined && asked.includes('who') && asked.every((view) => view === 'who' || isOfRecords(view))
        ? `answer:${sql}`
        : 'parties';
    const namesOnly = joinedByNumber(sql, 'who', 'party', isOfRecords);
    const placesOnly =
      asked.includes('place') && !/\bstate\b/.test(sql) && joinedByNumber(sql, 'place', 'row', isOfRecords);
    const whose = (view: string) => view !== 'who' && !(placesOnly && view === 'place');
    const names = new Set(asked.filter(whose).flatMap((view) => [...behindView(view)]));
    const covers = (table: string) => asked.some((view) => view !== 'who' && opensOf(view).has(table));
    for (const { schema, table, scanned } of openedTables(store, sql, params)) {
      if (schema === 'temp') for (const name of behindTemporary(table)) names.add(name);
      else if (recordTables.has(table)) names.add(`records:${table}`);
      else if (table === 'party') {
        // one party at a time is one that another table named; whoever is looked for among all depends on all
        if (namesOnly && asked.some(isOfRecords)) continue;
        if (scanned && (asked.includes('who') || !covers('party'))) names.add(everybody);
      } else if (table === 'mention') {
        if (!covers('mention')) names.add('parties');
      } else if (placesOnly && origins.has(table)) continue;
      else if (!covers(table)) names.add(other(table));
    }
    return [...names];
  }

  const opens = new Map<string, ReadonlySet<string>>();
  function opensOf(view: string): ReadonlySet<string> {
    const known =
      opens.get(view) ?? new Set(openedTables(store, `select * from main.${view}`).map(({ table }) => table));
    opens.set(view, known);
    return known;
  }

  const behindTemporary = (table: string): readonly string[] =>
    working[table] ? [`working:${table}`] : views.has(table) ? behindView(table) : [`table:${table}`];

  const other = (table: string): string =>
    working[table] ? `working:${table}` : origins.has(table) ? 'imports' : `table:${table}`;

  function stateOf(name: string): string {
    const known = states.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const state = colon < 0 ? look(name, '') : look(name.slice(0, colon), name.slice(colon + 1));
    states.set(name, state);
    return state;
  }

  const digest = (columns: readonly string[], from: string, bound: readonly unknown[] = []): string =>
    contentDigest(store, columns, from, breathe, bound);
  const whole = (table: string): string => tableDigest(store, table, breathe);

  function look(kind: string, of: string): string {
    if (kind === 'table') return whole(of);
    if (kind === 'records') return `${recordsOf(of)} ${sheetsOf(categoriesOf(store, of))}`;
    if (kind === 'sheets') return sheetsOf(recordOfCategory(of)?.categories ?? [of]);
    if (kind === 'parties') return `${whole('party')} ${whole('mention')}`;
    if (kind === 'imports') return sheetsOf(undefined);
    if (kind === 'answer') return answerOf(of);
    return digest(working[of]!, `from temp.${of} order by 1`);
  }

  /** An answer names parties: whoever asked may look at each of them. */
  function answerOf(sql: string): string {
    const hash = createHash('sha256');
    const party = store.db
      .prepare<[number], unknown[]>('select uid, kind, role, name from main.party where id = ?')
      .raw();
    for (const row of store.db.prepare<[], unknown[]>(sql).raw().all()) {
      const named = row.flatMap((value) => (typeof value === 'number' ? [party.get(value) ?? null] : []));
      hash.update(`${JSON.stringify([row, named])}\n`);
    }
    return hash.digest('hex');
  }

  let mentions: MentionStates | undefined;

  /** A table of records, and every mention that it names with the party whose it is. */
  function recordsOf(table: string): string {
    const columns = mentionColumnsOf(store, table);
    if (columns.length === 0) return whole(table);
    mentions ??= mentionStates(store, breathe);
    const named = new Uint8Array(mentions.size);
    const records = tableDigest(store, table, breathe, columns, (id) => {
      named[id] = 1;
    });
    return `${records} ${mentions.digest(named)}`;
  }

  /** The sheets of these categories that stand, how they were mapped, and what was corrected in them; of all when none is named. */
  function sheetsOf(categories: readonly string[] | undefined): string {
    const among = categories === undefined ? '' : ' and s.category in (select value from json_each(?))';
    const bound = categories === undefined ? [] : [JSON.stringify(categories)];
    const sheets = [...columnsOf(store, 'sheet').map((column) => `s.${column}`), 'b.id', 'e.id', 'e.name', 'e.sha256'];
    const corrections = columnsOf(store, 'correction').map((column) => `c.${column}`);
    return `${digest(
      sheets,
      `from sheet s join batch b on b.id = s.batch join evidence e on e.id = b.evidence where b.state = 'written'${among} order by s.id`,
      bound,
    )} ${digest(
      corrections,
      `from correction c cross join row r on r.id = c.row join sheet s on s.id = r.sheet where true${among} order by c.id`,
      bound,
    )}`;
  }

  return {
    behind,
    state(names) {
      const hash = createHash('sha256').update(`${VERSION} ${schema()}\n`);
      for (const name of names.toSorted()) hash.update(`${name} ${stateOf(name)}\n`);
      return hash.digest('hex');
    },
    forget: (names) => {
      for (const name of names) states.delete(name);
    },
  };

  /** The views in whose words the questions are asked may be others in another version of the program. */
  function schema(): string {
    const known =
      states.get('schema') ?? digest(['name', 'sql'], "from main.sqlite_schema where type = 'view' order by name");
    states.set('schema', known);
    return known;
  }
}

/** The categories of sheets whose rows a table of records holds. */
const categoriesOf = (store: Store, table: string): readonly string[] =>
  records.find((record) => record.table === table)?.categories ??
  store.db
    .prepare<[], string>(
      `select distinct s.category from (select distinct row from ${table}) x cross join row r on r.id = x.row cross join sheet s on s.id = r.sheet
       order by 1`,
    )
    .pluck()
    .all();
