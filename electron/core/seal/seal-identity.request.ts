import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { sshPublicLine } from '../sign/ssh-signature.ts';

export default answer('seal.identity', async (_, core) => {
  const { fingerprint, signing, recipient, name } = await ownKeys(core.shell.profile);
  return ok({ fingerprint, publicKey: sshPublicLine(signing.public), recipient, name });
});
