import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { provePassphrase, setPassphrase } from './change-passphrase.ts';

export default answerInCase('case.change-passphrase', async ({ passphrase, newPassphrase }, core) => {
  const proved = await provePassphrase(core.shell, core.openCase, passphrase);
  if (!proved.ok) return proved;
  const set = await setPassphrase(core.shell, core.openCase, newPassphrase);
  if (!set.ok) return set;
  core.changed('journal');
  return ok({ changed: true as const });
});
