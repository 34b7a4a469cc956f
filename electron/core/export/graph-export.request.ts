import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';

export default answerInCase('graph.export', async ({ target, ...ask }, core) => {
  const file = core.tickets.find(target, ['chart'], 'write');
  if (!file) return failed('ticket.unknown');
  const reply = await core.runJob('graph.export', ask, [file]);
  if (reply.ok) core.changed('journal');
  return reply;
});
