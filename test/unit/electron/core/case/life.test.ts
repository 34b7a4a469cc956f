import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, expect, test } from 'vitest';
import { caseInfo } from '../../../../../electron/core/case/case-info.ts';
import { closeCase } from '../../../../../electron/core/case/close-case.ts';
import { createCase, type NewCase } from '../../../../../electron/core/case/create-case.ts';
import { type OpenWish, openCase } from '../../../../../electron/core/case/open-case.ts';
import { makeRecoveryCode } from '../../../../../electron/core/case/recovery-code.ts';
import { highWater } from '../../../../../electron/core/journal/high-water.ts';
import { journalHead, writeJournal } from '../../../../../electron/core/journal/write-journal.ts';
import { openStore, schemaVersion } from '../../../../../electron/core/store/connect.ts';
import { copyIdOf, writeMeta } from '../../../../../electron/core/store/meta.ts';
import type { OpenCase } from '../../../../../electron/core/store/open-case.ts';
import type { Reply } from '../../../../../shared/protocol/problem.ts';
import { removeShell, testShell } from '../../../../test-shell.ts';

const passphrase = '海棠不惜胭脂色 独立蒙蒙细雨中';
const shells: ReturnType<typeof testShell>[] = [];
const freshShell = () => {
  const shell = testShell();
  shells.push(shell);
  return shell;
};
afterEach(() => {
  for (const shell of shells.splice(0)) removeShell(shell);
});

function value<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`expected success, got ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
const code = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.problem.code);

async function newCase(shell = freshShell(), wish: Partial<NewCase> = {}): Promise<OpenCase> {
  return value(await createCase(shell, { folder: '甲案', title: '某公司讲课费', passphrase, actor: '李某', ...wish }));
}
const again = (shell: ReturnType<typeof testShell>, wish: Partial<OpenWish> = {}) =>
  openCase(shell, { folder: '甲案.qycase', secret: { passphrase }, actor: '李某', ...wish });

function note(open: OpenCase, shell: ReturnType<typeof testShell>, times = 1) {
  for (let i = 0; i < times; i++)
    writeJournal(open.store, { actor: '李某', at: shell.now(), action: 'copy', params: { what: 'name' } });
}

test('a case is made, closed to one file, and opened again with everything it held', async () => {
  const shell = freshShell();
  const made = await newCase(shell, { number: '2026-7', unit: '某办' });
  const info = caseInfo(made);
  expect(info).toMatchObject({
    folder: '甲案.qycase',
    title: '某公司讲课费',
    number: '2026-7',
    unit: '某办',
    actor: '李某',
    sample: false,
  });
  expect(info.journal.seq).toBe(1);
  await closeCase(shell, made, 'case.locked');
  expect(readdirSync(join(shell.cases, '甲案.qycase')).sort()).toEqual(['case.db', 'case.lock', 'key.passphrase.age']);

  const opened = value(await again(shell));
  expect(opened.caseId).toBe(made.caseId);
  expect(opened.store.db.prepare('select action from journal order by seq').pluck().all()).toEqual([
    'case.created',
    'case.locked',
    'case.opened',
  ]);
  await closeCase(shell, opened, 'case.locked');
});

test('folders and files are for this user only', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const folder = join(shell.cases, '甲案.qycase');
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(mode(folder)).toBe('700');
  expect(Object.fromEntries(readdirSync(folder).map((name) => [name, mode(join(folder, name))]))).toEqual({
    'case.db': '600',
    'case.db-shm': '600',
    'case.db-wal': '600',
    'case.lock': '600',
    'key.passphrase.age': '600',
  });
  await closeCase(shell, made, 'case.locked');
  expect(mode(join(folder, 'case.db'))).toBe('600');
});

test('a closed case has wiped its key', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  expect(made.key.every((byte) => byte === 0)).toBe(false);
  await closeCase(shell, made, 'case.locked');
  expect(made.key.every((byte) => byte === 0)).toBe(true);
  expect(made.store.db.open).toBe(false);
});

test('the folder is named by year and number when nobody names it; the title is nowhere in the clear', async () => {
  const shell = freshShell();
  const one = value(await createCase(shell, { title: '某公司讲课费', passphrase }));
  await closeCase(shell, one, 'case.locked');
  const two = value(await createCase(shell, { title: '另一案', passphrase }));
  await closeCase(shell, two, 'case.locked');
  expect(readdirSync(shell.cases).sort()).toEqual(['案件-2026-001.qycase', '案件-2026-002.qycase']);
});

test.each(['../x', 'a/b', 'a\\b', '.', '..', '.隐', 'con', 'NUL.x', 'a:b', 'a\u202eb', 'a\nb', ' x', 'x'.repeat(81)])(
  '%j is not a folder name',
  async (folder) => {
    const shell = freshShell();
    expect(code(await createCase(shell, { folder, title: '甲', passphrase }))).toBe('case.bad-name');
    expect(code(await again(shell, { folder: `${folder}.qycase` }))).toBe('case.not-found');
  },
);

test('a case is never made over another one', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  expect(code(await createCase(shell, { folder: '甲案', title: '乙', passphrase }))).toBe('case.exists');
});

test.each(['', 'short', '1234567890123', '11111111111111', '   abc          '])('%j is no passphrase', async (weak) => {
  const shell = freshShell();
  expect(code(await createCase(shell, { title: '甲', passphrase: weak }))).toBe('case.weak-passphrase');
  expect(existsSync(shell.cases)).toBe(false);
});

test('the same passphrase typed with full-width letters and spaces opens the case', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell, { passphrase: 'correct horse 42' }), 'case.locked');
  const opened = value(await again(shell, { secret: { passphrase: 'ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　４２ ' } }));
  await closeCase(shell, opened, 'case.locked');
  expect(code(await again(shell, { secret: { passphrase: 'correct horse 43' } }))).toBe('case.wrong-passphrase');
});

test('a wrong passphrase changes nothing and leaves the case free to be opened', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  const folder = join(shell.cases, '甲案.qycase');
  const before = readFileSync(join(folder, 'case.db'));
  expect(code(await again(shell, { secret: { passphrase: 'not the passphrase' } }))).toBe('case.wrong-passphrase');
  expect(readFileSync(join(folder, 'case.db')).equals(before)).toBe(true);
  await closeCase(shell, value(await again(shell)), 'case.locked');
});

test('an open case cannot be opened a second time', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  expect(code(await again(shell))).toBe('case.in-use');
  await closeCase(shell, made, 'case.locked');
  await closeCase(shell, value(await again(shell)), 'case.locked');
});

test('the slot of another case is refused, also where this user has never been', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  await closeCase(shell, await newCase(shell, { folder: '乙案' }), 'case.locked');
  cpSync(join(shell.cases, '乙案.qycase/key.passphrase.age'), join(shell.cases, '甲案.qycase/key.passphrase.age'));
  expect(code(await again(shell))).toBe('case.key-mismatch');
  expect(
    code(
      await openCase(
        { ...shell, profile: join(shell.folder, 'elsewhere') },
        { folder: '甲案.qycase', secret: { passphrase } },
      ),
    ),
  ).toBe('case.key-mismatch');
});

test('a store that carries another case under the same key is refused', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  made.store.db.prepare("update meta set value = '00000000-0000-4000-8000-00000000000f' where key = 'case'").run();
  await closeCase(shell, made, 'case.locked');
  expect(code(await again(shell))).toBe('case.key-mismatch');
});

test('a store of a newer program is left alone', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const newer = schemaVersion + 1;
  made.store.db.pragma(`user_version=${newer}`);
  await closeCase(shell, made, 'case.locked');
  expect(await again(shell)).toEqual({ ok: false, problem: { code: 'case.newer', params: { version: newer } } });
});

test.each([
  ['an empty file', (_: Buffer) => Buffer.alloc(0)],
  ['a file of noise', (db: Buffer) => Buffer.alloc(db.length, 7)],
  ['half a file', (db: Buffer) => db.subarray(0, Math.floor(db.length / 2))],
  ['a header with one bit flipped', (db: Buffer) => flip(db, 100)],
  ['a salt with one bit flipped', (db: Buffer) => flip(db, 3)],
])('%s is a damaged case, not a wrong passphrase', async (_what, spoil) => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  const file = join(shell.cases, '甲案.qycase/case.db');
  writeFileSync(file, spoil(readFileSync(file)));
  expect(code(await again(shell))).toBe('case.damaged');
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test('a lost or damaged slot is replaced by the copy in the profile', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  const slot = join(shell.cases, '甲案.qycase/key.passphrase.age');
  const good = readFileSync(slot, 'utf8');
  rmSync(slot);
  await closeCase(shell, value(await again(shell)), 'case.locked');
  expect(readFileSync(slot, 'utf8')).toBe(good);
  writeFileSync(slot, good.slice(0, 200));
  await closeCase(shell, value(await again(shell)), 'case.locked');
  expect(readFileSync(slot, 'utf8')).toBe(good);
});

test('without any slot the person is told to take the recovery sheet', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  rmSync(join(shell.cases, '甲案.qycase/key.passphrase.age'));
  rmSync(join(shell.profile, 'slots'), { recursive: true });
  expect(code(await again(shell))).toBe('case.no-slot');
});

test('the recovery code opens the store without any slot', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const recoveryCode = makeRecoveryCode(made.key);
  await closeCase(shell, made, 'case.locked');
  rmSync(join(shell.cases, '甲案.qycase/key.passphrase.age'));
  await closeCase(shell, value(await again(shell, { secret: { recoveryCode } })), 'case.locked');
  const other = await newCase(shell, { folder: '乙案' });
  const foreign = makeRecoveryCode(other.key);
  await closeCase(shell, other, 'case.locked');
  expect(code(await again(shell, { secret: { recoveryCode: foreign } }))).toBe('case.key-mismatch');
});

test('the key in the unit’s safe opens the case, another key does not', async () => {
  const shell = freshShell();
  const identity = await generateIdentity();
  const made = await newCase(shell, { unitRecipient: await identityToRecipient(identity) });
  await closeCase(shell, made, 'case.locked');
  await closeCase(shell, value(await again(shell, { secret: { identity } })), 'case.locked');
  expect(code(await again(shell, { secret: { identity: await generateIdentity() } }))).toBe('case.wrong-passphrase');
  expect(code(await createCase(shell, { title: '丙', passphrase, unitRecipient: 'age1nonsense' }))).toBe(
    'seal.bad-recipient',
  );
});

test('an older copy of the case is noticed, and accepted only on request, with both states kept', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const copy = copyIdOf(made.store);
  await closeCase(shell, made, 'case.locked');
  const folder = join(shell.cases, '甲案.qycase');
  const old = readFileSync(join(folder, 'case.db'));
  const later = value(await again(shell));
  note(later, shell, 5);
  await closeCase(shell, later, 'case.locked');
  const mark = highWater(shell.profile, copy);
  expect(mark?.seq).toBe(9);
  writeFileSync(join(folder, 'case.db'), old);
  expect(await again(shell)).toEqual({
    ok: false,
    problem: { code: 'case.rolled-back', params: { expected: 9, found: 2 } },
  });
  expect(readFileSync(join(folder, 'case.db')).equals(old)).toBe(true);

  const accepted = value(await again(shell, { acceptOlder: true }));
  const [last] = accepted.store.db
    .prepare("select json_extract(payload, '$.params') from journal where action = 'case.older-accepted'")
    .pluck()
    .all() as string[];
  const { aside, ...counts } = JSON.parse(last ?? '{}');
  expect(counts).toEqual({ expected: 9, found: 2 });
  expect(readFileSync(join(folder, 'set-aside', aside, 'case.db')).equals(old)).toBe(true);
  await closeCase(shell, accepted, 'case.locked');
  await closeCase(shell, value(await again(shell)), 'case.locked');
});

test('another copy of the same case, opened beside it, goes its own way; neither makes the other look older', async () => {
  const shell = freshShell();
  const one = await newCase(shell);
  const folder = '乙本';
  const other = await newCase(shell, { folder, caseId: one.caseId, passphrase: `${passphrase}二` });
  note(other, shell, 5);
  await closeCase(shell, one, 'case.locked');
  await closeCase(shell, other, 'case.locked');
  rmSync(join(shell.cases, '甲案.qycase/key.passphrase.age'));
  await closeCase(shell, value(await again(shell)), 'case.locked'); // with its own kept slot
  const secret = { passphrase: `${passphrase}二` };
  await closeCase(shell, value(await again(shell, { folder: `${folder}.qycase`, secret })), 'case.locked');
  await closeCase(shell, value(await again(shell)), 'case.locked');
});

test('an older state under the name of another copy is noticed in the place of the one that was seen', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const folder = join(shell.cases, '甲案.qycase');
  await closeCase(shell, made, 'case.locked');
  const twin = join(shell.folder, 'twin');
  cpSync(folder, twin, { recursive: true });
  const later = value(await again(shell));
  const key = Buffer.from(later.key);
  note(later, shell, 5);
  await closeCase(shell, later, 'case.locked');
  const forged = openStore(join(twin, 'case.db'), key);
  writeMeta(forged, { copy: '00000000-0000-4000-8000-000000000000' });
  forged.db.pragma('journal_mode=delete');
  forged.close();
  rmSync(folder, { recursive: true });
  renameSync(twin, folder);
  expect(code(await again(shell))).toBe('case.rolled-back');
});

test('a stale WAL beside a newer store is noticed, and the newer state is not lost to it', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  note(made, shell);
  const folder = join(shell.cases, '甲案.qycase');
  const stale = readFileSync(join(folder, 'case.db-wal'));
  note(made, shell, 20);
  const head = journalHead(made.store);
  await closeCase(shell, made, 'case.locked');
  writeFileSync(join(folder, 'case.db-wal'), stale);
  expect(code(await again(shell))).toBe('case.rolled-back');
  rmSync(join(folder, 'case.db-wal'));
  rmSync(join(folder, 'case.db-shm'), { force: true });
  const opened = value(await again(shell));
  expect(journalHead(opened.store).seq).toBe(head.seq + 2);
  await closeCase(shell, opened, 'case.locked');
});

test('a journal of the same length that went another way is noticed', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  const folder = join(shell.cases, '甲案.qycase');
  const twin = join(shell.folder, 'twin');
  cpSync(folder, twin, { recursive: true });
  await closeCase(shell, value(await again(shell)), 'case.locked');
  rmSync(folder, { recursive: true });
  renameSync(twin, folder);
  const elsewhere = { ...shell, profile: join(shell.folder, 'elsewhere') };
  await closeCase(elsewhere, value(await again(elsewhere)), 'case.locked');
  expect(await again(shell)).toEqual({
    ok: false,
    problem: { code: 'case.rolled-back', params: { expected: 4, found: 4 } },
  });
});

test('a crash while the WAL was folded away is undone, and what lay there is kept', async () => {
  const shell = freshShell();
  const made = await newCase(shell);
  const { store } = made;
  store.db.pragma('journal_mode=delete');
  store.db.pragma('cache_size=5');
  const folder = join(shell.cases, '甲案.qycase');
  const died = join(shell.folder, 'died');
  store.db.exec('begin immediate');
  const put = store.db.prepare('insert into meta values (?, ?)');
  for (let i = 0; i < 400; i++) put.run(`half-${i}`, 'x'.repeat(500));
  cpSync(folder, died, { recursive: true });
  store.db.exec('rollback');
  expect(existsSync(join(died, 'case.db-journal'))).toBe(true);
  await closeCase(shell, made, 'case.locked');
  rmSync(folder, { recursive: true });
  renameSync(died, folder);
  const elsewhere = { ...shell, profile: join(shell.folder, 'elsewhere') };
  const opened = value(await again(elsewhere));
  expect(opened.store.db.prepare("select count(*) from meta where key like 'half-%'").pluck().get()).toBe(0);
  expect(opened.store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  await closeCase(elsewhere, opened, 'case.locked');
});

test('a case that nobody asks while a job writes is open without a WAL, and the next time with one', async () => {
  const shell = freshShell();
  await closeCase(shell, await newCase(shell), 'case.locked');
  const alone = { ...shell, asksNothingMeanwhile: true };
  const opened = value(await again(alone));
  expect(opened.store.db.pragma('journal_mode', { simple: true })).toBe('delete');
  await closeCase(alone, opened, 'case.closed');
  expect(readdirSync(join(shell.cases, '甲案.qycase')).sort()).toEqual(['case.db', 'case.lock', 'key.passphrase.age']);
  const next = value(await again(shell));
  expect(next.store.db.pragma('journal_mode', { simple: true })).toBe('wal');
  await closeCase(shell, next, 'case.locked');
});

test('a folder that cannot be made is a Problem', async () => {
  const shell = freshShell();
  writeFileSync(join(shell.folder, 'a-file'), '');
  const blocked = { ...shell, cases: join(shell.folder, 'a-file', 'cases') };
  expect(code(await createCase(blocked, { title: '甲', passphrase }))).toBe('target.not-writable');
});

test('a case whose making fails leaves no folder behind', async () => {
  const shell = freshShell();
  writeFileSync(join(shell.folder, 'profile'), 'a file where the profile should be');
  await expect(createCase(shell, { folder: '甲案', title: '甲', passphrase })).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(readdirSync(shell.cases)).toEqual([]);
});
