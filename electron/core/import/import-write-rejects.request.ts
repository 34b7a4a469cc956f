import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';

export default answerInCase('import.write-rejects', async ({ batch, target, lang }, core) => {
  const file = core.tickets.find(target, ['rejects'], 'write');
  if (!file) return failed('ticket.unknown');
  const reply = await core.runJob('import.write-rejects', { batch, lang }, [file]);
  if (reply.ok) core.changed('journal');
  return reply;
});
