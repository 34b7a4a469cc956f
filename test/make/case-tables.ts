import { generateSample } from '../../build/sample/generate.ts';
import type { SampleOptions } from '../../build/sample/options.ts';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { models } from '../../electron/core/models/index.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { sheetLayout, valueReader } from '../../electron/core/store/place.ts';
import { readFindings } from '../../electron/core/store/read-findings.ts';
import { largeCaseInMemory } from '../case-in-memory.ts';
import { detectIn } from './detect-in.ts';
import { importBytes } from './import-bytes.ts';
import { makeCase } from './make-case.ts';
import { seeded } from './many-mentions.ts';

/** One sheet of a case: what its cells show, by field. */
export interface CaseTable {
  readonly category: string;
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
}

/** The tables of a sample case, so that it can be written anew in another way: without bills of wallets, which state their holder above the table, and without the statements of bystanders. */
export async function sampleTables(options: SampleOptions): Promise<CaseTable[]> {
  const files = generateSample(options)
    .filter(({ name }) => /\.(xlsx?|csv)$/.test(name) && !/^(?:618|12|13)/.test(name))
    .map(({ name, bytes }) => ({ path: name, bytes }));
  const { store } = await importBytes(files, { store: largeCaseInMemory() });
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  const tables = tablesOf(store);
  store.close();
  return tables;
}

/** Every imported row as its cells show it, by field; what is said once for a whole sheet stands in each row. */
function tablesOf(store: Store): CaseTable[] {
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

/** The tables as a case of their own, through the real import. */
export function caseOfTables(tables: readonly CaseTable[], at?: Date): Store {
  const builder = makeCase();
  for (const { category, rows } of tables) builder.sheet(category, rows);
  return builder.store(at ? { at } : {});
}

const random = seeded(3);
/** In an order by chance, the same in every run. */
export const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

/** One finding with the cells it rests on. */
export interface FoundInTables {
  readonly model: string;
  readonly text: string;
}

/** What was found, in an order that hangs on nothing else; every model must have run or said what it lacks. `cell`: how the text of a cell is told. */
export function foundIn(
  store: Store,
  {
    at,
    name = (text) => text,
    day = (text) => text,
    cell = (text) => text,
  }: {
    readonly at?: Date;
    readonly name?: (text: string) => string;
    readonly day?: (text: string) => string;
    readonly cell?: (text: string, field: string) => string;
  } = {},
): FoundInTables[] {
  const { runs } = detectIn(store, at ? { at } : {});
  const wrong = runs.filter(({ status }) => status === 'failed');
  if (runs.length !== models.length || wrong.length > 0)
    throw new Error(`${runs.length} models ran, failed: ${wrong.map(({ model }) => model).join(', ')}`);
  const read = valueReader(store);
  const cited = store.db.prepare<[number], { row: number; field: string }>(
    "select row, field from finding_row where finding = ? and role = 'evidence'",
  );
  const onDay = (text: string | null) => (text === null ? null : day(text));
  return readFindings(store)
    .map(({ id, model, severity, confidence, fen, firstDay, lastDay, subjects }) => ({
      model,
      text: JSON.stringify({
        model,
        severity,
        confidence,
        fen,
        firstDay: onDay(firstDay),
        lastDay: onDay(lastDay),
        subjects: subjects.map((subject) => `${subject.role} ${name(subject.name)}`).sort(),
        cells: cited
          .all(id)
          .map(({ row, field }) => `${field} ${cell(read(row, field).shown, field)}`)
          .sort(),
      }),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}
