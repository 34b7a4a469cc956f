import { expect, test } from 'vitest';
import { mentionPlaces } from '../../../../../electron/core/store/mention-places.ts';
import { withoutIndexes } from '../../../../../electron/core/store/without-indexes.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

test('every column of the records that holds a mention is known, and no other', () => {
  const { db } = caseInMemory();
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' and name like 'rec\\_%' escape '\\'")
    .pluck()
    .all() as string[];
  const inSchema = tables.flatMap((table) =>
    (db.pragma(`foreign_key_list(${table})`) as Array<{ table: string; from: string }>)
      .filter((key) => key.table === 'mention')
      .map((key) => `${table}.${key.from}`),
  );
  expect(mentionPlaces.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(inSchema.toSorted());
});

test('indexes that were set aside are back after the work, and after work that failed', () => {
  const store = caseInMemory();
  const names = () =>
    store.db
      .prepare("select name from sqlite_schema where type = 'index' and sql is not null order by name")
      .pluck()
      .all();
  const before = names();
  store.transaction(() =>
    withoutIndexes(store, ['party_name', 'mention_party'], () => expect(names()).not.toContain('party_name')),
  );
  expect(names()).toEqual(before);
  const failing = () =>
    store.transaction(() =>
      withoutIndexes(store, ['party_name'], () => {
        throw new Error('half way');
      }),
    );
  expect(failing).toThrow('half way');
  expect(names()).toEqual(before);
  expect(() => withoutIndexes(store, ['party_name'], () => undefined)).toThrow('inside a transaction');
});
