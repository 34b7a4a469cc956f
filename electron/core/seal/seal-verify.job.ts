import type { SealFacts } from '../../../shared/protocol/output.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { isKnownSigner, ownKeys } from '../sign/own-keys.ts';
import { factsOf } from './facts.ts';
import { readSealed, type SealedKey } from './read-sealed.ts';

declare module '../job.ts' {
  interface Jobs {
    'seal.verify': { payload: { key: SealedKey; profileFolder: string }; result: SealFacts };
  }
}

/** Reads a sealed file to its last byte and keeps nothing. */
export default defineJob('seal.verify', async ({ key, profileFolder }, job) => {
  const [file] = job.files;
  if (!file) throw new Error('seal.verify needs a file');
  const keys = await ownKeys(profileFolder);
  const manifest = await readSealed(file, withOwnIdentity(key, keys.identity), null, job);
  const known = manifest.signer.key === keys.fingerprint || isKnownSigner(profileFolder, manifest.signer.key);
  return ok(factsOf(manifest, known));
});

/** Without a passphrase or a key file, this user's own identity is tried. */
export const withOwnIdentity = (key: SealedKey, identity: string): SealedKey =>
  key.passphrase === undefined && (key.identity === undefined || key.identity === '') ? { identity } : key;
