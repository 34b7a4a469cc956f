import { ok } from '../../../shared/protocol/problem.ts';
import { openTicket } from '../open-ticket.ts';
import { answerInCase } from '../request.ts';
import { headInEncodings } from './read/head-in-encodings.ts';
import { ticketsToLookAt } from './tickets.ts';

export default answerInCase('import.encodings', ({ ticket, delimiter }, core) => {
  const files = ticketsToLookAt(core.tickets, [ticket]);
  if (!files.ok) return files;
  const [file] = files.value;
  const bytes = file && openTicket(file);
  if (!bytes?.ok) return bytes ?? ok({ heads: [] });
  const heads = headInEncodings(bytes.value, delimiter);
  return ok({ heads: heads.map((head) => ({ ...head, rows: head.rows.map((row) => [...row]) })) });
});
