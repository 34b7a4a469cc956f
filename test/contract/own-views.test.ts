import { expect, test } from 'vitest';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import { ownViews } from '../../shared/ontology/own-views.ts';
import { caseOf } from '../make/detect-in.ts';

test('every view of the registry exists with every column it names, and the fields it rests on are fields of its sheet', () => {
  const store = caseOf({});
  for (const { id, category, cites, money, precision, columns } of ownViews) {
    const named = columns.flatMap(({ id: column, alone }) => [column, ...(alone ? [alone] : [])]);
    const asked = [...named, ...(money ? [money] : []), ...(precision ? ['precision'] : []), 'row'];
    expect(
      () => store.db.prepare(`select ${asked.map((column) => `v.${column}`).join(', ')} from ${id} v`),
      id,
    ).not.toThrow();
    const fields = sheetOf(category)?.fields ?? {};
    for (const field of [cites, ...columns.flatMap(({ field: each }) => each ?? [])])
      expect(Object.keys(fields), `${id}: ${field}`).toContain(field);
  }
});

test('views and columns have words in both languages, each once; choices belong to columns of choices', () => {
  expect(new Set(ownViews.map(({ id }) => id)).size).toBe(ownViews.length);
  for (const { id, words, note, columns } of ownViews) {
    for (const text of [words, note, ...columns.map((column) => column.words)])
      expect([text.zh !== '', text.en !== ''], id).toEqual([true, true]);
    for (const lang of ['zh', 'en'] as const)
      expect(new Set(columns.map((column) => column.words[lang])).size, `${id} ${lang}`).toBe(columns.length);
    for (const { kind, choices } of columns) expect((choices?.length ?? 0) > 0, id).toBe(kind === 'choice');
    expect(
      columns.some(({ kind }) => kind === 'party'),
      id,
    ).toBe(true);
  }
});
