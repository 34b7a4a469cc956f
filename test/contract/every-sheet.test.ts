import { describe, expect, test } from 'vitest';
import { sheets } from '../../electron/core/sheets/index.ts';
import { namesOf, type SheetExample } from '../../electron/core/sheets/sheet.ts';
import { mentionPlaces } from '../../electron/core/store/mention-places.ts';
import { recordOfCategory } from '../../electron/core/store/records/index.ts';
import { normHeader } from '../../shared/evidence/text.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { importBytes } from '../make/import-bytes.ts';
import { csv } from '../make/workbooks.ts';

const files = Object.keys(import.meta.glob('../../electron/core/sheets/*.sheet.ts'));

test('every sheet is one file named after its id', () => {
  const named = files.map((path) => path.replace(/^.*\/|\.sheet\.ts$/g, '').replaceAll('-', '_')).sort();
  expect(sheets.map((sheet) => sheet.id).sort()).toEqual(named);
  expect(new Set(named).size).toBe(named.length);
});

describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const fields = new Set(Object.keys(sheet.fields));

  test('has words in both languages and at least one example', () => {
    expect(sheet.title.zh).not.toBe('');
    expect(sheet.title.en).not.toBe('');
    expect(sheet.note.zh).not.toBe('');
    expect(sheet.note.en).not.toBe('');
    expect(sheet.examples.length).toBeGreaterThan(0);
    for (const field of Object.values(sheet.fields))
      expect([field.zh, field.en].map((word) => word !== '')).toEqual([true, true]);
  });

  test('no header means two of its fields', () => {
    const seen = new Map<string, string>();
    for (const [field, definition] of Object.entries(sheet.fields)) {
      for (const name of namesOf(definition)) {
        const key = normHeader(name);
        expect([name, seen.get(key) ?? field]).toEqual([name, field]);
        seen.set(key, field);
      }
    }
  });

  test('every header that speaks for it is a header of one of its fields', () => {
    const known = new Set(Object.values(sheet.fields).flatMap(namesOf).map(normHeader));
    const strange = sheet.signature.split('|').filter((name) => !known.has(normHeader(name)));
    expect(strange).toEqual([]);
  });

  test('names only its own fields', () => {
    const named = [
      ...sheet.required.flat(),
      ...sheet.context,
      ...sheet.parties,
      ...sheet.notSummed,
      ...sheet.essential,
      ...Object.keys(sheet.kept),
    ];
    expect(named.filter((field) => !fields.has(field))).toEqual([]);
    // whoever must be given is required or comes from the context
    for (const [field, { need }] of Object.entries(sheet.fields)) {
      if (need === 'yes') expect([field, sheet.required.some((oneOf) => oneOf.includes(field))]).toEqual([field, true]);
    }
  });

  test('whoever its record withholds is withheld under every header that means them', () => {
    for (const [field, headers] of Object.entries(recordOfCategory(sheet.id)?.withheld ?? {})) {
      const definition = sheet.fields[field];
      expect([field, definition && namesOf(definition).map(normHeader).toSorted()]).toEqual([
        field,
        headers.map(normHeader).toSorted(),
      ]);
    }
  });

  test('what it keeps stands in columns of the store', async () => {
    const store = caseInMemory();
    const table = tableOf(sheet.id);
    const columns = new Set(store.db.prepare(`select name from pragma_table_xinfo('${table}')`).pluck().all());
    expect(Object.values(sheet.kept).filter((column) => !columns.has(column))).toEqual([]);
    store.close();
  });

  test.each(sheet.examples.map((example) => [example.says, example] as const))('%s', async (_says, example) => {
    expect(await outcomes(sheet.id, example)).toEqual(example.gives.map((gives) => wanted(gives)));
  });
});

const tableOf = (category: string): string => recordOfCategory(category)?.table ?? `no table for ${category}`;

const wanted = (gives: SheetExample['gives'][number]) =>
  typeof gives === 'string' || 'rejected' in gives ? gives : expect.objectContaining(gives);

/** Imports the example as a CSV file and says of each row what became of it, a mention as its name. */
async function outcomes(category: string, { above = [], header, rows }: SheetExample) {
  const { report, store } = await importBytes([{ path: 'example.csv', bytes: csv([...above, header, ...rows]) }]);
  expect(report.files[0]?.problems).toEqual([]);
  const [sheet] = report.files[0]?.sheets ?? [];
  expect(sheet?.category).toBe(category);
  const table = tableOf(category);
  const mentions = mentionPlaces.filter((place) => place.table === table).map((place) => place.column);
  const record = store.db.prepare<[number], Record<string, string | number | null>>(
    `select * from ${table} where row = ?`,
  );
  const name = store.db.prepare<[number], string>('select name from mention where id = ?').pluck();
  const stored = store.db
    .prepare<[], { id: number; n: number; state: string }>(
      "select id, n, state from row where state not in ('title', 'header') order by n",
    )
    .all();
  return stored.map(({ id, n, state }) => {
    if (state === 'skipped' || state === 'duplicate') return state;
    if (state === 'rejected')
      return { rejected: sheet?.problems.filter((each) => each.row === n && each.rejects).map((each) => each.code) };
    const columns = record.get(id) ?? {};
    return Object.fromEntries(
      Object.entries(columns).map(([column, value]) => [
        column,
        mentions.includes(column) && typeof value === 'number' ? name.get(value) : value,
      ]),
    );
  });
}
