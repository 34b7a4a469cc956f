import { expect, test } from 'vitest';
import { parentsFirst } from '../../../../../electron/core/seal/snapshot.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

test('tables are copied after those their rows refer to, so that a large case is not searched again for every row', () => {
  const store = caseInMemory();
  const tables = store.db
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' order by name")
    .all();
  const order = parentsFirst(store, tables);
  expect(order.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  const late = order.flatMap((name, at) =>
    (store.db.pragma(`foreign_key_list(${name})`) as Array<{ table: string }>)
      .filter(({ table }) => table !== name && order.indexOf(table) > at)
      .map(({ table }) => `${name} before ${table}`),
  );
  expect(late).toEqual([]);
});
