import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { highWater, raiseHighWater } from '../journal/high-water.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { CoreShell } from '../shell.ts';
import { type CaseLock, lockCase } from '../store/case-lock.ts';
import { damageOf, migrate, openStore } from '../store/connect.ts';
import type { OpenCase } from '../store/open-case.ts';
import { writeWhole } from '../store/whole-file.ts';
import { type Checked, checkBeforeOpen, setAside } from './check-before-open.ts';
import { actorOr, holdLock } from './hold.ts';
import type { SlotContent } from './key-slot.ts';
import { caseFiles, isFolderName } from './names.ts';
import { normalisePassphrase } from './passphrase.ts';
import { keepSlotCopy, openedBefore, rememberOpened, slotCopyFor } from './profile.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { readSlotApart } from './slot-work.ts';

/** What somebody holds in hand: the passphrase, the unit's identity (AGE-SECRET-KEY-1…), or the code of the recovery sheet. */
export type Secret =
  | { readonly passphrase: string }
  | { readonly identity: string }
  | { readonly recoveryCode: string };

export interface OpenWish {
  /** the folder's name inside the folder of cases */
  readonly folder: string;
  readonly secret: Secret;
  readonly actor?: string;
  /** Go on although the store is older than when this user last closed it. What was found is copied to set-aside first and the journal says so. */
  readonly acceptOlder?: boolean;
}

/**
 * Opens a case. Problems: case.not-found, case.in-use, case.wrong-passphrase, case.bad-recovery-sheet, case.damaged, case.key-mismatch,
 * case.newer, case.rolled-back. Nothing is written before every check has passed.
 */
export async function openCase(shell: CoreShell, wish: OpenWish): Promise<Reply<OpenCase>> {
  const folder = join(shell.cases, wish.folder);
  const file = join(folder, caseFiles.store);
  if (!isFolderName(wish.folder) || !existsSync(file))
    return failed('case.not-found', { params: { name: wish.folder } });
  if (statSync(file).size === 0) return failed('case.damaged', { params: { why: 'empty file' } }); // SQLite would see a new, empty store
  const lock = lockCase(join(folder, caseFiles.lock));
  if (!lock) return failed('case.in-use');
  try {
    const reply = await openLocked(shell, wish, { folder, file, lock });
    if (!reply.ok) lock.release();
    return reply;
  } catch (error) {
    lock.release();
    const why = damageOf(error);
    if (why === undefined) throw error;
    return failed('case.damaged', { params: { why } });
  }
}

async function openLocked(
  shell: CoreShell,
  wish: OpenWish,
  { folder, file, lock }: { folder: string; file: string; lock: CaseLock },
): Promise<Reply<OpenCase>> {
  const unlocked = await unlock(shell, folder, wish.secret);
  if (!unlocked.ok) return unlocked;
  const { key, caseId, slot } = unlocked.value;
  try {
    if (existsSync(`${file}-journal`)) undoHalfWrite(folder, file, key, shell.now());
    const here = openedBefore(shell.profile).find((each) => each.path === folder);
    const checked = checkBeforeOpen(file, key, {
      caseId,
      seenHere: here?.case,
      // a copy never seen, in the place of one of the same case that was: that one's mark speaks
      mark: (id, copy) =>
        highWater(shell.profile, copy) ?? (here?.case === id ? highWater(shell.profile, here.copy) : undefined),
    });
    if (checked.ok && (!checked.value.behind || wish.acceptOlder))
      return ok(begin(shell, wish, { folder, file, lock, key, slot, checked: checked.value }));
    key.fill(0);
    return checked.ok ? rolledBack(checked.value) : checked;
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

/**
 * A rollback journal lies beside the store only when the program died while folding the WAL away, or importing without one. SQLite restores the pages in it at
 * the first write access; what was there is copied first, because a foreign journal would be "restored" just the same.
 */
function undoHalfWrite(folder: string, file: string, key: Buffer, at: Date): void {
  setAside(folder, at);
  openStore(file, key).close();
}

interface Ready {
  readonly folder: string;
  readonly file: string;
  readonly lock: CaseLock;
  readonly key: Buffer;
  readonly slot: string | undefined;
  readonly checked: Checked;
}

function begin(shell: CoreShell, wish: OpenWish, { folder, file, lock, key, slot, checked }: Ready): OpenCase {
  const at = shell.now();
  const aside = checked.behind ? setAside(folder, at) : undefined;
  const store = openStore(file, key, { journal: shell.asksNothingMeanwhile ? 'rollback' : 'wal' });
  try {
    const opened: OpenCase = { store, caseId: checked.caseId, folder, key, actor: actorOr(wish.actor) };
    store.transaction(() => {
      migrate(store);
      if (aside !== undefined) {
        const params = { expected: checked.mark?.seq ?? 0, found: checked.head.seq, aside };
        writeJournal(store, { actor: opened.actor, at, action: 'case.older-accepted', params });
      }
      const how =
        'passphrase' in wish.secret ? 'passphrase' : 'identity' in wish.secret ? 'unit-key' : 'recovery-sheet';
      writeJournal(store, {
        actor: opened.actor,
        at,
        action: 'case.opened',
        params: { with: how, mark: checked.mark ? 'matched' : 'none' },
      });
    });
    raiseHighWater(shell.profile, opened);
    rememberOpened(shell.profile, { path: folder, case: checked.caseId, copy: checked.copy, at: at.toISOString() });
    if (slot !== undefined) keepBothSlots(shell, folder, checked.copy, slot);
    holdLock(opened, lock);
    return opened;
  } catch (error) {
    store.close();
    throw error;
  }
}

const rolledBack = ({ mark, head }: Checked): Reply<OpenCase> =>
  failed('case.rolled-back', { params: { expected: mark?.seq ?? 0, found: head.seq } });

interface Unlocked {
  readonly key: Buffer;
  readonly caseId: string | undefined;
  /** the passphrase slot that was opened */
  readonly slot: string | undefined;
}

async function unlock(shell: CoreShell, folder: string, secret: Secret): Promise<Reply<Unlocked>> {
  if ('recoveryCode' in secret) {
    const key = parseRecoveryCode(secret.recoveryCode);
    return key.ok ? ok({ key: key.value, caseId: undefined, slot: undefined }) : key;
  }
  if ('identity' in secret) {
    const path = join(folder, caseFiles.unitSlot);
    if (!existsSync(path)) return failed('case.no-slot');
    const read = await readSlotApart(shell, readFileSync(path, 'utf8'), secret);
    return read.ok ? ok({ ...read.value, slot: undefined }) : read;
  }
  return unlockByPassphrase(shell, folder, normalisePassphrase(secret.passphrase));
}

/** The slot beside the store; when that is missing or damaged, the copy in the profile. */
async function unlockByPassphrase(shell: CoreShell, folder: string, passphrase: string): Promise<Reply<Unlocked>> {
  const path = join(folder, caseFiles.passphraseSlot);
  const copy = slotCopyFor(shell.profile, folder);
  const beside = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  let last: Reply<SlotContent> = failed('case.no-slot');
  for (const slot of new Set([beside, copy])) {
    if (slot === undefined) continue;
    last = await readSlotApart(shell, slot, { passphrase });
    if (last.ok) return ok({ ...last.value, slot });
    if (last.problem.code === 'case.wrong-passphrase') return last;
  }
  return last.ok ? failed('case.no-slot') : last;
}

function keepBothSlots(shell: CoreShell, folder: string, copy: string, slot: string): void {
  const path = join(folder, caseFiles.passphraseSlot);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== slot) writeWhole(path, slot);
  keepSlotCopy(shell.profile, copy, slot);
}
