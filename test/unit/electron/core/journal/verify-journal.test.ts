import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../../../electron/core/journal/entry.ts';
import { verifyEntries, verifyJournal } from '../../../../../electron/core/journal/verify-journal.ts';
import { journalHead, writeJournal } from '../../../../../electron/core/journal/write-journal.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const caseId = '00000000-0000-4000-8000-000000000001';

function written(entries = 5) {
  const store = caseInMemory(caseId);
  for (let i = 1; i <= entries; i++) {
    writeJournal(store, {
      actor: '甲',
      at: new Date(Date.UTC(2026, 0, 1, 0, i)),
      action: 'copy',
      params: { what: 'name', letters: i },
    });
  }
  return store;
}
const entriesOf = (store = written()) => store.db.prepare('select * from journal order by seq').all() as JournalEntry[];

test('an untouched journal has no flaw', () => {
  const store = written();
  expect(verifyJournal(store, [journalHead(store)])).toEqual({
    entries: 5,
    head: journalHead(store),
    flaws: [],
    clockBack: [],
  });
});

test('the chain can be recomputed by a stranger from the published rule alone', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  let prev = sha(`qingyuan-audit-v1\0${caseId}`);
  for (const e of entriesOf()) {
    expect(e.prev).toBe(prev);
    expect(sha(e.payload ?? '')).toBe(e.payload_sha256);
    prev = sha(
      canonicalize({ v: 1, seq: e.seq, at: e.at, actor: e.actor, action: e.action, payload: e.payload_sha256, prev }) ??
        '',
    );
    expect(e.hash).toBe(prev);
  }
});

test('a withheld payload still verifies, a changed one does not', () => {
  const withheld = entriesOf().map((entry) => ({ ...entry, payload: null }));
  expect(verifyEntries(caseId, withheld).flaws).toEqual([]);
  const changed = entriesOf().map((entry) => (entry.seq === 3 ? { ...entry, payload: '{}' } : entry));
  expect(verifyEntries(caseId, changed).flaws).toEqual([{ code: 'payload-changed', seq: 3 }]);
});

test('the journal of one case does not verify as that of another', () => {
  expect(verifyEntries('00000000-0000-4000-8000-000000000002', entriesOf()).flaws).toEqual([
    { code: 'chain-broken', seq: 1 },
  ]);
});

test('a clock set back is told, not called a broken chain; a correction by seconds is not told', () => {
  const store = written(1);
  writeJournal(store, { actor: '甲', at: new Date(Date.UTC(2026, 0, 1, 0, 0, 30)), action: 'copy' });
  writeJournal(store, { actor: '甲', at: new Date(Date.UTC(2025, 11, 31)), action: 'copy' });
  expect(verifyJournal(store)).toMatchObject({ flaws: [], clockBack: [3] });
});
