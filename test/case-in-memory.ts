import { migrate, openStore, type Store } from '../electron/core/store/connect.ts';
import { writeMeta } from '../electron/core/store/meta.ts';

let image: Buffer | undefined;

/**
 * A fresh, empty case in memory: the real schema, the real views, an identity for its journal. It is made once in each process, and then copied: that
 * takes a tenth of the time. SQLite lets a copy grow to a gigabyte.
 */
export function caseInMemory(caseId?: string): Store {
  if (image === undefined) {
    const made = largeCaseInMemory();
    image = made.db.serialize();
    made.close();
  }
  const store = openStore(image, null, { create: true });
  if (caseId !== undefined) writeMeta(store, { case: caseId });
  return store;
}

/** The same for as much as memory holds. */
export function largeCaseInMemory(): Store {
  const store = openStore(':memory:', null, { create: true });
  migrate(store);
  writeMeta(store, {
    case: '00000000-0000-4000-8000-000000000001',
    title: '测试案件',
    number: '2026-001',
    unit: '测试单位',
    classification: '内部',
    created_at: '2026-01-01T00:00:00.000Z',
    sample: '0',
  });
  return store;
}
