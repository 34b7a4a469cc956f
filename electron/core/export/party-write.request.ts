import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';

export default answerInCase('party.write', async ({ id, target, mask, lang, purpose }, core) => {
  const file = core.tickets.find(target, ['report'], 'write');
  if (!file) return failed('ticket.unknown');
  const reply = await core.runJob('party.write', { party: id, mask, lang, purpose }, [file]);
  if (reply.ok) core.changed('journal');
  return reply;
});
