/*
 * 换名、打乱: what the models find hangs on what the rows say, neither on their order, nor on which file came first, nor on what people and firms
 * are called. The sample case is written anew with every row and file in another place and every name changed letter by letter, and imported again.
 */
import { expect, test, vi } from 'vitest';
import { generateSample } from '../../build/sample/generate.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { models } from '../../electron/core/models/index.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { sheetLayout, valueReader } from '../../electron/core/store/place.ts';
import { readFindings } from '../../electron/core/store/read-findings.ts';
import { detectIn } from '../make/detect-in.ts';
import { importBytes } from '../make/import-bytes.ts';
import { makeCase } from '../make/make-case.ts';
import { seeded } from '../make/many-mentions.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load

interface Table {
  readonly category: string;
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
}

test('every model finds the same when rows and files are shuffled and everybody bears another name', async () => {
  const given = tablesOf(await sample());
  expect(given.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(8000);
  const before = findingsOf(caseOf(given), (text) => text);
  const other = shuffled(given).map(({ category, rows }) => ({ category, rows: shuffled(rows).map(renamed) }));
  const after = findingsOf(caseOf(other), turned(back));
  expect(before.length).toBeGreaterThan(25);
  expect(after).toEqual(before);
});

function caseOf(tables: readonly Table[]): Store {
  const builder = makeCase();
  for (const { category, rows } of tables) builder.sheet(category, rows);
  return builder.store();
}

/** The sample case without bills of wallets, which state their holder above the table, and without the statements of bystanders. */
async function sample(): Promise<Store> {
  const files = generateSample({ seed: 6, size: 'S', noise: 0 })
    .filter(({ name }) => /\.(xlsx?|csv)$/.test(name) && !/^(?:618|12|13)/.test(name))
    .map(({ name, bytes }) => ({ path: name, bytes }));
  const { store } = await importBytes(files);
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  return store;
}

/** Every imported row as its cells show it, by field; what is said once for a whole sheet stands in each row. */
function tablesOf(store: Store): Table[] {
  const read = valueReader(store);
  const sheets = store.db.prepare('select id, category from sheet where rows_imported > 0 order by id').all() as Array<{
    id: number;
    category: string;
  }>;
  const rowsOf = store.db
    .prepare<[number], number>("select id from row where sheet = ? and state = 'imported' order by n")
    .pluck();
  return sheets.map(({ id, category }) => {
    const { columns, facts } = sheetLayout(store, id);
    const fields = [...new Set([...columns, ...facts].flatMap(({ field }) => field ?? []))].filter(
      (field) => sheetOf(category)?.fields[field] !== undefined,
    );
    const rows = rowsOf
      .all(id)
      .map((row) => Object.fromEntries(fields.map((field) => [field, read(row, field).shown])));
    return { category, rows };
  });
}

const random = seeded(3);
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

/** Letters of which brands and given names are made and that mean nothing to the program: each becomes the next of its ring. */
const rings = ['瑞鼎凯', '衡钧坤', '禾川锦', '睿辰昇', '澜骏璟', '杉舟汇'];
const next = new Map(
  rings.flatMap((ring) => [...ring].map((letter, i) => [letter, ring[(i + 1) % ring.length]!] as const)),
);
const back = new Map([...next].map(([from, to]) => [to, from]));
const turned =
  (letters: ReadonlyMap<string, string>) =>
  (text: string): string =>
    [...text].map((letter) => letters.get(letter) ?? letter).join('');
const renamed = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([field, text]) => [field, turned(next)(text)]));

/** What was found, with the cells it rests on; every model must have run or said what it lacks. */
function findingsOf(store: Store, named: (text: string) => string): string[] {
  const { runs } = detectIn(store);
  expect(runs).toHaveLength(models.length);
  expect(runs.filter(({ status }) => status === 'failed')).toEqual([]);
  const read = valueReader(store);
  const cited = store.db.prepare<[number], { row: number; field: string }>(
    "select row, field from finding_row where finding = ? and role = 'evidence'",
  );
  return readFindings(store)
    .map(({ id, model, severity, confidence, fen, firstDay, lastDay, subjects }) =>
      JSON.stringify({
        model,
        severity,
        confidence,
        fen,
        firstDay,
        lastDay,
        subjects: subjects.map(({ role, name }) => `${role} ${named(name)}`).sort(),
        cells: cited
          .all(id)
          .map(({ row, field }) => `${field} ${named(read(row, field).shown)}`)
          .sort(),
      }),
    )
    .sort();
}
