import { migrate, openStore, type Store } from '../electron/core/store/connect.ts';
import { writeMeta } from '../electron/core/store/meta.ts';

/** A fresh, empty case in memory: the real schema, the real views, an identity for its journal. */
export function caseInMemory(caseId = '00000000-0000-4000-8000-000000000001'): Store {
  const store = openStore(':memory:', null, { create: true });
  migrate(store);
  writeMeta(store, {
    case: caseId,
    title: '测试案件',
    number: '2026-001',
    unit: '测试单位',
    classification: '内部',
    created_at: '2026-01-01T00:00:00.000Z',
    sample: '0',
  });
  return store;
}
