import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { closeCase } from '../../electron/core/case/close-case.ts';
import { createCase } from '../../electron/core/case/create-case.ts';
import type { JobContext } from '../../electron/core/job.ts';
import { digestsOf } from '../../electron/core/seal/digests.ts';
import { FileSink, type SealOptions, writeSealed } from '../../electron/core/seal/write-sealed.ts';
import type { CoreShell } from '../../electron/core/shell.ts';
import type { OwnKeys } from '../../electron/core/sign/own-keys.ts';
import { ownKeys } from '../../electron/core/sign/own-keys.ts';
import { migrations } from '../../electron/core/store/migrations/index.ts';
import type { OpenCase } from '../../electron/core/store/open-case.ts';
import type { TicketContent } from '../../shared/protocol/events.ts';

/** What the tests look for in the clear: an invented name, account and amount that stand in the sealed case. */
export const canaries = { name: '沈砚秋测', account: '9999990012345678901', memo: '学术推广费·金丝雀' };

export interface SealBench {
  readonly dir: string;
  readonly shell: CoreShell;
  readonly openCase: OpenCase;
  readonly keys: OwnKeys;
  readonly identity: string;
  readonly recipient: string;
  readonly evidence: Buffer;
  /** seals to NAME.qyseal in `dir` and returns its path */
  seal(name: string, more?: Partial<SealOptions>): Promise<string>;
  close(): Promise<void>;
}

/** An encrypted case with one original file, one booking and a journal, ready to be sealed. */
export async function sealBench(): Promise<SealBench> {
  const dir = mkdtempSync(join(tmpdir(), 'qy-seal-'));
  const shell = testShell(dir);
  const made = await createCase(shell, {
    folder: '封存测试',
    title: '封存测试案',
    passphrase: '足够长的一个测试口令-2026',
  });
  if (!made.ok) throw new Error(made.problem.code);
  const openCase = made.value;
  const evidence = randomBytes(1_500_000);
  fillCase(openCase, evidence, await digestsOf([evidence]));
  const keys = await ownKeys(shell.profile);
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  return {
    dir,
    shell,
    openCase,
    keys,
    identity,
    recipient,
    evidence,
    async seal(name, more = {}) {
      const path = join(dir, name);
      const sink = new FileSink(path);
      const options: SealOptions = {
        to: { recipients: [recipient] },
        profile: 'full',
        purpose: '测试',
        summary: Buffer.from('not really a workbook'),
        keys,
        title: '封存测试案',
        number: 'T-1',
        at: new Date('2026-03-04T05:06:07Z'),
        tool: 'qingyuan test',
        schema: migrations.length,
        workFactor: 10,
        ...more,
      };
      const sealed = await writeSealed(openCase, options, sink, quietJob);
      sink.keep();
      writeFileSync(`${path}.sig`, sealed.signature);
      return path;
    },
    async close() {
      await closeCase(shell, openCase, 'case.closed');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const testShell = (dir: string): CoreShell => ({
  kind: 'test',
  profile: join(dir, 'profile'),
  cases: join(dir, 'cases'),
  sample: '',
  threads: 'inline',
  slotWorkFactor: 10,
  now: () => new Date('2026-03-04T05:06:07Z'),
  emit: () => undefined,
  written: () => undefined,
  log: () => undefined,
});

/** A job that nobody watches or cancels; whatever a test does not need is not there. */
export const quietJob = { checkCancelled: () => undefined, progress: () => undefined } as unknown as JobContext;

export const readTicket = (path: string): TicketContent => ({
  id: 't',
  purpose: 'sealed',
  direction: 'read',
  name: path.replace(/^.*[\\/]/, ''),
  folder: '',
  path,
});
export const bytesTicket = (bytes: Uint8Array): TicketContent => ({
  id: 't',
  purpose: 'sealed',
  direction: 'read',
  name: 'x.qyseal',
  folder: '',
  bytes,
});
export const fileBytes = (path: string): Buffer => readFileSync(path);

function fillCase({ store }: OpenCase, bytes: Buffer, { sha256, sm3 }: { sha256: string; sm3: string }): void {
  const { db } = store;
  store.transaction(() => {
    db.prepare(
      `insert into evidence(id, uid, name, folder, bytes, sha256, sm3, chunks, taken_at, taken_by) values (1, 'e1', ?, '', ?, ?, ?, 2, '2026-03-04T05:00:00Z', '测试')`,
    ).run(`${canaries.name}流水.xlsx`, bytes.length, sha256, sm3);
    const chunk = db.prepare('insert into evidence_chunk values (1, ?, ?, 0, ?)');
    chunk.run(0, 2 ** 20, bytes.subarray(0, 2 ** 20));
    chunk.run(1, bytes.length - 2 ** 20, bytes.subarray(2 ** 20));
    db.exec(`insert into batch values (1, 'b1', 1, '2026-03-04T05:00:01Z', '测试', 'written', null, null, null);
      insert into sheet(id, batch, name, idx, category, confidence, header_row, columns, rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped)
        values (1, 1, '明细', 0, 'bank_flow', 1, 1, '[]', 1, 1, 0, 0, 0)`);
    db.prepare(
      `insert into row(id, sheet, n, state, why, duplicate_of, cells) values (1, 1, 2, 'imported', null, null, ?)`,
    ).run(JSON.stringify(['2025-06-20', canaries.name, canaries.account, '49900.00', canaries.memo]));
    db.prepare(
      `insert into mention(id, kind, name, key, account, first_row, first_field) values (1, 'company', '甲药业', '甲药业', null, 1, 'holder_name'), (2, 'person', ?, ?, ?, 1, 'counterparty_name')`,
    ).run(canaries.name, canaries.name, canaries.account);
    db.prepare(
      `insert into rec_bank_flow(row, holder, counterparty, day, precision, fen, direction, summary) values (1, 1, 2, '2025-06-20', 'day', 4990000, 'out', ?)`,
    ).run(canaries.memo);
  });
}
