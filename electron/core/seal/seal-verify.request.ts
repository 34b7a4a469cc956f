import { failed } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';

export default answer('seal.verify', (ask, core) => {
  const file = core.tickets.find(ask.ticket, ['sealed'], 'read');
  if (!file) return failed('ticket.unknown');
  return core.runJob('seal.verify', { key: ask.key, profileFolder: core.shell.profile }, [file]);
});
