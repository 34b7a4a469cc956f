import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { closeWhole, damageOf, openStore } from '../../../../../electron/core/store/connect.ts';
import { checkPages } from '../../../../../electron/core/store/page-check.ts';
import { batchesOf, fillStore, type StoreOnDisk, storeOnDisk } from '../../../../make/store-on-disk.ts';

const made: StoreOnDisk[] = [];
const onDisk = () => {
  const store = storeOnDisk();
  made.push(store);
  return store;
};
afterEach(() => {
  for (const store of made.splice(0)) store.remove();
});

const letters = (i: number) => `内容 ${i} ${'x'.repeat(400)}`;

/** A closed store of some hundred pages, as bytes. */
function closedStore(): StoreOnDisk & { bytes: Buffer } {
  const disk = onDisk();
  fillStore(disk.store, 'a', 1500, letters);
  expect(closeWhole(disk.store)).toBe(true);
  return { ...disk, bytes: readFileSync(disk.file) };
}

/** What happens when the store is opened and read from end to end: 'ok', or SQLite's word for the damage. */
function readAll(file: string, key: Buffer): string {
  try {
    const store = openStore(file, key, { readonly: true });
    try {
      const [first] = store.db.pragma('integrity_check') as Array<{ integrity_check: string }>;
      store.db.prepare('select sum(length(value)) from meta').get();
      return first?.integrity_check === 'ok' ? 'ok' : 'SQLITE_CORRUPT';
    } finally {
      store.close();
    }
  } catch (error) {
    const why = damageOf(error);
    if (why === undefined) throw error;
    return why;
  }
}

test('one flipped bit in any of 70 pages is found, by SQLite and by the page seals, and the page is named', () => {
  const { file, key, bytes } = closedStore();
  const pages = bytes.length / 4096;
  expect(pages).toBeGreaterThan(150);
  expect(readAll(file, key)).toBe('ok');
  const missed: number[] = [];
  for (let i = 0; i < 70; i++) {
    const page = 1 + Math.floor((i * (pages - 1)) / 69);
    const at = (page - 1) * 4096 + ((i * 577) % 4096);
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (i % 8));
    writeFileSync(file, spoilt);
    const saltHit = page === 1 && (i * 577) % 4096 < 16;
    const sealed = checkPages(file, key).bad;
    if (
      !/^SQLITE_(CORRUPT|NOTADB)/.test(readAll(file, key)) ||
      (!saltHit && (sealed.length !== 1 || sealed[0] !== page))
    )
      missed.push(page);
    if (saltHit) expect(sealed).toHaveLength(pages);
  }
  expect(missed).toEqual([]);
});

test('a file cut at any of 50 places is refused', () => {
  const { file, key, bytes } = closedStore();
  for (let i = 1; i < 50; i++) {
    writeFileSync(file, bytes.subarray(0, Math.floor((i * bytes.length) / 50)));
    expect([i, readAll(file, key)]).toEqual([i, expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB|IOERR)/)]);
  }
});

test('another key, no key and a plain file in the place of the store are not read', () => {
  const { file, key, bytes } = closedStore();
  expect(readAll(file, Buffer.alloc(32, 1))).toBe('SQLITE_NOTADB');
  expect(() => openStore(file, null)).toThrow(/file is not a database/);
  writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), bytes.subarray(16)]));
  expect(readAll(file, key)).toBe('SQLITE_NOTADB');
});

test('a WAL cut or flipped anywhere leaves an earlier whole commit, never a mixture', () => {
  const { folder, key, store } = onDisk();
  store.db.pragma('wal_autocheckpoint=0');
  for (let batch = 0; batch < 12; batch++) fillStore(store, `b${batch}`, 40, letters);
  const wal = readFileSync(join(folder, 'case.db-wal'));
  const copy = mkdtempSync(join(tmpdir(), 'qy-wal-'));
  try {
    const kept = new Set<number>();
    for (let i = 0; i <= 60; i++) {
      const cut = Math.floor((i * wal.length) / 60);
      const spoilt = i % 2 === 0 ? wal.subarray(0, cut) : Buffer.from(wal);
      if (i % 2 === 1) spoilt[Math.min(cut, wal.length - 1)] = (spoilt[Math.min(cut, wal.length - 1)] ?? 0) ^ 4;
      cpSync(join(folder, 'case.db'), join(copy, 'case.db'));
      writeFileSync(join(copy, 'case.db-wal'), spoilt);
      rmSync(join(copy, 'case.db-shm'), { force: true });
      const again = openStore(join(copy, 'case.db'), key);
      const schema = again.db.prepare("select count(*) from sqlite_schema where name = 'meta'").pluck().get();
      const batches = schema === 0 ? {} : batchesOf(again);
      expect(Object.values(batches)).toEqual(Object.keys(batches).map(() => 40));
      expect(Object.keys(batches).sort()).toEqual(
        Array.from({ length: Object.keys(batches).length }, (_, n) => `b${n}`).sort(),
      );
      expect(again.db.pragma('integrity_check', { simple: true })).toBe('ok');
      kept.add(Object.keys(batches).length);
      again.close();
    }
    expect(kept.size).toBeGreaterThan(8); // the cuts fell between different commits
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('a full disk in the middle of a transaction takes the whole transaction back', () => {
  const { store } = onDisk();
  fillStore(store, 'before', 10, letters);
  store.db.pragma(`max_page_count=${(store.db.pragma('page_count', { simple: true }) as number) + 20}`);
  expect(() => fillStore(store, 'during', 1000, letters)).toThrow(/full/);
  expect(batchesOf(store)).toEqual({ before: 10 });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('no file of an open store holds a word of it, neither as UTF-8 nor as UTF-16', () => {
  const { folder, store, key, file } = onDisk();
  const canary = '金丝雀甲乙丙CANARY7f3a';
  store.db.pragma('wal_autocheckpoint=5');
  fillStore(store, 'a', 300, (i) => `${canary}${i}`);
  store.db.exec(
    `create index by_value on meta(value); create temp table sorted as select * from meta order by value desc; vacuum`,
  );
  fillStore(store, 'b', 5, (i) => `${canary}${i}`);
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['case.db', 'case.db-shm', 'case.db-wal']);
  const holding = () => readdirSync(folder).filter((name) => holds(readFileSync(join(folder, name)), canary));
  expect(holding()).toEqual([]);
  expect(closeWhole(store)).toBe(true);
  expect(holding()).toEqual([]);
  // the search itself finds what is there
  writeFileSync(join(folder, 'plain'), Buffer.from(`…${canary}…`, 'utf16le'));
  expect(holding()).toEqual(['plain']);
  expect(checkPages(file, key).badCount).toBe(0);
});

test('a store without a WAL keeps every word out of its rollback journal, which takes a half written import back', () => {
  const { folder, store, key, file } = onDisk();
  const canary = '金丝雀甲乙丙CANARY7f3a';
  fillStore(store, 'a', 300, (i) => `${canary}${i}${'x'.repeat(400)}`);
  expect(closeWhole(store)).toBe(true);
  const first = openStore(file, key, { journal: 'rollback' });
  first.db.prepare('select 1 from meta').get();
  const writer = openStore(file, key, { bulk: true, journal: 'as-is' });
  expect(writer.db.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(writer.db.pragma('synchronous', { simple: true })).toBe(3);
  writer.db.pragma('cache_size=5');
  writer.db.exec('begin immediate');
  writer.db.exec("update meta set value = value || '改' where key like 'a/%'");
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['case.db', 'case.db-journal']);
  const journal = readFileSync(join(folder, 'case.db-journal'));
  expect(journal.length).toBeGreaterThan(100_000);
  expect(names.filter((name) => holds(readFileSync(join(folder, name)), canary))).toEqual([]);

  const died = mkdtempSync(join(tmpdir(), 'qy-journal-'));
  try {
    cpSync(folder, died, { recursive: true });
    writer.close();
    first.close();
    const again = openStore(join(died, 'case.db'), key);
    expect(batchesOf(again)).toEqual({ a: 300 });
    expect(again.db.prepare("select count(*) from meta where value like '%改'").pluck().get()).toBe(0);
    expect(again.db.pragma('integrity_check', { simple: true })).toBe('ok');
    again.close();
    expect(checkPages(join(died, 'case.db'), key).badCount).toBe(0);
  } finally {
    rmSync(died, { recursive: true });
  }
});

test('what a WAL beside the store holds is in it before a connection goes on without one', () => {
  const { folder, store, key } = onDisk();
  store.db.pragma('wal_autocheckpoint=0');
  fillStore(store, 'a', 40, letters);
  const died = mkdtempSync(join(tmpdir(), 'qy-journal-'));
  try {
    cpSync(folder, died, { recursive: true });
    const again = openStore(join(died, 'case.db'), key, { journal: 'rollback' });
    expect(batchesOf(again)).toEqual({ a: 40 });
    expect(again.db.pragma('journal_mode', { simple: true })).toBe('delete');
    again.close();
    expect(readdirSync(died)).toEqual(['case.db']);
  } finally {
    rmSync(died, { recursive: true });
  }
});

const holds = (bytes: Buffer, text: string): boolean =>
  bytes.includes(Buffer.from(text, 'utf8')) ||
  bytes.includes(Buffer.from(text, 'utf16le')) ||
  bytes.includes(Buffer.from('CANARY7f3a'));

test('a store closed whole leaves one file and takes no other connection with it', () => {
  const { folder, file, key, store } = onDisk();
  fillStore(store, 'a', 5, letters);
  const other = openStore(file, key);
  other.db.prepare('select * from meta').all();
  expect(closeWhole(store)).toBe(false);
  expect(store.db.open).toBe(true);
  other.close();
  expect(closeWhole(store)).toBe(true);
  expect(readdirSync(folder)).toEqual(['case.db']);
});
