import { expect, test } from 'vitest';
import { listJournal } from '../../../../../electron/core/journal/list-journal.ts';
import { writeJournal } from '../../../../../electron/core/journal/write-journal.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

function busyDay() {
  const store = caseInMemory();
  const write = (minute: number, actor: string, action: 'case.opened' | 'import.written' | 'copy', params = {}) =>
    writeJournal(store, { actor, at: new Date(Date.UTC(2026, 2, 1, 8, minute)), action, params });
  write(0, '王某', 'case.opened');
  write(1, '王某', 'import.written', { file: '付款明细.xlsx', imported: 120, rejected: 3, batch: 1 });
  write(2, '赵某', 'copy', { what: 'amount', letters: 9 });
  write(3, '赵某', 'import.written', { file: 'Suppliers.csv', imported: 8, rejected: 0, batch: 2 });
  return store;
}
const seqs = (wish: Partial<Parameters<typeof listJournal>[1]>) => {
  const { total, rows } = listJournal(busyDay(), { text: '', offset: 0, limit: 100, ...wish });
  return { total, rows: rows.map((row) => row.seq) };
};

test('the newest entry comes first, with what its words need', () => {
  const { rows } = listJournal(busyDay(), { text: '', offset: 0, limit: 2 });
  expect(rows.map(({ hash, ...row }) => [row, hash.length])).toEqual([
    [
      {
        seq: 4,
        at: '2026-03-01T08:03:00.000Z',
        actor: '赵某',
        action: 'import.written',
        params: { file: 'Suppliers.csv', imported: 8, rejected: 0, batch: 2 },
      },
      64,
    ],
    [
      { seq: 3, at: '2026-03-01T08:02:00.000Z', actor: '赵某', action: 'copy', params: { what: 'amount', letters: 9 } },
      64,
    ],
  ]);
});

test('it can be paged and filtered by action', () => {
  expect(seqs({ limit: 1, offset: 2 })).toEqual({ total: 4, rows: [2] });
  expect(seqs({ action: 'import.written' })).toEqual({ total: 2, rows: [4, 2] });
});

test.each([
  ['付款', [2]],
  ['suppliers', [4]],
  ['王某', [2, 1]],
  ['打开案件', [1]],
  ['Imported', [4, 2]],
  ['120', [2]],
  ['没有的', []],
])('searching for %s finds entries %j: actor, words of the action, and what they are filled with', (text, rows) => {
  expect(seqs({ text }).rows).toEqual(rows);
});

test('the salt of an entry is not searched', () => {
  const store = busyDay();
  const salt = store.db.prepare("select payload ->> '$.salt' from journal where seq = 1").pluck().get() as string;
  expect(listJournal(store, { text: salt, offset: 0, limit: 9 }).total).toBe(0);
});
