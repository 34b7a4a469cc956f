import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';

/** The thresholds of this case for another one. The file names models, numbers and reasons, and no row. */
export default answerInCase('detect.settings-write', async ({ target }, core) => {
  const file = core.tickets.find(target, ['settings'], 'write');
  if (!file) return failed('ticket.unknown');
  const reply = await core.runJob('detect.settings-write', { profileFolder: core.shell.profile }, [file]);
  if (reply.ok) core.changed('journal');
  return reply;
});
