import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partiesOf } from './kept-parties.ts';
import { ticketsToLookAt } from './tickets.ts';

export default answerInCase('import.parties', async ({ tickets, answers, wishes, view, offset, limit }, core) => {
  const files = ticketsToLookAt(core.tickets, tickets);
  if (!files.ok) return files;
  const reply = await partiesOf(core, { tickets, answers, wishes }, () =>
    core.runJob('import.parties', { answers, wishes }, files.value),
  );
  if (!reply.ok) return reply;
  const { joined, created, apart, ...counts } = reply.value;
  const all = { joined, new: created, apart }[view];
  const part = <T>(list: readonly T[], of: typeof view): T[] => (of === view ? list.slice(offset, offset + limit) : []);
  return ok({
    ...counts,
    newParties: created.length,
    apart: apart.length,
    total: all.length,
    joined: part(joined, 'joined'),
    new: part(created, 'new'),
    keptApart: part(apart, 'apart'),
  });
});
