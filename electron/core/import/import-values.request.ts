import { answerInCase } from '../request.ts';
import { ticketsToLookAt } from './tickets.ts';

export default answerInCase('import.values', ({ ticket, sha256, sheet, answers, wishes }, core) => {
  const files = ticketsToLookAt(core.tickets, [ticket]);
  return files.ok ? core.runJob('import.values', { sha256, sheet, answers, wishes }, files.value) : files;
});
