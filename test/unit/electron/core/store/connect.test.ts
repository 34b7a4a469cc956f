import { expect, test } from 'vitest';
import { migrate, openStore } from '../../../../../electron/core/store/connect.ts';
import { migrations } from '../../../../../electron/core/store/migrations/index.ts';

test('a new store takes every migration and every view can be asked', () => {
  const store = openStore(':memory:', null, { create: true });
  migrate(store);
  const views = store.db.prepare("select name from sqlite_schema where type='view'").pluck().all() as string[];
  expect(views).toContain('payment');
  for (const view of views) expect(store.db.prepare(`select * from "${view}"`).all()).toEqual([]);
  expect(migrate(store)).toBe(migrations.length);
  store.close();
});
