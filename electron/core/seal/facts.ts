import type { SealFacts } from '../../../shared/protocol/output.requests.ts';
import type { Manifest } from './manifest.ts';

/** What a verified sealed file says about itself, in the shape other programs rely on. */
export const factsOf = (manifest: Manifest, known: boolean): SealFacts => ({
  ok: true,
  signer: { name: manifest.signer.name, fingerprint: manifest.signer.key, known },
  sealedAt: manifest.sealedAt,
  profile: manifest.profile,
  purpose: manifest.purpose,
  case: manifest.case,
  auditHead: manifest.auditHead,
  rows: manifest.rows,
  members: manifest.members.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
});
