import { keepSnapshot } from '../../electron/core/graph/adjacency.ts';
import { openStore, type Store } from '../../electron/core/store/connect.ts';
import { markDrawn } from '../../electron/core/store/drawings.ts';
import { seeded } from '../make/many-mentions.ts';
import { storeOnDisk } from '../make/store-on-disk.ts';

export interface GraphSize {
  readonly parties: number;
  readonly links: number;
  /** links of party 1 */
  readonly hub: number;
}

export interface GraphOnDisk {
  readonly file: string;
  readonly key: Buffer;
  /** A connection that has nothing in memory, as after opening the case. */
  open(): Store;
  remove(): void;
}

/** An encrypted case of parties and links only: a random graph with one hub, drawn, with days of three years and amounts up to 10 million yuan. */
export function graphOnDisk({ parties, links, hub }: GraphSize): GraphOnDisk {
  const { store, file, key, remove } = storeOnDisk();
  const random = seeded(7);
  store.db.exec('drop index link_source; drop index link_target');
  store.transaction(() => {
    const party = store.db.prepare(
      "insert into party (id, uid, kind, name, created_at) values (?, ?, 'person', ?, '')",
    );
    for (let id = 1; id <= parties; id++) party.run(id, `u${id}`, `主体${id}`);
    const put = store.db.prepare(
      "insert or ignore into link (kind, source, target, rows, fen, first_day, last_day) values ('payment', ?, ?, ?, ?, ?, ?)",
    );
    const day = () =>
      `202${3 + Math.floor(random() * 3)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const link = (source: number, target: number) => {
      const [one, other] = [day(), day()];
      put.run(
        source,
        target,
        1 + Math.floor(20 * random() ** 4),
        Math.floor(random() ** 3 * 1e9),
        one < other ? one : other,
        one < other ? other : one,
      );
    };
    for (let n = 0; n < hub; n++) link(1, 2 + n);
    // in the order of the index: what is written elsewhere each time takes longer than all the rest
    const each = (links - hub) / (parties - 1);
    for (let source = 2, due = 0; source <= parties; source++)
      for (due += each; due >= 1; due--) {
        const target = 2 + Math.floor(random() * (parties - 1));
        if (target !== source) link(source, target);
      }
    markDrawn(store);
    keepSnapshot(store);
  });
  store.close();
  return { file, key, open: () => openStore(file, Buffer.from(key)), remove };
}
