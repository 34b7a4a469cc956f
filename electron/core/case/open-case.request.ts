import { answer } from '../request.ts';
import { openCase } from './open-case.ts';
import { enterCase, leaveCase } from './use-case.ts';

export default answer('case.open', async ({ folder, passphrase, actor, acceptOlder }, core) => {
  await leaveCase(core, 'case.closed');
  return enterCase(core, await openCase(core.shell, { folder, actor, acceptOlder, secret: { passphrase } }));
});
