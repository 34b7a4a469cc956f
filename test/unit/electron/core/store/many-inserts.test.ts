import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManyInserts } from '../../../../../electron/core/store/many-inserts.ts';

const columns = ['a', 'b', 'c', 'd'];
const table = () => {
  const db = new Database(':memory:');
  db.exec("create table t(id integer primary key, a, b default 'set aside', c, d)");
  return db;
};
const stored = (db: Database.Database) => db.prepare('select id, a, b, c, d from t order by id').raw().all();

test('whatever rows share, each stands in the store as it was given, in the order of their ids', () => {
  // few different values, so that columns are often alike through many rows
  const value = fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    fc.constantFrom('', '付', '收', 0, 1, -0.5, Number.MAX_SAFE_INTEGER),
    fc.string({ maxLength: 3 }),
  );
  const row = fc.tuple(value, value, value, value);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 150 }), fc.integer({ min: 1, max: 40 }), (rows, every) => {
      const db = table();
      const inserts = new ManyInserts(db, `insert into t(id, ${columns.join(', ')})`, 5);
      for (const [i, values] of rows.entries()) {
        inserts.add([i, ...values]);
        if (i % (every * 7) === every) inserts.flush();
      }
      inserts.flush();
      expect(stored(db)).toEqual(rows.map((values, i) => [i, ...values.map((each) => (each === 0 ? 0 : each))]));
      db.close();
    }),
    { numRuns: 150 },
  );
});

test('what counts on from row to row is stored as it was given, also where it stops, begins anew or is no whole number', () => {
  const steps = fc.record({
    from: fc.oneof(fc.integer(), fc.constantFrom(-0.5, 0, -16, 2 ** 31 - 10, Number.MAX_SAFE_INTEGER - 100)),
    step: fc.constantFrom(0, 1, 1, 1, 2),
    breaks: fc.integer({ min: 0, max: 70 }),
  });
  fc.assert(
    fc.property(fc.tuple(steps, steps, steps), fc.integer({ min: 1, max: 100 }), (each, count) => {
      const db = table();
      const inserts = new ManyInserts(db, 'insert into t(id, a, b, c)', 4);
      const rows = Array.from({ length: count }, (_, i) => [
        i,
        ...each.map(({ from, step, breaks }) => (i === breaks ? null : from + i * step)),
      ]);
      for (const row of rows) inserts.add(row);
      inserts.flush();
      const found = db.prepare('select id, a, b, c from t order by id').raw().all();
      expect(found).toEqual(rows.map((row) => row.map((value) => (value === 0 ? 0 : value))));
      db.close();
    }),
    { numRuns: 200 },
  );
});

test('rows that are equal in everything are still so many rows', () => {
  const db = new Database(':memory:');
  db.exec('create table t(a, b)');
  const inserts = new ManyInserts(db, 'insert into t(a, b)', 2);
  for (let i = 0; i < 100; i++) inserts.add(['同', null]);
  inserts.flush();
  expect(db.prepare('select count(*) from t').pluck().get()).toBe(100);
});

test('more shapes than are kept prepared change nothing', () => {
  const db = new Database(':memory:');
  const names = Array.from({ length: 10 }, (_, i) => `c${i}`);
  db.exec(`create table t(id integer primary key, ${names.join(', ')})`);
  const inserts = new ManyInserts(db, `insert into t(id, ${names.join(', ')})`, 11);
  const values = (i: number) => names.map((_, bit) => ((i >> 5) & (1 << bit) ? i : 7));
  for (let i = 0; i < 32 * 300; i++) inserts.add([i, ...values(i)]);
  inserts.flush();
  const rows = db.prepare('select * from t order by id').raw().all();
  expect(rows).toEqual(Array.from({ length: 32 * 300 }, (_, i) => [i, ...values(i)]));
});
