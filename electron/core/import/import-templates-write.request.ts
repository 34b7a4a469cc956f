import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';

export default answerInCase('import.templates-write', async ({ target, ids }, core) => {
  const file = core.tickets.find(target, ['template'], 'write');
  if (!file) return failed('ticket.unknown');
  const reply = await core.runJob('import.templates-write', { ids }, [file]);
  if (reply.ok) core.changed('journal');
  return reply;
});
