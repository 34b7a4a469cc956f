import { failed, ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { isNamedElsewhere, linksTo, mentionOfParty, readEntry } from '../store/manual-entries.ts';
import { batchesThatRestOn, undoBatch } from '../store/undo-import.ts';

declare module '../job.ts' {
  interface Jobs {
    'manual.remove': {
      payload: { entry: number; reason: string };
      result: { entry: number; findingsTouched: number };
    };
  }
}

/** Takes an entry back; it stays in the list with its reason. Problems: manual.not-found, batch.already-undone, manual.needed, batch.needed. */
export default defineJob('manual.remove', ({ entry: id, reason }, job) => {
  const { store, actor } = job.openCase;
  const entry = readEntry(store, id);
  if (!entry) return failed('manual.not-found', { params: { entry: id } });
  const { batch } = entry;
  if (entry.state === 'undone') return failed('batch.already-undone', { params: { batch } });
  const party = entry.row === null ? undefined : mentionOfParty(store, entry.row);
  if (party && entry.row !== null && !isNamedElsewhere(store, party.mention, entry.row)) {
    const links = linksTo(store, party.mention);
    if (links > 0) return failed('manual.needed', { params: { links } });
  }
  const others = batchesThatRestOn(store, batch);
  if (others.length > 0) return failed('batch.needed', { params: { batch, others: others.join('、') } });
  const at = job.now();
  job.progress('manual.remove', 0, 0);
  return store.transaction(() => {
    const { findingsTouched } = undoBatch(store, batch, { at: at.toISOString(), actor, reason });
    job.afterRecordsChanged();
    const params = { entry: id, what: entry.what, category: entry.category, reason };
    writeJournal(store, { actor, at, action: 'manual.removed', params });
    return ok({ entry: id, findingsTouched });
  });
});
