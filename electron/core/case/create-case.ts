import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { raiseHighWater } from '../journal/high-water.ts';
import { journalHead, writeJournal } from '../journal/write-journal.ts';
import type { CoreShell } from '../shell.ts';
import { lockCase } from '../store/case-lock.ts';
import { migrate, openStore, type Store } from '../store/connect.ts';
import { copyIdOf, isCaseId, writeMeta } from '../store/meta.ts';
import type { OpenCase } from '../store/open-case.ts';
import { writeWhole } from '../store/whole-file.ts';
import { actorOr, holdLock } from './hold.ts';
import { standardWorkFactor } from './key-slot.ts';
import { caseFiles, isFolderName, nextFolderName, withSuffix } from './names.ts';
import { isStrongPassphrase, normalisePassphrase } from './passphrase.ts';
import { keepSlotCopy, rememberOpened } from './profile.ts';
import { makeSlotApart } from './slot-work.ts';

export interface NewCase {
  /** visible on disk, with or without .qycase; 案件-YEAR-NNN when left out */
  readonly folder?: string | undefined;
  readonly title: string;
  readonly number?: string;
  readonly unit?: string;
  readonly classification?: string;
  readonly actor?: string;
  readonly passphrase: string;
  readonly sample?: boolean;
  /** a second slot for the unit's safe: an age1… recipient */
  readonly unitRecipient?: string;
  /** the identity of a case that comes from a sealed file; a new one otherwise */
  readonly caseId?: string;
  /** true for a case from a sealed file: its journal comes with it, so no entry is written here */
  readonly bringsJournal?: boolean;
}

/**
 * Makes NAME.qycase with a fresh random key and opens it. The passphrase does not make the key; it opens the slot that holds it.
 * Problems: case.weak-passphrase, case.exists, case.bad-name, seal.bad-recipient, case.not-writable. What was begun is removed again
 * when a step fails.
 */
export async function createCase(shell: CoreShell, wish: NewCase): Promise<Reply<OpenCase>> {
  if (!isStrongPassphrase(wish.passphrase)) return failed('case.weak-passphrase');
  const now = shell.now();
  const name =
    wish.folder === undefined || wish.folder === ''
      ? nextFolderName(shell.cases, now.getFullYear())
      : withSuffix(wish.folder);
  if (!isFolderName(name)) return failed('case.bad-name', { params: { name } });
  const caseId = wish.caseId ?? randomUUID();
  if (!isCaseId(caseId)) throw new Error('not a case id');
  const folder = join(shell.cases, name);
  if (existsSync(folder)) return failed('case.exists', { params: { name } });

  const key = randomBytes(32);
  const passphrase = normalisePassphrase(wish.passphrase);
  const workFactor = shell.slotWorkFactor ?? standardWorkFactor;
  const slot = await makeSlotApart(shell, { caseId, key }, { passphrase, workFactor });
  const unitSlot =
    wish.unitRecipient === undefined ? undefined : await unitSlotFor(shell, { caseId, key }, wish.unitRecipient);
  if (unitSlot && !unitSlot.ok) return unitSlot;

  try {
    mkdirSync(shell.cases, { recursive: true, mode: 0o700 });
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'I/O';
    return why === 'EEXIST'
      ? failed('case.exists', { params: { name } })
      : failed('target.not-writable', { params: { file: name, why } });
  }
  const lock = lockCase(ownFile(join(folder, caseFiles.lock)));
  let store: Store | undefined;
  try {
    if (!lock) throw new Error('a new case is locked by another program');
    writeWhole(join(folder, caseFiles.passphraseSlot), slot);
    if (unitSlot) writeWhole(join(folder, caseFiles.unitSlot), unitSlot.value);
    store = openStore(ownFile(join(folder, caseFiles.store)), key);
    const openCase: OpenCase = { store, caseId, folder, key, actor: actorOr(wish.actor) };
    firstEntries(openCase, wish, now);
    const copy = copyIdOf(store);
    keepSlotCopy(shell.profile, copy, slot);
    raiseHighWater(shell.profile, openCase);
    rememberOpened(shell.profile, { path: folder, case: caseId, copy, at: now.toISOString() });
    holdLock(openCase, lock);
    return ok(openCase);
  } catch (error) {
    store?.close();
    lock?.release();
    key.fill(0);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function firstEntries({ store, caseId, actor }: OpenCase, wish: NewCase, now: Date): void {
  store.transaction(() => {
    migrate(store);
    writeMeta(store, {
      case: caseId,
      copy: randomUUID(),
      title: wish.title,
      number: wish.number ?? '',
      unit: wish.unit ?? '',
      classification: wish.classification ?? '内部',
      created_at: now.toISOString(),
      sample: wish.sample ? '1' : '0',
    });
    if (wish.bringsJournal) return journalHead(store, caseId);
    writeJournal(store, { actor, at: now, action: 'case.created', params: { title: wish.title } });
  });
}

async function unitSlotFor(
  shell: CoreShell,
  content: { caseId: string; key: Buffer },
  recipient: string,
): Promise<Reply<string>> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(recipient))
    return failed('seal.bad-recipient', { seen: recipient.slice(0, 80) });
  return ok(await makeSlotApart(shell, content, { recipient }));
}

/** An empty file that only this user can read; SQLite gives its -wal and -shm the same mode. */
function ownFile(path: string): string {
  closeSync(openSync(path, 'wx', 0o600));
  return path;
}
