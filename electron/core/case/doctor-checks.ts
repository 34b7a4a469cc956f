import { createSM3 } from 'hash-wasm';
import type { JournalHead } from '../journal/entry.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { damageOf, freshSchema, type Store } from '../store/connect.ts';
import { evidenceChunks } from '../store/evidence-chunks.ts';
import type { OpenCase } from '../store/open-case.ts';
import { checkPages } from '../store/page-check.ts';
import { countWrongLinks, figuresThatDisagree } from './doctor-figures.ts';

/** 体检: one thing that must hold. `n` is how much was looked at; `wrong` names what does not hold, by number or id, never by content. */
export interface Finding {
  readonly n: number;
  readonly wrong: readonly string[];
}
export interface Subject {
  readonly openCase: OpenCase;
  readonly mark: JournalHead | undefined;
  progress(done: number, total: number): void;
}
export interface Check {
  /** its words are in `doctor` of shared/text */
  readonly id: DoctorCheckId;
  readonly run: (subject: Subject) => Finding | Promise<Finding>;
}
export type DoctorCheckId = keyof typeof import('../../../shared/text/zh-CN/doctor.ts').doctor;

export const checks: readonly Check[] = [
  { id: 'pages', run: pagesAreSealed },
  { id: 'database', run: databaseIsWhole },
  { id: 'schema', run: schemaIsOurs },
  { id: 'references', run: ({ openCase }) => referencesHold(openCase.store) },
  { id: 'evidence', run: evidenceIsUnchanged },
  { id: 'journal', run: ({ openCase }) => journalHolds(openCase.store, []) },
  {
    id: 'high-water',
    run: ({ openCase, mark }) => (mark ? journalHolds(openCase.store, [mark], /^anchor/) : { n: 0, wrong: [] }),
  },
  { id: 'clock', run: ({ openCase }) => clockRunsForward(openCase.store) },
  ...figuresThatDisagree.map(({ id, find }) => ({ id, run: ({ openCase }: Subject) => find(openCase.store) })),
  { id: 'links', run: ({ openCase }) => countWrongLinks(openCase.store) },
];

/** Damage met on the way is the outcome of a check, not the end of the examination. */
export async function examine(check: Check, subject: Subject): Promise<Finding> {
  try {
    return await check.run(subject);
  } catch (error) {
    const why = damageOf(error);
    if (why === undefined) throw error;
    return { n: 0, wrong: [why] };
  }
}

/** Every page of the file, also those that no query touches; what is still in the WAL is folded in first as far as possible. */
function pagesAreSealed({ openCase: { store, key }, progress }: Subject): Finding {
  if (store.db.memory) return { n: 0, wrong: [] };
  store.db.pragma('wal_checkpoint(passive)');
  const { pages, bad, badCount, rest } = checkPages(store.db.name, key, progress);
  const wrong = bad.slice(0, 20).map(String);
  if (badCount > wrong.length) wrong.push(`+${badCount - wrong.length}`);
  if (rest > 0) wrong.push(`${rest} B`);
  return { n: pages, wrong };
}

function databaseIsWhole({ openCase: { store } }: Subject): Finding {
  const said = store.db.pragma('integrity_check(20)') as Array<{ integrity_check: string }>;
  const wrong = said.map((line) => line.integrity_check).filter((line) => line !== 'ok');
  // SQLite names tables, indexes and pages here, but may quote a value of a broken row: only the first words are kept
  return {
    n: store.db.pragma('page_count', { simple: true }) as number,
    wrong: wrong.map((line) => line.split(/[:'"]/)[0]?.slice(0, 60) ?? ''),
  };
}

/** Tables, triggers and views stand as this program makes them: somebody who drops the append-only triggers is noticed. */
function schemaIsOurs({ openCase: { store } }: Subject): Finding {
  const have = schemaOf(store);
  const fresh = freshSchema();
  const want = schemaOf(fresh);
  fresh.close();
  const names = new Set([...have.keys(), ...want.keys()]);
  return { n: names.size, wrong: [...names].filter((name) => have.get(name) !== want.get(name)) };
}

function schemaOf(store: Store): Map<string, string> {
  const rows = store.db
    .prepare(
      "select type || ' ' || name as name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'",
    )
    .all();
  return new Map((rows as Array<{ name: string; sql: string }>).map(({ name, sql }) => [name, sql]));
}

function referencesHold(store: Store): Finding {
  const bad = store.db.pragma('foreign_key_check') as Array<{ table: string; rowid: number | null; parent: string }>;
  const n = store.db
    .prepare("select count(*) from sqlite_schema where type = 'table' and sql like '%references%'")
    .pluck()
    .get() as number;
  const named = bad.slice(0, 20).map(({ table, rowid, parent }) => `${table} ${rowid ?? '?'} → ${parent}`);
  return { n, wrong: [...named, ...blocksWithoutRows(store)] };
}

/** Every row without cells of its own stands in a block, and every line of a block is such a row. */
function blocksWithoutRows(store: Store): string[] {
  const rows = (sql: string) => store.db.prepare<[], number>(sql).pluck();
  const wrong = rows(
    `select first from row_block b where rows <> (select count(*) from row r where r.id >= b.first and r.id < b.first + b.rows and r.cells = '') limit 20`,
  ).all();
  const [without = 0] = rows(
    "select count(*) - (select coalesce(sum(rows), 0) from row_block) from row where cells = ''",
  ).all();
  return [...wrong.map((first) => `row_block ${first}`), ...(without === 0 ? [] : [`row ${without} → row_block`])];
}

/** Every original file is inflated and digested anew: SHA-256 and SM3 must be those taken when it was imported. */
async function evidenceIsUnchanged({ openCase: { store }, progress }: Subject): Promise<Finding> {
  const files = store.db.prepare('select id, sm3, bytes from evidence order by id').all() as Array<{
    id: number;
    sm3: string;
    bytes: number;
  }>;
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const wrong: string[] = [];
  let done = 0;
  for (const file of files) {
    const sm3 = (await createSM3()).init();
    try {
      for (const chunk of evidenceChunks(store, file.id)) {
        sm3.update(chunk);
        done += chunk.length;
        progress(done, total);
      }
      if (sm3.digest('hex') !== file.sm3) wrong.push(String(file.id));
    } catch (error) {
      if (damageOf(error) === undefined && !isDigestError(error)) throw error;
      wrong.push(String(file.id));
    }
  }
  return { n: files.length, wrong };
}

/** What evidenceChunks throws: a plain Error, or zlib's refusal to inflate more or other than was put in. */
const isDigestError = (error: unknown): boolean =>
  error instanceof Error && (!('code' in error) || /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code)));

function journalHolds(store: Store, anchors: readonly JournalHead[], only?: RegExp): Finding {
  const { entries, flaws } = verifyJournal(store, anchors);
  const wrong = flaws.filter(({ code }) => !only || only.test(code));
  return { n: only ? anchors.length : entries, wrong: wrong.slice(0, 20).map(({ code, seq }) => `${code}:${seq}`) };
}

function clockRunsForward(store: Store): Finding {
  const { entries, clockBack } = verifyJournal(store);
  return { n: entries, wrong: clockBack.slice(0, 20).map(String) };
}
