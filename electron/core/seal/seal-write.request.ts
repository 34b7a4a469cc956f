import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { SEAL_WORK_FACTOR } from './work-factor.ts';

/** A sealed file travels, and whoever holds it may guess as long as they like: the same least length as for a case. */
const SHORTEST = 14;

/** Problems: ticket.unknown, case.weak-passphrase, and those of the job. */
export default answerInCase('seal.write', async (ask, core) => {
  const target = core.tickets.find(ask.target, ['seal'], 'write');
  if (!target) return failed('ticket.unknown');
  const { to, profile, purpose, withReport } = ask;
  if ('passphrase' in to && [...to.passphrase.normalize('NFKC')].length < SHORTEST)
    return failed('case.weak-passphrase');
  const payload = { to, profile, purpose, withReport, profileFolder: core.shell.profile, workFactor: SEAL_WORK_FACTOR };
  const reply = await core.runJob('seal.write', payload, [target]);
  if (reply.ok) core.changed('journal');
  return reply;
});
