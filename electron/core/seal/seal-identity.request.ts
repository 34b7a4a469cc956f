import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { ownKeys } from './own-keys.ts';
import { sshPublicLine } from './ssh-signature.ts';

export default answer('seal.identity', async (_, core) => {
  const { fingerprint, signing, recipient, name } = await ownKeys(core.shell.profile);
  return ok({ fingerprint, publicKey: sshPublicLine(signing.public), recipient, name });
});
