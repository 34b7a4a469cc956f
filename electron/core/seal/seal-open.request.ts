import { failed } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';

export default answer('seal.open', (ask, core) => {
  const file = core.tickets.find(ask.ticket, ['sealed'], 'read');
  if (!file) return failed('ticket.unknown');
  const { key, folder, title, passphrase, actor } = ask;
  const { profile, cases, slotWorkFactor } = core.shell;
  return core.runJob(
    'seal.open',
    { key, profileFolder: profile, cases, folder, title, passphrase, actor, slotWorkFactor },
    [file],
  );
});
