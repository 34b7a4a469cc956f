import { expect, test } from 'vitest';
import { genesis } from '../../../../../electron/core/journal/entry.ts';
import { journalHead, writeJournal } from '../../../../../electron/core/journal/write-journal.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

const at = new Date('2026-03-01T08:00:00Z');

test('an empty journal ends in the genesis of its case', () => {
  const store = caseInMemory('a-case');
  expect(journalHead(store)).toEqual({ seq: 0, hash: genesis('a-case') });
});

test('each entry names the one before it', () => {
  const store = caseInMemory();
  const first = writeJournal(store, { actor: '甲', at, action: 'case.opened' });
  const second = writeJournal(store, { actor: '甲', at, action: 'copy', params: { what: '金额' } });
  const rows = store.db.prepare('select seq, prev, hash, payload from journal').all() as Array<{
    seq: number;
    prev: string;
    hash: string;
    payload: string;
  }>;
  expect(rows.map(({ seq, prev, hash }) => ({ seq, prev, hash }))).toEqual([
    { seq: 1, prev: genesis('00000000-0000-4000-8000-000000000001'), hash: first.hash },
    { seq: 2, prev: first.hash, hash: second.hash },
  ]);
  expect(JSON.parse(rows[1]?.payload ?? '').params).toEqual({ what: '金额' });
  expect(journalHead(store)).toEqual(second);
});

test('an entry goes with the transaction of its deed', () => {
  const store = caseInMemory();
  expect(() =>
    store.transaction(() => {
      writeJournal(store, { actor: '甲', at, action: 'case.opened' });
      throw new Error('the deed failed');
    }),
  ).toThrow('the deed failed');
  expect(journalHead(store).seq).toBe(0);
});

test('the same deed twice has two payload digests, so a withheld payload cannot be guessed', () => {
  const store = caseInMemory();
  writeJournal(store, { actor: '甲', at, action: 'copy', params: { what: '姓名' } });
  writeJournal(store, { actor: '甲', at, action: 'copy', params: { what: '姓名' } });
  const digests = store.db.prepare('select distinct payload_sha256 from journal').all();
  expect(digests).toHaveLength(2);
});

test.each([
  ["update journal set actor = '乙'"],
  ['delete from journal'],
  [
    "insert or replace into journal select seq, at, '乙', action, payload, payload_sha256, prev, 'x' from journal where seq = 1",
  ],
  ["insert into journal select 9, at, actor, action, payload, payload_sha256, hash, 'y' from journal where seq = 1"],
])('the table itself refuses: %s', (sql) => {
  const store = caseInMemory();
  writeJournal(store, { actor: '甲', at, action: 'case.opened' });
  expect(() => store.db.exec(sql)).toThrow(/append-only|chain/);
});
