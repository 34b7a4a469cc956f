import { writeJournal } from '../../../electron/core/journal/write-journal.ts';
import { openStore } from '../../../electron/core/store/connect.ts';
import { prepared } from '../../../electron/core/store/prepared.ts';
import { task, tell } from './hear.ts';

/** Writes batch after batch, each in one transaction with its journal entry, and tells each one's number once it is durable. */
const { file, key, first, rows } = await task<{ file: string; key: string; first: number; rows: number }>();
const store = openStore(file, Buffer.from(key, 'hex'));
const put = prepared<[string, string]>(store, 'insert into meta values (?, ?)');
for (let batch = first; ; batch++) {
  store.transaction(() => {
    for (let i = 0; i < rows; i++) put.run(`b${batch}/${i}`, `第 ${i} 行 ${'x'.repeat(300)}`);
    writeJournal(store, { actor: '甲', at: new Date(), action: 'import.written', params: { batch, imported: rows } });
  });
  tell(String(batch));
}
