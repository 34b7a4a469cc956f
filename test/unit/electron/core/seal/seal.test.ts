import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../../../electron/core/case/close-case.ts';
import { openCase } from '../../../../../electron/core/case/open-case.ts';
import { verifyJournal } from '../../../../../electron/core/journal/verify-journal.ts';
import type { Stop } from '../../../../../electron/core/request.ts';
import { readSealed } from '../../../../../electron/core/seal/read-sealed.ts';
import sealOpen from '../../../../../electron/core/seal/seal-open.job.ts';
import {
  fingerprint,
  signDigest,
  sshPublicLine,
  verifyDigest,
} from '../../../../../electron/core/sign/ssh-signature.ts';
import { evidenceChunks } from '../../../../../electron/core/store/evidence-chunks.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { canaries, quietJob, readTicket, type SealBench, sealBench, testShell } from '../../../../make/sealed-case.ts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
let bench: SealBench;
let sealed: string;
beforeAll(async () => {
  bench = await sealBench();
  sealed = await bench.seal('a.qyseal');
});
afterAll(() => bench.close());

const open = (path: string, passphrase: string, folder: string) =>
  (sealOpen.run as (payload: unknown, job: unknown) => Promise<Reply<{ folder: string }>>)(
    {
      key: { identity: bench.identity },
      profileFolder: join(bench.dir, 'receiver'),
      cases: join(bench.dir, 'received'),
      folder,
      title: '',
      passphrase,
      actor: '收件人',
      slotWorkFactor: 10,
    },
    { ...quietJob, files: [readTicket(path)], now: () => new Date('2026-03-05T00:00:00Z') },
  );

describe('a sealed case file', () => {
  test('is verified to its last byte and tells who sealed what, when and for whom', async () => {
    const manifest = await readSealed(readTicket(sealed), { identity: bench.identity }, null, quietJob);
    expect(manifest.signer.key).toBe(bench.keys.fingerprint);
    expect(manifest.members.map((member) => member.name)).toEqual([
      'snapshot.db',
      'audit.jsonl',
      'summary.xlsx',
      `evidence/${createHash('sha256').update(bench.evidence).digest('hex')}`,
    ]);
    expect(manifest.to).toEqual([bench.recipient]);
    expect(manifest.rows.rec_bank_flow).toBe(1);
  });

  test('opens with its passphrase, in whatever width it was typed', async () => {
    const path = await bench.seal('p.qyseal', { to: { passphrase: 'ＡＢＣ def 2026 口令' } });
    const manifest = await readSealed(readTicket(path), { passphrase: 'ABC def 2026 口令' }, null, quietJob);
    expect(manifest.to).toEqual(['passphrase']);
  });

  test('with another key is a wrong key, and another file is no sealed file', async () => {
    const wrong = await readSealed(readTicket(sealed), { passphrase: 'something else entirely' }, null, quietJob).catch(
      (e: unknown) => e,
    );
    expect((wrong as Stop).problem.code).toBe('seal.wrong-key');
    const other = join(bench.dir, 'other.qyseal');
    writeFileSync(other, 'PK\u0003\u0004 a workbook');
    const none = await readSealed(readTicket(other), { identity: bench.identity }, null, quietJob).catch(
      (e: unknown) => e,
    );
    expect((none as Stop).problem.code).toBe('seal.not-a-sealed-file');
  });

  test('becomes a case of its own with the same rows, the same original file and the journal going on', async () => {
    const passphrase = '接收方的口令也足够长-2026-1';
    const reply = await open(sealed, passphrase, '收到的案件');
    expect(reply).toMatchObject({ ok: true, value: { folder: '收到的案件.qycase' } });
    const shell = { ...testShell(bench.dir), profile: join(bench.dir, 'receiver'), cases: join(bench.dir, 'received') };
    const received = await openCase(shell, { folder: '收到的案件.qycase', secret: { passphrase } });
    if (!received.ok) throw new Error(received.problem.code);
    const { store, caseId } = received.value;
    expect(caseId).toBe(bench.openCase.caseId);
    expect(store.db.prepare('select fen, payer, payee, summary from rec_bank_flow').all()).toEqual([
      { fen: 4_990_000, payer: 1, payee: 2, summary: canaries.memo },
    ]);
    expect(Buffer.concat([...evidenceChunks(store, 1)]).equals(bench.evidence)).toBe(true);
    expect(store.db.prepare('select action from journal order by seq').pluck().all()).toContain('seal.opened');
    expect(verifyJournal(store).flaws).toEqual([]);
    await closeCase(shell, received.value, 'case.closed');
  });

  test('of the shared profile holds neither original files nor whole account numbers', async () => {
    const path = await bench.seal('s.qyseal', { profile: 'shared' });
    const manifest = await readSealed(readTicket(path), { identity: bench.identity }, null, quietJob);
    expect(manifest.members.some((member) => member.kind === 'evidence')).toBe(false);
    expect(manifest.withheld).toHaveLength(1);
    const passphrase = '接收方的口令也足够长-2026-2';
    expect((await open(path, passphrase, '脱敏案件')).ok).toBe(true);
    const shell = { ...testShell(bench.dir), profile: join(bench.dir, 'receiver'), cases: join(bench.dir, 'received') };
    const received = await openCase(shell, { folder: '脱敏案件.qycase', secret: { passphrase } });
    if (!received.ok) throw new Error(received.problem.code);
    const everything = JSON.stringify(
      ['row', 'mention', 'rec_bank_flow', 'evidence'].map((table) =>
        received.value.store.db.prepare(`select * from ${table}`).all(),
      ),
    );
    expect(everything).not.toContain(canaries.account);
    expect(everything).toContain('************8901');
    await closeCase(shell, received.value, 'case.closed');
  });
});

describe('independent programs', () => {
  test.skipIf(!has('age'))(
    'age decrypts it, tar unpacks it, sha256 agrees with the manifest (skipped without the age command)',
    () => {
      const dir = join(bench.dir, 'unpacked');
      mkdirSync(dir);
      writeFileSync(join(bench.dir, 'identity.txt'), bench.identity);
      const plain = spawnSync('age', ['-d', '-i', join(bench.dir, 'identity.txt'), sealed], { maxBuffer: 2 ** 28 });
      expect(plain.status).toBe(0);
      expect(spawnSync('tar', ['-x', '-C', dir], { input: plain.stdout }).status).toBe(0);
      const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
        members: Array<{ name: string; sha256: string }>;
      };
      for (const { name, sha256 } of manifest.members) {
        expect(
          createHash('sha256')
            .update(readFileSync(join(dir, name)))
            .digest('hex'),
        ).toBe(sha256);
      }
      // nothing of the case in the clear beside the work book and the evidence itself
      expect(readFileSync(join(dir, 'snapshot.db')).includes(Buffer.from(canaries.name))).toBe(false);
      expect(readdirSync(dir).sort()).toEqual([
        'audit.jsonl',
        'evidence',
        'manifest.json',
        'manifest.json.sig',
        'snapshot.db',
        'summary.xlsx',
      ]);
    },
  );

  test.skipIf(!has('ssh-keygen') && spawnSync('ssh-keygen', ['-?']).error !== undefined)(
    'ssh-keygen -Y verify accepts both signatures and refuses one changed byte (skipped without ssh-keygen)',
    () => {
      const signers = join(bench.dir, 'signers');
      writeFileSync(signers, `a@b ${sshPublicLine(bench.keys.signing.public)}\n`);
      const verify = (input: Buffer, signature: string) =>
        spawnSync('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', 'a@b', '-n', 'file', '-s', signature], { input })
          .status;
      const bytes = readFileSync(sealed);
      expect(verify(bytes, `${sealed}.sig`)).toBe(0);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      expect(verify(bytes, `${sealed}.sig`)).not.toBe(0);
    },
  );
});

test('a signature holds for its digest, namespace and key only', () => {
  const digest = createHash('sha512').update('a').digest();
  const armored = signDigest(bench.keys.signing, 'file', digest);
  const good = verifyDigest(armored, 'file', digest);
  expect(good.ok && fingerprint(good.key)).toBe(bench.keys.fingerprint);
  expect(verifyDigest(armored, 'git', digest).ok).toBe(false);
  expect(verifyDigest(armored, 'file', createHash('sha512').update('b').digest()).ok).toBe(false);
  expect(verifyDigest('-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n', 'file', digest).ok).toBe(
    false,
  );
});
