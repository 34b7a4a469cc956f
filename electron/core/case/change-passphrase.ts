import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Reply } from '../../../shared/protocol/problem.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { CoreShell } from '../shell.ts';
import { copyIdOf } from '../store/meta.ts';
import type { OpenCase } from '../store/open-case.ts';
import { writeWhole } from '../store/whole-file.ts';
import { standardWorkFactor } from './key-slot.ts';
import { caseFiles } from './names.ts';
import { isStrongPassphrase, normalisePassphrase } from './passphrase.ts';
import { keepSlotCopy } from './profile.ts';
import { makeSlotApart, readSlotApart } from './slot-work.ts';

/** Whether this passphrase opens the case that is open. Problems: case.wrong-passphrase, case.damaged, case.no-slot. */
export async function provePassphrase(shell: CoreShell, openCase: OpenCase, passphrase: string): Promise<Reply<true>> {
  const path = join(openCase.folder, caseFiles.passphraseSlot);
  if (!existsSync(path)) return failed('case.no-slot');
  const slot = await readSlotApart(shell, readFileSync(path, 'utf8'), { passphrase: normalisePassphrase(passphrase) });
  if (!slot.ok) return slot;
  slot.value.key.fill(0);
  return ok(true);
}

/**
 * Puts a new passphrase slot in the place of the old one, atomically, beside the store and in the profile. The key of the store stays:
 * an old copy of the folder still opens with the old passphrase. Problem: case.weak-passphrase.
 */
export async function setPassphrase(shell: CoreShell, openCase: OpenCase, passphrase: string): Promise<Reply<true>> {
  if (!isStrongPassphrase(passphrase)) return failed('case.weak-passphrase');
  const { store, caseId, key, actor, folder } = openCase;
  const owner = { passphrase: normalisePassphrase(passphrase), workFactor: shell.slotWorkFactor ?? standardWorkFactor };
  const slot = await makeSlotApart(shell, { caseId, key }, owner);
  store.transaction(() => {
    writeJournal(store, { actor, at: shell.now(), action: 'case.passphrase-changed' });
    writeWhole(join(folder, caseFiles.passphraseSlot), slot);
  });
  keepSlotCopy(shell.profile, copyIdOf(store), slot);
  return ok(true);
}
