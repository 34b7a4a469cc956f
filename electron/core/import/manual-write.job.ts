import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { type EntryToWrite, type WrittenEntry, writeEntry } from './by-hand/write-entry.ts';

declare module '../job.ts' {
  interface Jobs {
    'manual.write': { payload: EntryToWrite; result: WrittenEntry };
  }
}

/** 手工录入: one entry as a row of its own document; parties and links follow, and the journal says what was done. */
export default defineJob('manual.write', async (entry, job) => {
  const { store, actor } = job.openCase;
  const at = job.now();
  job.progress('manual.write', 0, 0);
  const written = await writeEntry(store, entry, { actor, at }, (done, replaced, added) => {
    job.afterRecordsChanged(replaced ? undefined : added);
    const params = { entry: done.entry, what: entry.what, category: entry.category, reason: entry.reason };
    if (!replaced) writeJournal(store, { actor, at, action: 'manual.added', params });
    else {
      const action = replaced.state === 'written' ? 'manual.changed' : 'manual.restored';
      writeJournal(store, { actor, at, action, params: { ...params, before: replaced.id } });
    }
  });
  return ok(written);
});
