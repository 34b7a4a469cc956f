import { failed } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { setPassphrase } from './change-passphrase.ts';
import { closeCase } from './close-case.ts';
import { openCase, type Secret } from './open-case.ts';
import { isStrongPassphrase } from './passphrase.ts';
import { enterCase, leaveCase } from './use-case.ts';

/** For the day the passphrase is forgotten: the sheet or the unit's key opens, and a new passphrase takes the place of the old one. */
export default answer(
  'case.open-with-recovery',
  async ({ folder, secret: typed, newPassphrase, actor, acceptOlder }, core) => {
    if (!isStrongPassphrase(newPassphrase)) return failed('case.weak-passphrase');
    await leaveCase(core, 'case.closed');
    const opened = await openCase(core.shell, { folder, actor, acceptOlder, secret: secretOf(typed) });
    if (!opened.ok) return opened;
    const set = await setPassphrase(core.shell, opened.value, newPassphrase);
    if (!set.ok) {
      await closeCase(core.shell, opened.value, 'case.closed');
      return set;
    }
    return enterCase(core, opened);
  },
);

function secretOf(typed: string): Secret {
  const text = typed.trim();
  return /^AGE-SECRET-KEY-1/i.test(text) ? { identity: text.toUpperCase() } : { recoveryCode: text };
}
