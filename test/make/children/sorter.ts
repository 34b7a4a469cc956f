import { openStore } from '../../../electron/core/store/connect.ts';
import { task, tell } from './hear.ts';

/** Makes SQLite work on more than it likes to keep in memory: a large sort, a temporary table, an index, a vacuum. */
const { file, key, marker, tempStore } = await task<{
  file: string;
  key: string;
  marker: string;
  tempStore: string | null;
}>();
const store = openStore(file, Buffer.from(key, 'hex'));
if (tempStore) store.db.pragma(`temp_store=${tempStore}`); // the control: what would happen without our setting
store.db.pragma('cache_size=-200');
const put = store.db.prepare('insert into meta values (?, ?)');
store.transaction(() => {
  for (let i = 0; i < 8000; i++) put.run(`s/${i}`, `${(i * 7919) % 8000} ${marker} ${'y'.repeat(300)}`);
});
store.db.prepare('select value from meta order by value desc').all();
store.db.exec(
  'create temp table sorted as select * from meta order by value; create index temp.sorted_by on sorted(value)',
);
store.db.exec('create index by_value on meta(value); vacuum');
store.close();
tell('done');
process.exit(0);
