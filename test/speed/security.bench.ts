import { randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSlot, readSlot, standardWorkFactor } from '../../electron/core/case/key-slot.ts';
import { verifyJournal } from '../../electron/core/journal/verify-journal.ts';
import { writeJournal } from '../../electron/core/journal/write-journal.ts';
import { closeWhole, migrate, openStore, type Store } from '../../electron/core/store/connect.ts';
import { writeMeta } from '../../electron/core/store/meta.ts';
import { checkPages } from '../../electron/core/store/page-check.ts';
import { prepared } from '../../electron/core/store/prepared.ts';
import { against, type Figure, ours } from './figure.ts';
import { medians, peerPackage, taken } from './measure.ts';

const rows = 300_000;
const caseId = '00000000-0000-4000-8000-000000000001';
const key = randomBytes(32);

/** What protecting the case costs: the cipher against no cipher, a guess at the passphrase, the chain of the journal, the seals of the pages. */
export async function figures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qy-security-'));
  try {
    return [...(await cipher(folder)), ...(await slots()), ...(await journal(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function cipher(folder: string): Promise<Figure[]> {
  const [sealed, plain, theirs] = ['sealed', 'plain', 'sqlcipher'].map((name) => join(folder, `${name}.db`)) as [
    string,
    string,
    string,
  ];
  const peer = peerPackage('@signalapp/sqlcipher');
  const insert = await medians({
    sealed: () => fill(ready(sealed, key)),
    plain: () => fill(ready(plain, null)),
    sqlcipher: async () => (peer ? await fillTheirs(theirs) : Number.NaN),
  });
  const megabytes = statSync(sealed).size / 1e6;
  const scan = await medians({
    sealed: async () => (await taken(() => sum(sealed, key))).cpuSeconds,
    plain: async () => (await taken(() => sum(plain, null))).cpuSeconds,
  });
  const open = await medians({ open: () => timed(() => openStore(sealed, key).close()) }, 9);
  const pages = await medians({ check: () => timed(() => mustBeWhole(sealed)) });
  return [
    against(
      `writing ${rows} rows with records and indexes into an encrypted store, CPU seconds`,
      insert.sealed,
      { name: 'the same without cipher', value: insert.plain },
      { most: 1.4 },
    ),
    against(
      `writing ${rows} rows, CPU seconds`,
      insert.sealed,
      { name: `SQLCipher ${peer?.version ?? ''}`.trim(), value: peer ? insert.sqlcipher : undefined },
      { most: 1.2 },
    ),
    against(
      `reading all ${rows} rows after opening, CPU seconds`,
      scan.sealed,
      { name: 'the same without cipher', value: scan.plain },
      { most: 4 },
    ),
    ours('opening the store with the key in hand, milliseconds', open.open, { most: 50 }),
    ours('recomputing the seal of every page, MB a second', (megabytes / pages.check) * 1000, { least: 50 }),
  ];
}

/** One guess costs us what it costs an attacker with the same machine; node:crypto is the faster implementation he would take. */
async function slots(): Promise<Figure[]> {
  const passphrase = 'a passphrase for this measurement';
  const slot = await makeSlot({ caseId, key }, { passphrase, workFactor: standardWorkFactor });
  const salt = randomBytes(16);
  const guess = await medians({
    ours: async () => (await taken(() => readSlot(slot, { passphrase }))).cpuSeconds,
    openssl: async () =>
      (await taken(() => scryptSync(passphrase, salt, 32, { N: 2 ** standardWorkFactor, r: 8, p: 1, maxmem: 2 ** 30 })))
        .cpuSeconds,
  });
  return [
    against(
      'opening the passphrase slot, CPU seconds',
      guess.ours,
      { name: 'scrypt of node:crypto', value: guess.openssl },
      { most: 3 },
    ),
    ours('one guess at a passphrase, CPU seconds, 256 MiB each', guess.openssl, { least: 0.3 }),
  ];
}

async function journal(folder: string): Promise<Figure[]> {
  const entries = 20_000;
  const store = fresh(join(folder, 'journal.db'), key);
  const write = (batch: number) =>
    writeJournal(store, {
      actor: '甲',
      at: new Date(),
      action: 'import.written',
      params: { file: '付款明细.xlsx', imported: 1234, rejected: 5, batch },
    });
  const inOne = timed(() =>
    store.transaction(() => {
      for (let i = 0; i < entries; i++) write(i);
    }),
  );
  const alone = timed(() => {
    for (let i = 0; i < 50; i++) write(i);
  });
  const verified = await medians({
    verify: () =>
      timed(() => {
        const { entries: n, flaws } = verifyJournal(store);
        if (n !== entries + 50 || flaws.length > 0) throw new Error('the journal does not verify');
      }),
  });
  store.close();
  return [
    ours('a journal entry inside a transaction, microseconds', (inOne / entries) * 1000, { most: 250 }),
    ours('a small decision made durable with its journal entry, milliseconds', alone / 50, { most: 20 }),
    ours('verifying the journal, entries a second', (entries / verified.verify) * 1000, { least: 10_000 }),
  ];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function fresh(file: string, withKey: Buffer | null): Store {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  const store = openStore(file, withKey, { create: true });
  migrate(store);
  writeMeta(store, { case: caseId });
  return store;
}

const cellsOf = (i: number): string =>
  JSON.stringify([
    '2024-07-15 10:22:31',
    '张某某',
    `6217${String(i).padStart(15, '0')}`,
    '华康药业有限公司',
    ['n', i * 1.25, `${i * 1.25}`],
    '学术推广费（7月）',
    '转账',
    String(10_000_000 + i),
  ]);

const rowSql = "insert into row(id, sheet, n, state, cells) values (?, 1, ?, 'imported', ?)";
const flowSql =
  "insert into rec_bank_flow(row, holder, counterparty, day, precision, fen, direction) values (?, 1, 2, ?, 'day', ?, 'out')";
const dayOf = (i: number): string => `2024-${String(1 + (i % 12)).padStart(2, '0')}-15`;

/** A store with what the rows refer to. */
function ready(file: string, withKey: Buffer | null): Store {
  const store = fresh(file, withKey);
  store.db.exec(`insert into evidence(id, uid, name, folder, bytes, sha256, sm3, chunks, taken_at, taken_by) values (1, 'e', 'f', '', 1, 'a', 'b', 0, 't', 'a');
    insert into batch values (1, 'b', 1, 't', 'a', 'written', null, null, null);
    insert into sheet(id, batch, name, idx, category, confidence, header_row, columns, rows_read, rows_imported, rows_rejected,
      rows_duplicate, rows_skipped) values (1, 1, 's', 0, 'bank_flow', 1, 1, '[]', 0, 0, 0, 0, 0);
    insert into mention(id, kind, name, key, first_row, first_field) values (1, 'person', 'a', 'a', 1, 'f'), (2, 'company', 'b', 'b', 1, 'f')`);
  return store;
}

/** CPU seconds for what the import writes: the row with its cells, and its record with seven indexes. */
async function fill(store: Store): Promise<number> {
  const row = prepared<[number, number, string]>(store, rowSql);
  const flow = prepared<[number, string, number]>(store, flowSql);
  const { cpuSeconds } = await taken(() => {
    store.transaction(() => {
      for (let i = 1; i <= rows; i++) {
        row.run(i, i, cellsOf(i));
        flow.run(i, dayOf(i), i * 125);
      }
    });
    closeWhole(store);
  });
  return cpuSeconds;
}

/** The same by SQLCipher itself, on the same schema, with the same settings. */
async function fillTheirs(file: string): Promise<number> {
  closeWhole(ready(file, key));
  const { default: SQLCipher } = await import('@signalapp/sqlcipher');
  const db = new SQLCipher(file);
  db.exec(`pragma key = "x'${key.toString('hex')}'"`);
  db.exec('pragma temp_store=memory; pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on');
  db.exec('pragma foreign_keys=on; pragma cell_size_check=on');
  const row = db.prepare(rowSql);
  const flow = db.prepare(flowSql);
  const { cpuSeconds } = await taken(() => {
    db.exec('begin immediate');
    for (let i = 1; i <= rows; i++) {
      row.run([i, i, cellsOf(i)]);
      flow.run([i, dayOf(i), i * 125]);
    }
    db.exec('commit; pragma wal_checkpoint(truncate); pragma journal_mode=delete');
    db.close();
  });
  return cpuSeconds;
}

function sum(file: string, withKey: Buffer | null): void {
  const store = openStore(file, withKey);
  const total = store.db
    .prepare('select sum(f.fen + length(r.cells)) from rec_bank_flow f join row r on r.id = f.row')
    .pluck()
    .get();
  store.close();
  if (typeof total !== 'number') throw new Error('nothing was read');
}

function mustBeWhole(file: string): void {
  if (checkPages(file, key).badCount > 0) throw new Error('a page fails its seal');
}
