import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openStore, type Store } from '../../electron/core/store/connect.ts';
import { writeMeta } from '../../electron/core/store/meta.ts';

export interface StoreOnDisk {
  readonly folder: string;
  readonly file: string;
  readonly key: Buffer;
  readonly store: Store;
  remove(): void;
}

/** A real encrypted store in a folder of its own, with the identity of a case. */
export function storeOnDisk(): StoreOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'qy-store-'));
  const file = join(folder, 'case.db');
  const key = randomBytes(32);
  const store = openStore(file, key, { create: true });
  migrate(store);
  writeMeta(store, { case: '00000000-0000-4000-8000-000000000001', title: '测试案件' });
  const remove = () => {
    if (store.db.open) store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, file, key, store, remove };
}

/** Rows of plain text that can be counted and looked for: `n` entries of `size` letters each, in one transaction named `batch`. */
export function fillStore(store: Store, batch: string, n: number, text: (i: number) => string): void {
  const put = store.db.prepare('insert into meta values (?, ?)');
  store.transaction(() => {
    for (let i = 0; i < n; i++) put.run(`${batch}/${i}`, text(i));
  });
}

/** How many entries each batch holds. */
export const batchesOf = (store: Store): Record<string, number> =>
  Object.fromEntries(
    store.db
      .prepare("select substr(key, 1, instr(key, '/') - 1), count(*) from meta where key like '%/%' group by 1")
      .raw()
      .all() as [string, number][],
  );
