import { answerInCase } from '../request.ts';
import { ticketsToImport } from './tickets.ts';

export default answerInCase('import.check', ({ tickets, answers }, core) => {
  const files = ticketsToImport(core.tickets, tickets);
  return files.ok ? core.runJob('import.check', { answers }, files.value) : files;
});
