import { answerInCase } from '../request.ts';
import { ticketsToImport } from './tickets.ts';

export default answerInCase('import.write', async ({ tickets, answers, wishes, obtained }, core) => {
  const files = ticketsToImport(core.tickets, tickets);
  if (!files.ok) return files;
  const reply = await core.runJob('import.write', { answers, wishes, obtained }, files.value);
  if (reply.ok) core.changed('case', 'imports', 'parties', 'graph', 'findings', 'journal');
  return reply;
});
