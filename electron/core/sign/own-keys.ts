import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { fingerprint, type SigningKey } from './ssh-signature.ts';

/**
 * The keys of this user, kept in the profile and never in a case: somebody who holds a case and its passphrase cannot sign in
 * the user's name. They are files of mode 0600, protected by the operating system's account only (README › Known limits).
 */
export interface OwnKeys {
  readonly signing: SigningKey;
  readonly fingerprint: string;
  /** age identity (secret) and recipient (public): others seal for the recipient */
  readonly identity: string;
  readonly recipient: string;
  readonly name: string;
}

export async function ownKeys(profile: string): Promise<OwnKeys> {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const secret = Buffer.from(
    keep(join(profile, 'signing.key'), () => randomBytes(32).toString('hex')),
    'hex',
  );
  if (secret.length !== 32) throw new Error('signing.key does not hold 32 bytes');
  const path = join(profile, 'identity.age');
  if (!existsSync(path)) keep(path, await identityLine());
  const identity = readFileSync(path, 'utf8').trim();
  const publicKey = ed25519.getPublicKey(secret);
  return {
    signing: { secret, public: publicKey },
    fingerprint: fingerprint(publicKey),
    identity,
    recipient: await identityToRecipient(identity),
    name: userInfo().username,
  };
}

async function identityLine(): Promise<() => string> {
  const identity = await generateIdentity();
  return () => identity;
}

/** The content of a small secret file, made at first need. */
function keep(path: string, make: () => string): string {
  if (!existsSync(path)) {
    writeFileSync(path, `${make()}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
  }
  return readFileSync(path, 'utf8').trim();
}

/** Fingerprints of signers whose sealed files were accepted before, one a line. */
export function isKnownSigner(profile: string, print: string): boolean {
  const path = join(profile, 'known-signers');
  return existsSync(path) && readFileSync(path, 'utf8').split('\n').includes(print);
}
