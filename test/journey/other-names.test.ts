/*
 * 换名、打乱: what the models find hangs on what the rows say, neither on their order, nor on which file came first, nor on what people and firms
 * are called. The sample case is written anew with every row and file in another place and every name changed letter by letter, and imported again.
 */
import { expect, test, vi } from 'vitest';
import { caseOfTables, foundIn, sampleTables, shuffled } from '../make/case-tables.ts';

vi.setConfig({ testTimeout: 480_000 }); // machines under load

test('every model finds the same when rows and files are shuffled and everybody bears another name', async () => {
  const given = await sampleTables({ seed: 6, size: 'S', noise: 0, scope: 'all' });
  expect(given.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(8000);
  const before = foundIn(caseOfTables(given));
  const other = shuffled(given).map(({ category, rows }) => ({ category, rows: shuffled(rows).map(renamed) }));
  const after = foundIn(caseOfTables(other), { name: turned(back), cell: turned(back) });
  expect(new Set(before.map(({ model }) => model)).size).toBeGreaterThan(60);
  expect(after).toEqual(before);
});

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
