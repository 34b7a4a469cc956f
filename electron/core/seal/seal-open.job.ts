import { rmSync } from 'node:fs';
import type { SealFacts } from '../../../shared/protocol/output.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { closeCase } from '../case/close-case.ts';
import { createCase } from '../case/create-case.ts';
import { releaseLock } from '../case/hold.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { CoreShell } from '../shell.ts';
import { isKnownSigner, ownKeys } from '../sign/own-keys.ts';
import { migrations } from '../store/migrations/index.ts';
import { factsOf } from './facts.ts';
import { readSealed, type SealedKey } from './read-sealed.ts';
import { restoreInto } from './restore-case.ts';
import { withOwnIdentity } from './seal-verify.job.ts';

declare module '../job.ts' {
  interface Jobs {
    'seal.open': {
      payload: {
        key: SealedKey;
        profileFolder: string;
        cases: string;
        folder: string | undefined;
        title: string;
        passphrase: string;
        actor: string;
        slotWorkFactor: number | undefined;
      };
      result: { folder: string; facts: SealFacts };
    };
  }
}

/**
 * Makes a new case from a sealed file: first the whole file is verified and nothing is written; then the case is made and filled in one
 * transaction. When the second pass fails the folder is removed again.
 */
export default defineJob('seal.open', async (payload, job) => {
  const [file] = job.files;
  if (!file) throw new Error('seal.open needs a file');
  const keys = await ownKeys(payload.profileFolder);
  const key = withOwnIdentity(payload.key, keys.identity);
  const verified = await readSealed(file, key, null, job);
  if (verified.schema > migrations.length)
    return { ok: false, problem: { code: 'seal.newer', params: { tool: verified.tool } } };
  const made = await createCase(shellOf(payload, job.now), {
    folder: payload.folder,
    title: payload.title || verified.case.title,
    number: verified.case.number,
    passphrase: payload.passphrase,
    actor: payload.actor,
    caseId: verified.case.id,
    bringsJournal: true,
  });
  if (!made.ok) return made;
  const openCase = made.value;
  const folder = openCase.folder;
  let filled = false;
  try {
    await readSealed(
      file,
      key,
      restoreInto(openCase, (manifest) => {
        const params = {
          file: file.name,
          signer: `${manifest.signer.name} ${manifest.signer.key}`,
          seal: manifest.sealId,
        };
        writeJournal(openCase.store, { actor: openCase.actor, at: job.now(), action: 'seal.opened', params });
      }),
      job,
    );
    filled = true;
  } finally {
    if (filled) await closeCase(shellOf(payload, job.now), openCase, 'case.closed');
    else {
      openCase.store.close();
      releaseLock(openCase);
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const known = verified.signer.key === keys.fingerprint || isKnownSigner(payload.profileFolder, verified.signer.key);
  return ok({ folder: folder.replace(/^.*[\\/]/, ''), facts: factsOf(verified, known) });
});

/** What `case/` needs of a shell, from inside the job thread. */
const shellOf = (
  {
    profileFolder,
    cases,
    slotWorkFactor,
  }: { profileFolder: string; cases: string; slotWorkFactor: number | undefined },
  now: () => Date,
): CoreShell => ({
  kind: 'headless',
  profile: profileFolder,
  cases,
  sample: '',
  threads: 'inline',
  ...(slotWorkFactor === undefined ? {} : { slotWorkFactor }),
  now,
  emit: () => undefined,
  written: () => undefined,
  log: () => undefined,
});
