/*
 * An insider knows the passphrase. He opens the store with a tool of his own, drops the triggers that keep the journal append-only, and
 * makes it say something else: edits an entry, removes one, swaps two, slips one in, cuts the end, or rewrites everything and computes
 * the whole chain anew. Then he closes the case neatly and hopes.
 */
import { expect, test } from 'vitest';
import { canonicalJson, entryHash, genesis, type JournalEntry, sha256 } from '../../electron/core/journal/entry.ts';
import { verifyJournal } from '../../electron/core/journal/verify-journal.ts';
import { journalHead, writeJournal } from '../../electron/core/journal/write-journal.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { caseIdOf } from '../../electron/core/store/meta.ts';
import { caseInMemory } from '../case-in-memory.ts';

function journalOf(entries: number): Store {
  const store = caseInMemory();
  for (let i = 1; i <= entries; i++)
    writeJournal(store, {
      actor: '甲',
      at: new Date(Date.UTC(2026, 0, i)),
      action: 'copy',
      params: { what: 'name', letters: i },
    });
  return store;
}

/** What the insider leaves behind, verified with and without the mark that the profile kept of the true journal. */
function afterwards(forge: (db: Store['db'], all: JournalEntry[]) => void): { chain: string[]; withMark: string[] } {
  const store = journalOf(9);
  const mark = journalHead(store);
  const all = store.db.prepare('select * from journal order by seq').all() as JournalEntry[];
  for (const name of ['journal_no_update', 'journal_no_delete', 'journal_in_order'])
    store.db.exec(`drop trigger ${name}`);
  forge(store.db, all);
  const said = (anchors: (typeof mark)[]) =>
    verifyJournal(store, anchors).flaws.map(({ code, seq }) => `${code}:${seq}`);
  return { chain: said([]), withMark: said([mark]) };
}

const replace = (db: Store['db'], entries: readonly JournalEntry[]): void => {
  db.exec('delete from journal');
  const put = db.prepare(
    'insert into journal values (@seq, @at, @actor, @action, @payload, @payload_sha256, @prev, @hash)',
  );
  for (const entry of entries) put.run(entry);
};

/** Numbers, digests and links computed anew, as the program itself would. */
function rechained(
  store: string,
  entries: ReadonlyArray<Omit<JournalEntry, 'seq' | 'prev' | 'hash' | 'payload_sha256'>>,
): JournalEntry[] {
  let prev = genesis(store);
  return entries.map((entry, i) => {
    const link = { ...entry, seq: i + 1, prev, payload_sha256: sha256(entry.payload ?? '') };
    prev = entryHash(link);
    return { ...link, hash: prev };
  });
}
const caseId = caseIdOf(caseInMemory());

test('an edited payload', () => {
  expect(
    afterwards((db) =>
      db.exec('update journal set payload = replace(payload, \'"letters":4\', \'"letters":5\') where seq = 4'),
    ).chain,
  ).toEqual(['payload-changed:4']);
});

test('an edited payload with its digest', () => {
  const payload = canonicalJson({ params: {}, salt: 'x' });
  expect(
    afterwards((db) =>
      db.prepare('update journal set payload = ?, payload_sha256 = ? where seq = 4').run(payload, sha256(payload)),
    ).chain,
  ).toEqual(['entry-changed:4']);
});

test.each(["actor = '乙'", "at = '2026-01-04T00:00:01.000Z'", "action = 'case.locked'"])('another %s', (set) => {
  expect(afterwards((db) => db.exec(`update journal set ${set} where seq = 4`)).chain).toEqual(['entry-changed:4']);
});

test('an entry taken out of the middle', () => {
  expect(afterwards((db) => db.exec('delete from journal where seq = 4')).chain).toEqual(['gap:5', 'chain-broken:5']);
});

test('an entry taken out and the rest renumbered', () => {
  const { chain } = afterwards((db) =>
    db.exec('delete from journal where seq = 4; update journal set seq = seq - 1 where seq > 4'),
  );
  expect(chain).toContain('chain-broken:4');
});

test('two entries swapped', () => {
  const { chain } = afterwards((db) =>
    db.exec(
      'update journal set seq = -1 where seq = 4; update journal set seq = 4 where seq = 5; update journal set seq = 5 where seq = -1',
    ),
  );
  expect(chain).toEqual(
    expect.arrayContaining(['chain-broken:4', 'entry-changed:4', 'chain-broken:5', 'entry-changed:5']),
  );
});

test('an entry slipped in', () => {
  const { chain } = afterwards((db, all) => {
    const [before, after] = [all.slice(0, 4), all.slice(4)];
    const [, forged] = rechained(caseId, [
      all[0] as JournalEntry,
      { at: '2026-01-04T12:00:00.000Z', actor: '乙', action: 'copy', payload: '{}' },
    ]);
    replace(db, [
      ...before,
      { ...(forged as JournalEntry), seq: 5, prev: before[3]?.hash ?? '' },
      ...after.map((entry) => ({ ...entry, seq: entry.seq + 1 })),
    ]);
  });
  expect(chain).toContain('chain-broken:6');
});

test('the end cut off: the chain alone cannot tell, the mark can', () => {
  expect(afterwards((db) => db.exec('delete from journal where seq > 6'))).toEqual({
    chain: [],
    withMark: ['anchor-beyond-end:9'],
  });
});

test('an entry removed and everything computed anew: the chain alone cannot tell, the mark can', () => {
  const { chain, withMark } = afterwards((db, all) =>
    replace(
      db,
      rechained(
        caseId,
        all.filter((entry) => entry.seq !== 4),
      ),
    ),
  );
  expect({ chain, withMark }).toEqual({ chain: [], withMark: ['anchor-beyond-end:9'] });
});

test('an entry rewritten, everything computed anew and filled up to the old length', () => {
  const { chain, withMark } = afterwards((db, all) =>
    replace(
      db,
      rechained(
        caseId,
        all.map((entry) => (entry.seq === 4 ? { ...entry, actor: '乙' } : entry)),
      ),
    ),
  );
  expect({ chain, withMark }).toEqual({ chain: [], withMark: ['anchor-differs:9'] });
});

test('the journal of another case put in its place', () => {
  const { chain } = afterwards((db) => {
    const other = caseInMemory('00000000-0000-4000-8000-0000000000ff');
    writeJournal(other, { actor: '甲', at: new Date(0), action: 'case.opened' });
    replace(db, other.db.prepare('select * from journal').all() as JournalEntry[]);
  });
  expect(chain).toEqual(['chain-broken:1']);
});
