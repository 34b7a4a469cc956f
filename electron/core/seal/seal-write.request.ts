import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { SEAL_WORK_FACTOR } from './work-factor.ts';

export default answerInCase('seal.write', async (ask, core) => {
  const target = core.tickets.find(ask.target, ['seal'], 'write');
  if (!target) return failed('ticket.unknown');
  const { to, profile, purpose, withReport } = ask;
  const payload = { to, profile, purpose, withReport, profileFolder: core.shell.profile, workFactor: SEAL_WORK_FACTOR };
  const reply = await core.runJob('seal.write', payload, [target]);
  if (reply.ok) core.changed('journal');
  return reply;
});
