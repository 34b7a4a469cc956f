import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { createSM3 } from 'hash-wasm';
import { expect, test } from 'vitest';
import { generateSample } from '../../../../../build/sample/generate.ts';
import { checks, examine, type Subject } from '../../../../../electron/core/case/doctor-checks.ts';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { journalHead, writeJournal } from '../../../../../electron/core/journal/write-journal.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { doctor as words } from '../../../../../shared/text/zh-CN/doctor.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { importBytes } from '../../../../make/import-bytes.ts';

const bytes = Buffer.from('交易日期,收入,支出\r\n2024-01-01,100.00,\r\n2024-01-02,,40.00\r\n');

/** A small case in which every check has something to look at: a statement of two lines, an expense, a link, a finding. */
async function wholeCase(): Promise<Store> {
  const store = caseInMemory();
  const { db } = store;
  const sm3 = (await createSM3()).init().update(bytes).digest('hex');
  db.prepare(
    "insert into evidence(id, uid, name, folder, bytes, sha256, sm3, chunks, taken_at, taken_by) values (1, 'e1', '流水.csv', '', ?, ?, ?, 1, 't', '甲')",
  ).run(bytes.length, createHash('sha256').update(bytes).digest('hex'), sm3);
  db.prepare('insert into evidence_chunk values (1, 0, ?, 1, ?)').run(bytes.length, deflateRawSync(bytes));
  db.exec(`
    insert into batch values (1, 'b1', 1, 't', '甲', 'written', null, null, null);
    insert into sheet(id, batch, name, idx, category, confidence, header_row, columns, sums, rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped) values
      (1, 1, '明细', 0, 'bank_flow', 1, 1, '[]', '{"amount_in":"10000","amount_out":"4000"}', 3, 2, 1, 0, 0),
      (2, 1, '费用', 1, 'expense', 1, 1, '[]', '{"amount":"500"}', 1, 1, 0, 0, 0);
    insert into row(id, sheet, n, state, cells) values (1, 1, 1, 'header', '[]'), (2, 1, 2, 'imported', '[]'), (3, 1, 3, 'imported', '[]'), (4, 1, 4, 'rejected', '[]'),
      (5, 2, 1, 'header', '[]'), (6, 2, 2, 'imported', '[]');
    insert into party values (1, 'p1', 'person', '张某', null, 't'), (2, 'p2', 'company', '甲公司', null, 't');
    insert into mention(id, kind, name, key, party, first_row, first_field) values (1, 'person', '张某', '张某', 1, 2, 'holder_name'), (2, 'company', '甲公司', '甲公司', 2, 2, 'counterparty_name');
    insert into mention_identifier values (1, 'account', '6217', 1, 2, 0);
    insert into rec_bank_flow(row, holder, counterparty, day, precision, fen, direction) values (2, 1, 2, '2024-01-01', 'day', 10000, 'in'), (3, 1, 2, '2024-01-02', 'day', 4000, 'out');
    insert into rec_expense(row, company, payee, day, precision, fen) values (6, 2, 1, '2024-01-02', 'day', 500);
    insert into link values (1, 'payment', 2, 1, 1, 10000, '2024-01-01', '2024-01-01'), (2, 'payment', 1, 2, 1, 4000, '2024-01-02', '2024-01-02'), (3, 'fee', 2, 1, 1, 500, '2024-01-02', '2024-01-02');
    insert into run(id, uid, at, actor, ms) values (1, 'r1', 't', '甲', 5);
    insert into finding(id, uid, number, model, version, key, settings, severity, confidence, params, measures, evidence_sha256, first_run, last_run)
      values (1, 'f1', '2026-1', 'm', 1, 'k', '{}', 2, 0.5, '{}', '[]', 'x', 1, 1);
    insert into finding_row values (1, 2, 'amount', 'evidence', null);`);
  for (let i = 1; i <= 4; i++) writeJournal(store, { actor: '甲', at: new Date(Date.UTC(2026, 0, i)), action: 'copy' });
  return store;
}

const subjectOf = (store: Store, mark = journalHead(store)): Subject => ({
  openCase: { store, caseId: '00000000-0000-4000-8000-000000000001', folder: '', key: Buffer.alloc(32), actor: '甲' },
  mark,
  progress: () => undefined,
});

async function doctor(store: Store, mark = journalHead(store)): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const check of checks) {
    const { wrong } = await examine(check, subjectOf(store, mark));
    if (wrong.length > 0) found[check.id] = wrong;
  }
  return found;
}

test('a whole case has nothing wrong, and every check looked at something', async () => {
  const store = await wholeCase();
  expect(await doctor(store)).toEqual({});
  const empty: string[] = [];
  for (const check of checks) if ((await examine(check, subjectOf(store))).n === 0) empty.push(check.id);
  expect(empty).toEqual(['pages', 'mirrors']); // a store in memory has no file; the case has no mirrored line
});

test('an empty case has nothing wrong', async () => {
  expect(await doctor(caseInMemory())).toEqual({});
});

test('every check has its words, and every word its check', () => {
  expect(checks.map((check) => check.id).sort()).toEqual(Object.keys(words).sort());
});

const noTriggers = (db: Store['db']) => {
  for (const name of db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    db.exec(`drop trigger "${name}"`);
};

test.each<[string, (db: Store['db']) => void, string[]]>([
  ['a dropped trigger', (db) => db.exec('drop trigger journal_no_update'), ['schema']],
  [
    'a trigger that somebody rewrote',
    (db) =>
      db.exec(
        'drop trigger chunk_no_delete; create trigger chunk_no_delete before delete on evidence_chunk begin select 1; end',
      ),
    ['schema'],
  ],
  [
    'a record that names a mention which is not there',
    (db) => db.pragma('foreign_keys=off') && db.exec('update rec_expense set handler = 99'),
    ['references'],
  ],
  [
    'a byte of an original file',
    (db) => {
      noTriggers(db);
      db.prepare('update evidence_chunk set data = ?').run(
        deflateRawSync(Buffer.from(bytes.toString().replace('100', '900'))),
      );
    },
    ['schema', 'evidence'],
  ],
  [
    'a chunk that is no deflate stream',
    (db) => {
      noTriggers(db);
      db.exec("update evidence_chunk set data = x'00ff00ff'");
    },
    ['schema', 'evidence'],
  ],
  [
    'a missing chunk',
    (db) => {
      noTriggers(db);
      db.exec('delete from evidence_chunk');
    },
    ['schema', 'evidence'],
  ],
  [
    'another SM3',
    (db) => {
      noTriggers(db);
      db.exec("update evidence set sm3 = 'ab'");
    },
    ['schema', 'evidence'],
  ],
  [
    'a changed journal entry',
    (db) => {
      noTriggers(db);
      db.exec("update journal set actor = '乙' where seq = 2");
    },
    ['schema', 'journal'],
  ],
  [
    'a journal cut at the end',
    (db) => {
      noTriggers(db);
      db.exec('delete from journal where seq = 4');
    },
    ['schema', 'high-water'],
  ],
  ['sheet counts that do not add up', (db) => db.exec('update sheet set rows_read = 4 where id = 1'), ['rows-add-up']],
  ['a row that vanished', (db) => db.exec('delete from row where id = 4'), ['rows-counted']],
  [
    'a rejected row that carries a record',
    (db) =>
      db.exec(
        "update row set state = 'rejected' where id = 6; update sheet set rows_imported = 0, rows_rejected = 1 where id = 2",
      ),
    ['records'],
  ],
  [
    'an imported row without a record',
    (db) => db.exec('delete from rec_expense; delete from link where id = 3'),
    ['records'],
  ],
  [
    'an amount that was changed in an expense',
    (db) => db.exec('update rec_expense set fen = 501; update link set fen = 501 where id = 3'),
    ['sums'],
  ],
  [
    'an amount that was changed in a statement',
    (db) => db.exec('update rec_bank_flow set fen = 10001 where row = 2; update link set fen = 10001 where id = 1'),
    ['sums'],
  ],
  [
    'a mirrored line of another amount',
    (db) => db.exec('update rec_bank_flow set mirror_of = 2 where row = 3; delete from link where id = 2'),
    ['mirrors'],
  ],
  [
    'a mention without a party',
    (db) =>
      db.exec(
        "insert into mention(id, kind, name, key, first_row, first_field) values (9, 'person', '钱某', '钱某', 2, 'x')",
      ),
    ['mentions'],
  ],
  ['a link with other money than its records', (db) => db.exec('update link set fen = 9999 where id = 1'), ['links']],
  [
    'money that a party received and nobody gave',
    (db) => db.exec('insert into party_figure values (1, 2, 500, 0, 1)'),
    ['links'],
  ],
  ['a link that is missing', (db) => db.exec('delete from link where id = 3'), ['links']],
])('%s is noticed', async (_what, spoil, ids) => {
  const store = await wholeCase();
  const mark = journalHead(store);
  spoil(store.db);
  expect(Object.keys(await doctor(store, mark))).toEqual(ids);
});

test('a finding that rests on a row taken back is noticed', async () => {
  const store = await wholeCase();
  store.db.exec("update batch set state = 'undone'");
  expect((await doctor(store)).findings).toEqual(['1']);
});

test('a clock set back is noticed', async () => {
  const store = await wholeCase();
  writeJournal(store, { actor: '甲', at: new Date(Date.UTC(2025, 0, 1)), action: 'copy' });
  expect(await doctor(store)).toEqual({ clock: ['5'] });
});

test('a case filled by the real import, with parties joined and links drawn, has nothing wrong', {
  timeout: 60_000,
}, async () => {
  const files = generateSample({ seed: 2026, size: 'S', noise: 0.5 }).filter(({ name }) => /\.(xlsx?|csv)$/.test(name));
  const { store } = await importBytes(files.map(({ name, bytes: content }) => ({ path: name, bytes: content })));
  resolveParties(store, '2026-01-05T02:00:00Z');
  drawLinks(store);
  expect(await doctor(store)).toEqual({});
  const looked = await Promise.all(
    checks.map(async (check) => [check.id, (await examine(check, subjectOf(store))).n] as const),
  );
  expect(looked.filter(([, n]) => n === 0).map(([id]) => id)).toEqual(['pages', 'journal', 'clock', 'findings']);
});
